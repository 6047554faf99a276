/** Who did what, when and why; and what was asked and answered. Folded: the timeline says the essential. */

import { Fold } from '../../ui/fold.tsx';
import { instantOf, sayWhen } from '../../ui/format.ts';
import type { Dossier } from './dossier-screen.tsx';

export function DossierHistory({ dossier }: { dossier: Dossier }) {
  const { history, supplements } = dossier;
  const answered = supplements.filter(({ answeredAt }) => answeredAt !== null);
  if (history.length === 0) return null;
  return (
    <Fold title="Lịch sử hồ sơ" line="Ai làm gì, lúc nào, vì sao">
      <dl className="words">
        {history.map(({ at, who, label, reason }) => (
          <div key={at + label}>
            <dt>{label}</dt>
            <dd className="small muted">
              {sayWhen(instantOf(at))}. {who}.
            </dd>
            {reason !== null && <dd className="small">Lý do: {reason}</dd>}
          </div>
        ))}
        {answered.map(({ askedAt, items }) => (
          <div key={askedAt}>
            <dt>Đã bổ sung {items.length} mục</dt>
            {items.map(({ label, answer }) => (
              <dd key={label} className="small keep-lines">
                {label}: {answer ?? 'chưa trả lời'}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Fold>
  );
}
