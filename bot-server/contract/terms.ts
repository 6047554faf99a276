/** The terms of an initiative without the shapes: what a phone needs of them, and nothing to parse with. */

import type { Form } from './initiative.ts';

/** Kinds of notices over Zalo that can be turned off one by one. */
export const topics = ['announcement', 'reminder'] as const;
export type Topic = (typeof topics)[number];

export const states = [
  'draft',
  'submitted',
  'unit_returned',
  'unit_confirmed',
  'supplement_requested',
  'accepted',
  'refused',
  'under_review',
  'recognised',
  'not_recognised',
  'forwarded_city',
  'city_recognised',
  'city_not_recognised',
  'withdrawn',
  'lapsed',
] as const;
export type State = (typeof states)[number];

/** What a person can do to a dossier. The server computes which of them are possible now (`allowed`). */
export const actions = [
  'edit',
  'submit',
  'delete',
  'withdraw',
  'copy',
  'answer_supplement',
  'confirm',
  'confirm_on_paper',
  'return',
  'request_supplement',
  'accept',
  'refuse',
  'review',
  'lapse',
  'stage_outcome',
  'forward_city',
  'record_city',
  'correct',
  'highlight',
] as const;
export type Action = (typeof actions)[number];

export const solutionKinds = ['technical', 'management', 'operational', 'applied_progress'] as const;

export const fields = [
  'admin_reform',
  'digital',
  'education',
  'mass_mobilisation',
  'environment',
  'security_order',
  'health_social',
  'party_work',
  'culture',
  'other',
] as const;

export const benefitKinds = ['economic', 'social'] as const;

/** A form in which nothing is written yet. */
export const emptyForm: Form = {
  roundId: null,
  unitId: null,
  title: '',
  solutionKind: null,
  field: null,
  fieldOther: '',
  authors: [],
  firstAppliedOn: null,
  before: '',
  newPoint: '',
  measures: [],
  results: [],
  resultsText: '',
  benefitKinds: [],
  benefitSum: '',
  appliedAt: '',
  replicability: '',
  conditions: '',
  confidential: '',
  investor: '',
  supporters: '',
  levelWanted: null,
  oath: false,
  consentProcessing: false,
  consentPublishName: false,
  consentZaloNews: false,
};
