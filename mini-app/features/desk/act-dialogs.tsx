/** The dialog of the act that was chosen. Each says what will happen, to whom it is told, and what the state becomes. */

import type { Detail } from '#contract/initiative.ts';
import type { FormPart } from '../../shared/form-parts.tsx';
import type { Kept } from '../../shared/kept.ts';
import { CityResultSheet, HighlightSheet, PaperSheet, ReasonSheet } from './act-forms.tsx';
import { AcceptDialog, SimpleActDialog } from './act-simple.tsx';
import type { DeskAction, Intake } from './intake.ts';
import { OutcomeSheet } from './outcome-sheet.tsx';
import { SupplementSheet } from './supplement-sheet.tsx';

export interface ActProps {
  open: boolean;
  dossier: Detail;
  onClose: () => void;
  /** Fetches the version that is there now. */
  onFresh: () => void;
}

interface ActDialogsProps extends Omit<ActProps, 'open'> {
  act: DeskAction | null;
  parts: FormPart[];
  intake: Kept<Intake>;
  onAct: (act: DeskAction) => void;
}

/** All stay mounted, so that what is typed in one survives its closing. */
export function ActDialogs({ act, parts, intake, onAct, ...common }: ActDialogsProps) {
  const { dossier } = common;
  const may = (action: DeskAction) => dossier.allowed.includes(action);
  const isOpen = (action: DeskAction) => act === action && may(action);
  return (
    <>
      <AcceptDialog {...common} open={isOpen('accept')} parts={parts} intake={intake} onAct={onAct} />
      {(['review', 'lapse', 'forward_city'] as const).map((action) => (
        <SimpleActDialog key={action} {...common} open={isOpen(action)} action={action} />
      ))}
      {(['refuse', 'correct'] as const).map((action) => (
        <ReasonSheet key={action} {...common} open={isOpen(action)} action={action} />
      ))}
      <PaperSheet {...common} open={isOpen('confirm_on_paper')} />
      <CityResultSheet {...common} open={isOpen('record_city')} />
      <HighlightSheet {...common} open={isOpen('highlight')} />
      <SupplementSheet {...common} open={isOpen('request_supplement')} parts={parts} intake={intake} />
      <OutcomeSheet {...common} open={isOpen('stage_outcome')} />
    </>
  );
}
