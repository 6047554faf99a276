/** The line above the button that says where the latest text is. */

import { instantOf } from '../../ui/format.ts';
import { SavedLine } from '../../ui/saved-line.tsx';
import { type Draft, savedPlace } from './draft.ts';

export function DraftSaved({ draft }: { draft: Draft }) {
  const saved = savedPlace(draft);
  return <SavedLine saved={'at' in saved ? { place: saved.place, at: instantOf(saved.at) } : saved} />;
}
