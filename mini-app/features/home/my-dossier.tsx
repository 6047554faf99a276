/** The one dossier of mine that matters most now; drafts are on the main button. */

import { Link } from 'react-router-dom';
import type { Summary } from '#contract/initiative.ts';
import { lineOf, titleOf } from '../../shared/dossier-words.ts';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/page.tsx';
import { StatusLine } from '../../ui/status.tsx';

export function MyDossier({ mine }: { mine: Summary[] }) {
  const handedIn = mine.filter(({ status }) => status.state !== 'draft');
  const dossier = handedIn.find(({ status }) => status.mine) ?? handedIn[0];
  if (!dossier) return null;
  const { id, code, status } = dossier;
  return (
    <Section title="Hồ sơ của anh/chị" more={<Link to="/initiatives">Xem tất cả</Link>}>
      <Card to={`/initiatives/${id}`}>
        <span className="dossier">
          <StatusLine {...status} code={code} />
          <span className="h3 clamp-2">{titleOf(dossier)}</span>
          <span className="dossier-way">
            <span className={status.mine ? 'small medium tone-todo tone-ink' : 'small muted'}>
              {lineOf(status)}
            </span>
            <Icon name="forward" />
          </span>
        </span>
      </Card>
    </Section>
  );
}
