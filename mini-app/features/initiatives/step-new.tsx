/** Step 3: what is new against before. */

import { labels, limits } from '#domain/form.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { StepCoach } from './step-coach.tsx';
import type { StepProps } from './step-screen.tsx';

export function StepNew({ form, set, errorOf }: StepProps) {
  return (
    <div className="form">
      <TextArea
        id="before"
        label={labels.before}
        hint="Ai làm, làm thế nào, vướng ở đâu."
        error={errorOf('before')}
        limit={limits.before.max}
        rows={4}
        value={form.before}
        onChange={(event) => set({ before: event.target.value })}
      />
      <TextArea
        id="newPoint"
        label={labels.newPoint}
        hint="Việc gì đã đổi, ai làm, người dân hay đồng nghiệp được gì."
        error={errorOf('newPoint')}
        limit={limits.newPoint.max}
        rows={5}
        value={form.newPoint}
        onChange={(event) => set({ newPoint: event.target.value })}
      />
      <StepCoach step={3} form={form} />
    </div>
  );
}
