/** The coach of a step, which can be hidden, and examples of good and poor writing. */

import { useState } from 'react';
import type { Form } from '#contract/initiative.ts';
import { Button } from '../../ui/button.tsx';
import { Coach } from '../../ui/coach.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { coachFor } from './coach.ts';
import { type Example, examples } from './examples.ts';

export function StepCoach({ step, form }: { step: number; form: Form }) {
  const [hidden, setHidden] = useState(false);
  const [shown, setShown] = useState(false);
  const hints = coachFor(step, form);
  const ofStep = examples[step] ?? [];
  return (
    <>
      {hints.length > 0 && !hidden && <Coach hints={hints} onHide={() => setHidden(true)} />}
      {ofStep.length > 0 && (
        <>
          <Button look="soft" onClick={() => setShown(true)}>
            Xem ví dụ viết tốt và chưa tốt
          </Button>
          <Sheet
            open={shown}
            onClose={() => setShown(false)}
            title="Ví dụ viết tốt và chưa tốt"
            actions={<Button onClick={() => setShown(false)}>Viết tiếp</Button>}
          >
            {ofStep.map((example) => (
              <Pair key={example.of} {...example} />
            ))}
          </Sheet>
        </>
      )}
    </>
  );
}

function Pair({ of, good, poor, why }: Example) {
  return (
    <section className="part">
      <h3>{of}</h3>
      <div className="example tone-ok">
        <p className="example-title">
          <Icon name="check" size="s" />
          Viết tốt
        </p>
        <p>{good}</p>
      </div>
      <div className="example tone-quiet">
        <p className="example-title">
          <Icon name="minus" size="s" />
          Chưa tốt
        </p>
        <p>{poor}</p>
        <p className="small">{why}</p>
      </div>
    </section>
  );
}
