/** Time left by the server's clock: changes each minute, in the last hour each second; spoken at one hour and at ten minutes. */

import { useEffect, useReducer } from 'react';
import { useServerNow } from '../../ask.ts';
import { countDown } from '../../ui/format.ts';

const minute = 60_000;

/** Heard once when one of these marks is passed; empty most of the time. */
function spokenAt(left: number): string {
  if (left <= 10 * minute && left > 9 * minute) return 'Còn 10 phút để nộp hồ sơ.';
  if (left <= 60 * minute && left > 59 * minute) return 'Còn 1 giờ để nộp hồ sơ.';
  return '';
}

/** Longest wait that setTimeout is good for here: phones sleep, and the words must be right soon after. */
const longestWait = minute;

export function Countdown({ until }: { until: Date }) {
  const serverNow = useServerNow();
  const [, tick] = useReducer((count: number) => count + 1, 0);
  const now = serverNow();
  const { over, left, changesIn } = countDown(until, now);

  useEffect(() => {
    if (over) return;
    const timer = setTimeout(tick, Math.min(changesIn, longestWait));
    return () => clearTimeout(timer);
  });

  return (
    <>
      <p className="count">{over ? 'Đã hết hạn' : `Còn ${left}`}</p>
      <span className="hidden-words" role="status">
        {spokenAt(until.getTime() - now.getTime())}
      </span>
    </>
  );
}
