/** Highlights side by side, moved by hand only; the same are on a list of their own. */

import type { HighlightCard } from '#contract/campaign.ts';
import { lookOf } from '../../shared/field-look.ts';
import { Card } from '../../ui/card.tsx';
import { Cover } from '../../ui/rings.tsx';

export function Carousel({ cards }: { cards: HighlightCard[] }) {
  return (
    <ul className="carousel">
      {cards.map(({ slug, title, unitName, field, levelLabel, year }) => (
        <li key={slug}>
          <Card to={`/highlights/${slug}`} flush>
            <Cover {...lookOf(field)} />
            <span className="carousel-words">
              <span className="row-title bold">{title}</span>
              <span className="small muted">{unitName}</span>
              <span className="small medium tone-spark tone-ink">
                Công nhận {levelLabel}, {year}
              </span>
            </span>
          </Card>
        </li>
      ))}
    </ul>
  );
}
