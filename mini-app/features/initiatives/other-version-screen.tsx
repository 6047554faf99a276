/** The version that was put aside when two met: to look at, and to go back to. */

import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { sayDay } from '#domain/calendar.ts';
import { Button } from '../../ui/button.tsx';
import { instantOf } from '../../ui/format.ts';
import { Header } from '../../ui/header.tsx';
import { ActionBar, Page } from '../../ui/page.tsx';
import type { Draft, Other } from './draft.ts';
import type { Keeper } from './draft-keeper.ts';
import { VersionChoice } from './version-choice.tsx';

interface OtherVersionScreenProps {
  id: string;
  keeper: Keeper;
  draft: Draft;
  other: Other;
}

export function OtherVersionScreen({ id, keeper, draft, other }: OtherVersionScreenProps) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<'present' | 'other'>('present');
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === 'other') keeper.swap();
    navigate(`/write/${id}/check`, { replace: true });
  };
  return (
    <Page
      header={
        <Header back={`/write/${id}/check`} heading={false}>
          Bản nháp
        </Header>
      }
      bar={
        <ActionBar>
          <Button submit>
            {chosen === 'present' ? 'Viết tiếp bản đang viết' : 'Viết tiếp bản được giữ lại'}
          </Button>
        </ActionBar>
      }
      onSubmit={goOn}
    >
      <div>
        <h1>Bản được giữ lại</h1>
        <p className="muted">
          Bản này được giữ trên máy đến {sayDay(instantOf(other.until))}. Đổi sang bản nào, bản còn lại vẫn
          được giữ.
        </p>
      </div>
      <VersionChoice
        versions={[
          {
            value: 'present',
            title: 'Bản đang viết',
            icon: 'pen',
            form: draft.form,
            at: draft.changedAt,
            unit: draft.unit,
          },
          {
            value: 'other',
            title: 'Bản được giữ lại',
            from: other.place === 'server' ? 'Từ máy khác, ' : '',
            icon: other.place === 'server' ? 'cloud-ok' : 'device',
            form: other.form,
            at: other.at,
            unit: other.form.unitId === draft.unit?.id ? draft.unit : null,
          },
        ]}
        value={chosen}
        onChange={setChosen}
      />
    </Page>
  );
}
