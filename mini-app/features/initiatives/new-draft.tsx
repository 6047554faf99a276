/** Begins a draft: its id is made here, on the phone, so that everything sent later is the same initiative. */

import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { newId } from '../../platform/uuid.ts';
import { Header } from '../../ui/header.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';

/** Tells the form that it was begun here and may start empty. */
export interface FreshState {
  fresh?: boolean;
}

export default function NewDraft() {
  const navigate = useNavigate();
  const [id] = useState(newId);

  useEffect(
    () => navigate(`/write/${id}/1`, { replace: true, state: { fresh: true } satisfies FreshState }),
    [navigate, id],
  );

  return (
    <Page header={<Header back="/">Viết sáng kiến</Header>}>
      <Skeleton />
    </Page>
  );
}
