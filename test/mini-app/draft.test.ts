/** A draft between phone and server: what is safe where, and what happens when two phones part. */

import { describe, expect, it } from 'vitest';
import { emptyForm } from '#contract/terms.ts';
import {
  type Draft,
  isOnServer,
  keepMine,
  keptOnPhone,
  metTheirs,
  newDraft,
  notKeptOnPhone,
  notReached,
  onTheWay,
  reachedServer,
  savedPlace,
  swapOther,
  takeTheirs,
  tryAgain,
  typed,
  wantsServer,
} from '../../mini-app/features/initiatives/draft.ts';
import {
  differences,
  fitForm,
  markOf,
  sameText,
  stepOf,
} from '../../mini-app/features/initiatives/draft-form.ts';
import { fromKept, opened, readKept, toKeep } from '../../mini-app/features/initiatives/draft-kept.ts';
import { goodForm } from '../support/forms.ts';

const nine = '2026-11-24T02:14:00.000Z';
const later = '2026-11-24T02:16:00.000Z';
const until = '2026-12-24T02:16:00.000Z';

const blank = () => newDraft(emptyForm, nine);
const written = (title: string, draft: Draft = blank()) => typed(draft, { title }, nine);
/** Written, and kept on phone and server. */
const safe = (title: string) => {
  const draft = written(title);
  return reachedServer(onTheWay(keptOnPhone(draft, draft.revision, nine)), { version: 1, savedAt: nine });
};
const reopened = (draft: Draft) => fromKept(readKept(JSON.stringify(toKeep(draft)))!);

describe('where the latest text is', () => {
  it('says nothing before the first letter, and asks the server nothing', () => {
    expect(savedPlace(blank())).toEqual({ place: 'nothing' });
    expect(wantsServer(blank())).toBe(false);
  });

  it('is being saved until phone and server have it', () => {
    const draft = written('Phiếu hẹn');
    expect(savedPlace(draft)).toEqual({ place: 'saving' });
    expect(savedPlace(safe('Phiếu hẹn'))).toEqual({ place: 'server', at: nine });
  });

  it('is on the phone only while there is no network, with the time', () => {
    const draft = written('Phiếu hẹn');
    const offline = notReached(onTheWay(keptOnPhone(draft, draft.revision, nine)), 'offline');
    expect(savedPlace(offline)).toEqual({ place: 'device', at: nine });
    expect(wantsServer(offline)).toBe(false);
    expect(wantsServer(tryAgain(offline))).toBe(true);
  });

  it('is nowhere when the phone is full and the server out of reach', () => {
    expect(savedPlace(notReached(notKeptOnPhone(written('Phiếu hẹn')), 'offline'))).toEqual({
      place: 'failed',
    });
  });

  it('is on the server alone when the phone is full', () => {
    const full = notKeptOnPhone(written('Phiếu hẹn'));
    expect(savedPlace(reachedServer(onTheWay(full), { version: 1, savedAt: nine }))).toEqual({
      place: 'server-only',
      at: nine,
    });
  });

  it('does not call a letter safe that was typed while the text before it was on its way', () => {
    const sending = onTheWay(written('Phiếu'));
    const answered = reachedServer(typed(sending, { title: 'Phiếu hẹn' }, later), {
      version: 1,
      savedAt: nine,
    });
    expect(isOnServer(answered)).toBe(false);
    expect(wantsServer(answered)).toBe(true);
    expect(answered.version).toBe(1);
  });

  it('does not try again what the server has refused', () => {
    expect(wantsServer(tryAgain(notReached(written('Phiếu'), 'refused')))).toBe(false);
  });
});

describe('the app was killed', () => {
  it('goes on with every letter, and knows that the server has it', () => {
    const draft = reopened(safe('Phiếu hẹn'));
    expect(draft.form.title).toBe('Phiếu hẹn');
    expect(isOnServer(draft)).toBe(true);
    expect(draft.version).toBe(1);
  });

  it('sends what had not arrived', () => {
    const draft = reopened(typed(safe('Phiếu hẹn'), { title: 'Phiếu hẹn có mã QR' }, later));
    expect(wantsServer(draft)).toBe(true);
    expect(draft.form.title).toBe('Phiếu hẹn có mã QR');
  });

  it('reads nothing from an entry that is cut off or is something else', () => {
    expect(readKept(null)).toBeNull();
    expect(readKept('{"form":{"title":"Phi')).toBeNull();
    expect(readKept('[1,2]')).toBeNull();
  });

  it('takes answers over when the form was changed in between', () => {
    const form = fitForm({
      title: 'Phiếu hẹn',
      gone: 'x',
      oath: 'yes',
      measures: ['a', 3],
      authors: [{ name: 'Hà' }],
    });
    expect(form).toEqual({
      ...emptyForm,
      title: 'Phiếu hẹn',
      measures: ['a'],
      authors: [{ name: 'Hà', title: '', workplace: '', sharePercent: null }],
    });
  });
});

