/** How many letters are left, shown from three quarters of the limit on and spoken when the writing pauses. */

import { useEffect, useState } from 'react';
import { formatNumber } from './format.ts';

const shownFrom = 0.75;
const pause = 1_000;

function wordsFor(letters: number, limit: number): string {
  if (letters > limit) return `Thừa ${formatNumber(letters - limit)}\u00a0ký\u00a0tự`;
  if (letters >= limit * shownFrom) return `Anh/chị còn ${formatNumber(limit - letters)}\u00a0ký\u00a0tự`;
  return '';
}

export function Counter({ letters, limit }: { letters: number; limit: number }) {
  const words = wordsFor(letters, limit);
  const [spoken, setSpoken] = useState('');

  useEffect(() => {
    const timer = setTimeout(() => setSpoken(words), pause);
    return () => clearTimeout(timer);
  }, [words]);

  return (
    <>
      {words !== '' && (
        <p className={letters > limit ? 'counter counter-over' : 'counter'} aria-hidden="true">
          {words}
        </p>
      )}
      <span className="hidden-words" role="status">
        {spoken}
      </span>
    </>
  );
}
