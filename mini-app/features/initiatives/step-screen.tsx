/** One step of the form: its question, two or three answers, a coach, and "Tiếp tục". */

import { type FormEvent, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { FieldProblem } from '#contract/failure.ts';
import type { Form } from '#contract/initiative.ts';
import { dayOf } from '#domain/calendar.ts';
import { checkForm } from '#domain/form.ts';
import { useServerNow } from '../../ask.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Header } from '../../ui/header.tsx';
import { ActionBar, Page } from '../../ui/page.tsx';
import { Steps } from '../../ui/progress.tsx';
import type { Draft } from './draft.ts';
import { stepCount, stepOf } from './draft-form.ts';
import type { Keeper } from './draft-keeper.ts';
import { DraftSaved } from './draft-saved.tsx';
import { StepHow } from './step-how.tsx';
import { StepNew } from './step-new.tsx';
import { StepScope } from './step-scope.tsx';
import { StepWhat } from './step-what.tsx';
import { StepWho } from './step-who.tsx';

/** What every step receives. */
export interface StepProps {
  keeper: Keeper;
  draft: Draft;
  form: Form;
  set: (change: Partial<Form>) => void;
  /** The words that stand beside a field, if it must be mended. */
  errorOf: (field: string) => string | undefined;
}

interface Step {
  title: string;
  question: string;
  Answers: (props: StepProps) => React.ReactElement;
}

const steps: Step[] = [
  { title: 'Sáng kiến', question: 'Sáng kiến của anh/chị là gì?', Answers: StepWhat },
  { title: 'Đơn vị và tác giả', question: 'Ai làm, ở đâu, từ bao giờ?', Answers: StepWho },
  { title: 'Điểm mới', question: 'Cách làm mới khác cách cũ ở chỗ nào?', Answers: StepNew },
  { title: 'Cách làm và kết quả', question: 'Anh/chị đã làm thế nào, được kết quả gì?', Answers: StepHow },
  { title: 'Phạm vi và đề nghị', question: 'Ai được lợi, đề nghị công nhận cấp nào?', Answers: StepScope },
];

interface StepScreenProps {
  id: string;
  step: number;
  keeper: Keeper;
  draft: Draft;
}

/** Opened by "Sửa" of the check page, which one then goes back to. */
export interface StepState {
  fromCheck?: boolean;
  /** What the check page found is said here at once, in the same words. */
  problems?: boolean;
}

export function StepScreen({ id, step, keeper, draft }: StepScreenProps) {
  const navigate = useNavigate();
  const { state, hash } = useLocation();
  const { fromCheck = false, problems: told = false } = (state ?? {}) as StepState;
  const serverNow = useServerNow();
  const { form } = draft;
  const find = () => checkForm(form, dayOf(serverNow())).filter(({ field }) => stepOf(field) === step);
  // They stay as they were said until "Tiếp tục" is pressed again: nobody is corrected while writing.
  const [problems, setProblems] = useState<FieldProblem[]>(() => (told ? find() : []));
  const [attempt, setAttempt] = useState(0);
  const { title, question, Answers } = steps[step - 1] as Step;

  useEffect(() => {
    if (hash === '') return;
    const control = document.getElementById(decodeURIComponent(hash.slice(1)));
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }, [hash]);

  const goOn = (event: FormEvent) => {
    event.preventDefault();
    void keeper.flush();
    const found = find();
    setProblems(found);
    setAttempt((count) => count + 1);
    if (found.length > 0) return;
    if (fromCheck) navigate(-1);
    else navigate(step === stepCount ? `/write/${id}/check` : `/write/${id}/${step + 1}`);
  };

  return (
    <Page
      header={
        <Header
          back={step === 1 ? '/' : `/write/${id}/${step - 1}`}
          above={`Bước ${step} trên ${stepCount}`}
          heading={false}
        >
          {title}
        </Header>
      }
      bar={
        <ActionBar saved={<DraftSaved draft={draft} />}>
          <Button submit>{fromCheck ? 'Xong, về trang kiểm tra' : 'Tiếp tục'}</Button>
        </ActionBar>
      }
      onSubmit={goOn}
    >
      <Steps step={step} of={stepCount} />
      <ErrorSummary problems={problems} attempt={attempt} />
      <h1>{question}</h1>
      <Answers
        keeper={keeper}
        draft={draft}
        form={form}
        set={keeper.type}
        errorOf={(field) => problems.find((problem) => problem.field === field)?.message}
      />
    </Page>
  );
}