describe('a draft is opened', () => {
  const kept = (draft: Draft) => readKept(JSON.stringify(toKeep(draft)));
  const onServer = (title: string, version: number) => ({
    form: { ...emptyForm, title },
    at: later,
    version,
    unit: null,
  });

  it('from the server on a new phone', () => {
    const draft = opened(null, onServer('Phiếu hẹn', 3));
    expect(draft?.form.title).toBe('Phiếu hẹn');
    expect(draft?.version).toBe(3);
    expect(draft && isOnServer(draft)).toBe(true);
  });

  it('from the phone without network, and says so', () => {
    const draft = opened(kept(written('Phiếu')), undefined);
    expect(draft?.form.title).toBe('Phiếu');
    expect(draft?.hold).toBe('offline');
  });

  it('as new when neither has it', () => {
    expect(opened(null, null)).toBeNull();
  });

  it('with the newer text of the other phone when nothing is unsaved here', () => {
    const draft = opened(kept(safe('Phiếu')), onServer('Phiếu hẹn', 2));
    expect(draft?.form.title).toBe('Phiếu hẹn');
    expect(draft?.theirs).toBeNull();
  });

  it('with both texts when both phones wrote', () => {
    const draft = opened(kept(typed(safe('Phiếu'), { title: 'Phiếu mới' }, later)), onServer('Phiếu hẹn', 2));
    expect(draft?.form.title).toBe('Phiếu mới');
    expect(draft?.theirs?.form.title).toBe('Phiếu hẹn');
  });

  it('anew when it was deleted on the other phone while unsaved text is here', () => {
    const draft = opened(kept(typed(safe('Phiếu'), { title: 'Phiếu mới' }, later)), null);
    expect(draft?.version).toBe(0);
    expect(draft && wantsServer(draft)).toBe(true);
  });
});

describe('the server has another version', () => {
  const theirs = (title: string, version = 2) => ({ form: { ...emptyForm, title }, at: later, version });

  it('which is this very text, whose answer got lost: nobody is asked', () => {
    const lost = notReached(onTheWay(written('Phiếu hẹn')), 'offline');
    const met = metTheirs(lost, theirs('Phiếu hẹn', 1));
    expect(met.theirs).toBeNull();
    expect(met.version).toBe(1);
    expect(isOnServer(met)).toBe(true);
  });

  it('which is what was last sent, while more was written since: goes on from there', () => {
    const lost = notReached(onTheWay(written('Phiếu')), 'offline');
    const met = metTheirs(reopened(typed(lost, { title: 'Phiếu hẹn' }, later)), theirs('Phiếu', 1));
    expect(met.theirs).toBeNull();
    expect(wantsServer(met)).toBe(true);
    expect(met.version).toBe(1);
  });

  it('which differs: nothing is sent until the person has chosen', () => {
    const met = metTheirs(written('Phiếu'), theirs('Phiếu hẹn'));
    expect(wantsServer(met)).toBe(false);
    expect(met.theirs?.version).toBe(2);
  });

  it('goes on with the text of this phone and keeps the other one for thirty days', () => {
    const chosen = keepMine(metTheirs(written('Phiếu'), theirs('Phiếu hẹn')), until);
    expect(chosen.form.title).toBe('Phiếu');
    expect(chosen.version).toBe(2);
    expect(wantsServer(chosen)).toBe(true);
    expect(reopened(chosen).other).toMatchObject({ place: 'server', until, form: { title: 'Phiếu hẹn' } });
  });

  it('goes on with the text of the server, keeps this one, and can go back to it', () => {
    const chosen = takeTheirs(metTheirs(written('Phiếu'), theirs('Phiếu hẹn')), until);
    expect(chosen.form.title).toBe('Phiếu hẹn');
    expect(isOnServer(chosen)).toBe(true);
    const back = swapOther(chosen, later, until);
    expect(back.form.title).toBe('Phiếu');
    expect(back.other?.form.title).toBe('Phiếu hẹn');
    expect(wantsServer(back)).toBe(true);
  });
});

describe('comparing texts', () => {
  it('takes letters typed in another way, odd spaces and another order of the answers as the same', () => {
    const form = goodForm();
    const { title, ...rest } = form;
    const nfd = { ...rest, title: `${title.normalize('NFD')}\u00a0` };
    expect(sameText(form, nfd)).toBe(true);
    expect(markOf(form)).toBe(markOf(nfd));
  });

  it('names the answers that differ, in the order of the form', () => {
    const other = goodForm({ newPoint: 'Khác', firstAppliedOn: null });
    expect(differences(goodForm(), other)).toEqual(['firstAppliedOn', 'newPoint']);
  });

  it('knows on which step a field stands', () => {
    expect(stepOf('authors.1.name')).toBe(2);
    expect(stepOf('measures.0')).toBe(4);
    expect(stepOf('oath')).toBeNull();
  });
});
