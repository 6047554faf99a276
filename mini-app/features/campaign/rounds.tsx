/** The rounds of a year as a timeline: what is over, what is open, what comes. */

import type { Phase, Round } from '#contract/campaign.ts';
import { sayDeadline, sayLeft } from '#domain/calendar.ts';
import { useServerNow } from '../../ask.ts';
import { instantOf } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon.tsx';
import { Section } from '../../ui/page.tsx';
import { Timeline, type TimelineStep } from '../../ui/timeline.tsx';

const order: Record<Phase, number> = { published: 0, closed: 1, open: 2, planned: 3 };
const icons: Record<Phase, IconName> = {
  published: 'check',
  closed: 'users',
  open: 'clock',
  planned: 'calendar',
};

export function Rounds({ title, rounds, council }: { title: string; rounds: Round[]; council?: string }) {
  const serverNow = useServerNow();
  const now = serverNow();
  const inOrder = [...rounds].sort(
    (a, b) => order[a.phase] - order[b.phase] || (a.closesAt ?? '').localeCompare(b.closesAt ?? ''),
  );
  const steps: TimelineStep[] = inOrder.map((round) => ({
    label: round.name,
    when: round.phase === 'published' ? 'done' : round.phase === 'planned' ? 'next' : 'now',
    icon: icons[round.phase],
    tone: round.phase === 'closed' ? 'council' : 'primary',
    note: (
      <>
        {round.scope}. {sayRound(round, now, council)}
      </>
    ),
  }));
  return (
    <Section title={title}>
      <Timeline card steps={steps} />
    </Section>
  );
}

function sayRound(round: Round, now: Date, council = 'Hội đồng'): string {
  const opens = round.opensAt === null ? null : instantOf(round.opensAt);
  const closes = round.closesAt === null ? null : instantOf(round.closesAt);
  if (round.phase === 'open' && closes)
    return `Nhận hồ sơ đến ${sayDeadline(closes)}. Còn ${sayLeft(now, closes)}.`;
  if (round.phase === 'planned' && opens) return `Nhận hồ sơ từ ${sayDeadline(opens)}.`;
  if (round.phase === 'closed' && closes)
    return `Đã hết hạn lúc ${sayDeadline(closes)}. ${council} đang xét.`;
  return `${round.phaseLabel}.`;
}
