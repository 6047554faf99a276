/** Every answer once more, each with its "Sửa"; oath and consents; and the button that hands it in. */

import type { FormEvent } from 'react';
import { dayOf } from '#domain/calendar.ts';
import { checkForm } from '#domain/form.ts';
import { useHome, useServerNow } from '../../ask.ts';
import { useSession } from '../../session.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Answers } from '../../ui/facts.tsx';
import { instantOf, sayDeadline } from '../../ui/format.ts';
import { Header } from '../../ui/header.tsx';
import { ActionBar, Page, Section } from '../../ui/page.tsx';
import { AboutDraft } from './about-draft.tsx';
import { answersOf } from './answers.tsx';
import { ClosedScreen } from './closed-screen.tsx';
import { Consents } from './consents.tsx';
import type { Draft } from './draft.ts';
import { stepOf } from './draft-form.ts';
import type { Keeper } from './draft-keeper.ts';
import { DraftSaved } from './draft-saved.tsx';
import type { StepState } from './step-screen.tsx';
import { useHandIn } from './use-hand-in.ts';

interface CheckScreenProps {
  id: string;
  owner: string;
  keeper: Keeper;
  draft: Draft;
}

export function CheckScreen({ id, owner, keeper, draft }: CheckScreenProps) {
  const { data: home } = useHome();
  const { me } = useSession();
  const serverNow = useServerNow();
  const handIn = useHandIn({ id, owner, keeper });
  const { form } = draft;
  const round = home?.rounds.find((one) => one.id === form.roundId);

  if (handIn.closed) return <ClosedScreen id={id} draft={draft} />;

  const send = (event: FormEvent) => {
    event.preventDefault();
    void handIn.send(checkForm(form, dayOf(serverNow())));
  };
  const errorOf = (field: string) => handIn.problems.find((problem) => problem.field === field)?.message;

  return (
    <Page
      header={
        <Header back={`/write/${id}/5`} heading={false}>
          Kiểm tra và nộp
        </Header>
      }
      bar={
        <ActionBar
          note={
            me === null
              ? 'Khi nộp, anh/chị đăng nhập bằng Zalo. Chữ đã viết vẫn giữ.'
              : 'Sau khi nộp, anh/chị vẫn xem lại hoặc rút được hồ sơ.'
          }
          saved={<DraftSaved draft={draft} />}
        >
          <Button submit icon="send" busy={handIn.busy ? 'Đang nộp…' : undefined}>
            Nộp sáng kiến
          </Button>
        </ActionBar>
      }
      onSubmit={send}
    >
      <ErrorSummary
        attempt={handIn.attempt}
        problems={handIn.problems.map((problem) => {
          const step = stepOf(problem.field);
          if (step === null) return problem;
          return {
            ...problem,
            to: { pathname: `/write/${id}/${step}`, hash: problem.field },
            state: { fromCheck: true, problems: true } satisfies StepState,
          };
        })}
      />
      {handIn.trouble !== null && (
        <Banner tone="todo" icon={handIn.trouble.icon} live>
          {handIn.trouble.words}
        </Banner>
      )}
      <h1>Anh/chị kiểm tra lại trước khi nộp</h1>
      {answersOf(draft, home).map(({ title, answers }) => (
        <Section key={title} title={title}>
          <Answers
            answers={answers.map(({ question, answer, field }) => ({
              question,
              answer,
              edit: (
                <ButtonLink
                  look="text"
                  slim
                  to={{ pathname: `/write/${id}/${stepOf(field) ?? 1}`, hash: field }}
                  state={{ fromCheck: true } satisfies StepState}
                  hiddenWords={question}
                >
                  Sửa
                </ButtonLink>
              ),
            }))}
          />
        </Section>
      ))}
      <Section title="Cam đoan và đồng ý">
        <Consents
          form={form}
          set={keeper.type}
          errorOf={errorOf}
          organisation={home?.organisation.name ?? 'cơ quan Thường trực'}
        />
      </Section>
      {round?.closesAt && (
        <p className="small muted">
          {round.name} nhận hồ sơ đến {sayDeadline(instantOf(round.closesAt))}
          {round.graceMinutes > 0
            ? `, muộn nhất ${round.graceMinutes} phút sau giờ đó, tính theo giờ máy chủ.`
            : ', tính theo giờ máy chủ, không nhận muộn.'}
        </p>
      )}
      <AboutDraft id={id} owner={owner} keeper={keeper} draft={draft} />
    </Page>
  );
}
