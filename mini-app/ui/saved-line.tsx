/** Says where the writing is safe, and since when. Always visible while one writes. */

import { sayClock } from './format.ts';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

/** `server`: on phone and server · `server-only`: the phone is full · `device`: on the phone only · `saving` · `failed`: nowhere. */
export type Saved =
  | { place: 'server' | 'server-only' | 'device'; at: Date }
  | { place: 'saving' | 'failed' }
  | { place: 'nothing' };

function said(saved: Saved): { tone: Tone; icon: IconName; words: string } | null {
  switch (saved.place) {
    case 'server':
      return { tone: 'ok', icon: 'cloud-ok', words: `Đã lưu trên máy và máy chủ lúc ${sayClock(saved.at)}` };
    case 'server-only':
      return { tone: 'ok', icon: 'cloud-ok', words: `Đã lưu trên máy chủ lúc ${sayClock(saved.at)}` };
    case 'device':
      return {
        tone: 'todo',
        icon: 'device',
        words: `Đã lưu trên máy lúc ${sayClock(saved.at)}, chưa lên máy chủ`,
      };
    case 'saving':
      return { tone: 'quiet', icon: 'device', words: 'Đang lưu…' };
    case 'failed':
      return { tone: 'danger', icon: 'warn', words: 'Chưa lưu được. Hãy giữ màn hình này mở.' };
    case 'nothing':
      return null;
  }
}

export function SavedLine({ saved }: { saved: Saved }) {
  const line = said(saved);
  return (
    // Only the bad news is spoken at once; a voice after every pause would disturb the writing.
    <p className="saved-line" role={saved.place === 'failed' ? 'alert' : undefined}>
      {line !== null && (
        <>
          <span className={`saved-icon tone-${line.tone}`}>
            <Icon name={line.icon} size="s" />
          </span>
          <span>{line.words}</span>
        </>
      )}
    </p>
  );
}
