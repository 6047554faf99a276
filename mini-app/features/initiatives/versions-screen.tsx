/** Two phones wrote different text: both are shown with their times, what differs is marked, the person picks. */

import { type FormEvent, useState } from 'react';
import { addDays, dayOf, sayDay } from '#domain/calendar.ts';
import { useServerNow } from '../../ask.ts';
import { Button } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { ActionBar, Page } from '../../ui/page.tsx';
import type { Draft, Theirs } from './draft.ts';
import type { Keeper } from './draft-keeper.ts';
import { VersionChoice } from './version-choice.tsx';

interface VersionsScreenProps {
  keeper: Keeper;
  draft: Draft;
  theirs: Theirs;
}

const daysKept = 30;

export function VersionsScreen({ keeper, draft, theirs }: VersionsScreenProps) {
  const serverNow = useServerNow();
  const [chosen, setChosen] = useState<'mine' | 'theirs'>('mine');
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    keeper.choose(chosen);
  };
  return (
    <Page
      header={
        <Header back="/" heading={false}>
          Bản nháp
        </Header>
      }
      bar={
        <ActionBar>
          <Button submit>
            {chosen === 'mine' ? 'Viết tiếp bản trên máy này' : 'Viết tiếp bản trên máy chủ'}
          </Button>
        </ActionBar>
      }
      onSubmit={goOn}
    >
      <div>
        <h1>Bản nháp này có hai bản khác nhau</h1>
        <p className="muted">
          Chọn một bản để viết tiếp. Bản kia được giữ trên máy này đến{' '}
          {sayDay(addDays(dayOf(serverNow()), daysKept))}.
        </p>
      </div>
      <VersionChoice
        versions={[
          {
            value: 'mine',
            title: 'Bản trên máy này',
            icon: 'device',
            form: draft.form,
            at: draft.changedAt,
            unit: draft.unit,
          },
          {
            value: 'theirs',
            title: 'Bản trên máy chủ',
            from: 'Từ máy khác, ',
            icon: 'cloud-ok',
            form: theirs.form,
            at: theirs.at,
            unit: theirs.form.unitId === draft.unit?.id ? draft.unit : null,
          },
        ]}
        value={chosen}
        onChange={setChosen}
      />
    </Page>
  );
}
