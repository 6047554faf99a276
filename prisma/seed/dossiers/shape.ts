/** How a demo dossier is written down: what the form says, and the steps it took. */

import type { Form, State } from '#contract/initiative.ts';
import type { people, silentAuthors } from '../people.ts';

export interface Step {
  to: State;
  daysAgo: number;
  time: string;
  reason?: string;
  detail?: Record<string, string>;
  /** Number of the unit's letter, where the secretariat recorded a confirmation on paper. */
  paper?: string;
}

type Content = Pick<
  Form,
  | 'title'
  | 'solutionKind'
  | 'field'
  | 'before'
  | 'newPoint'
  | 'measures'
  | 'results'
  | 'benefitKinds'
  | 'appliedAt'
  | 'replicability'
  | 'levelWanted'
> &
  Partial<Form>;

export interface DossierSeed {
  /** Makes the id; also the order in which they were written. */
  n: number;
  code: string | null;
  round: string;
  by: keyof typeof people | keyof typeof silentAuthors;
  content: Content;
  /** Name, title, workplace, share in percent. */
  authors: [string, string, string, number][];
  appliedDaysAgo: number;
  path: Step[];
  /** Items of the open supplement request. */
  supplement?: string[];
  recognition?: { decisionNo: string };
}

/** Measured results that are invented for the rehearsal, and say so where a reader looks for the source. */
export const demoNumbers = (rows: [measure: string, before: string, after: string][]): Form['results'] =>
  rows.map(([measure, before, after]) => ({ measure, before, after, source: 'Số liệu trình diễn' }));
