/** What was written, to be read again. */

import { useHome } from '../../ask.ts';
import { Fold } from '../../ui/fold.tsx';
import { answersOf } from './answers.tsx';
import type { Dossier } from './dossier-screen.tsx';

export function DossierContent({ dossier }: { dossier: Dossier }) {
  const { data: home } = useHome();
  const { form, unitName, status } = dossier;
  const unit = unitName === null ? null : { name: unitName };
  return (
    <Fold
      title={status.state === 'draft' ? 'Xem bản nháp' : 'Xem hồ sơ đã nộp'}
      line="Toàn bộ câu trả lời của anh/chị"
    >
      {answersOf({ form, unit }, home, true).map(({ title, answers }) => (
        <section key={title} className="section">
          <h3>{title}</h3>
          <dl className="words">
            {answers.map(({ question, answer }) => (
              <div key={question}>
                <dt className="small">{question}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Fold>
  );
}
