/** One announcement: the composer while it is a draft, its progress once it was sent. */

import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useAsk } from '../../ask.ts';
import { newId } from '../../platform/uuid.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Composer } from './composer.tsx';
import { DeskPage } from './desk-page.tsx';
import { RunPage } from './run-page.tsx';

export default function AnnouncementScreen() {
  const { id: given } = useParams();
  // A new draft gets its address with the first save; the composer must not notice.
  const [made] = useState(newId);
  const id = given ?? made;
  const query = useAsk('announcement', { id }, { enabled: given !== undefined });
  const isDraft = query.data?.allowed.includes('edit') ?? id === made;
  if (isDraft) return <Composer key={id} id={id} start={query.data ?? null} />;
  if (query.data) return <RunPage run={query.data} refetch={query.refetch} />;
  return (
    <DeskPage title="Thông báo" crumb={{ to: '/desk/announcements', label: 'Thông báo' }}>
      <Loaded query={query} skeleton={<Skeleton rows={3} shape="card" />}>
        {() => null}
      </Loaded>
    </DeskPage>
  );
}
