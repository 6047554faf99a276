import { describe, expect, it } from 'vitest';
import { instantAt } from '#domain/calendar.ts';
import { dueOf } from '../../mini-app/features/desk/due.ts';

const now = instantAt('2026-11-24', '09:00');
const at = (day: string, time = '17:00') => instantAt(day, time).toISOString();
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('the next date of a dossier at the desk', () => {
  it('says the day without the year, how long until then, and what is due', () => {
    const due = dueOf({ state: 'supplement_requested', dueAt: at('2026-11-26') }, now);
    expect(due?.day).toBe('26/11');
    expect(plain(due?.left)).toBe('còn 2 ngày · bổ sung');
    expect(due?.urgency).toBe('later');
  });

  it('names the year where it is another', () => {
    expect(dueOf({ state: 'under_review', dueAt: at('2027-02-15') }, now)?.day).toBe('15/02/2027');
  });

  it('presses today, in hours', () => {
    const due = dueOf({ state: 'unit_confirmed', dueAt: at('2026-11-24') }, now);
    expect(plain(due?.left)).toBe('hôm nay, còn 8 giờ · kiểm tra');
    expect(due?.urgency).toBe('now');
  });

  it('is red only where the office itself is late', () => {
    expect(dueOf({ state: 'unit_confirmed', dueAt: at('2026-11-22') }, now)?.urgency).toBe('over');
    const author = dueOf({ state: 'supplement_requested', dueAt: at('2026-11-23') }, now);
    expect(author?.urgency).toBe('now');
    expect(plain(author?.left)).toBe('quá 1 ngày · bổ sung');
  });

  it('has nothing to say of a dossier that waits for nobody', () => {
    expect(dueOf({ state: 'recognised', dueAt: at('2026-11-26') }, now)).toBeNull();
    expect(dueOf({ state: 'accepted', dueAt: null }, now)).toBeNull();
  });
});
