/** At the end of the check page: the version put aside, and deleting the draft. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { sayDay } from '#domain/calendar.ts';
import { ApiFailure, call } from '../../api.ts';
import { usePlatform } from '../../platform/context.tsx';
import { useSession } from '../../session.tsx';
import { removeDraft } from '../../shared/draft-list.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { instantOf } from '../../ui/format.ts';
import { List, ListAction, ListLink } from '../../ui/list.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import type { Draft } from './draft.ts';
import type { Keeper } from './draft-keeper.ts';

interface AboutDraftProps {
  id: string;
  owner: string;
  keeper: Keeper;
  draft: Draft;
}

export function AboutDraft({ id, owner, keeper, draft }: AboutDraftProps) {
  const { storage } = usePlatform();
  const { me } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const say = useMessage();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  const remove = async () => {
    setBusy(true);
    try {
      await keeper.flush();
      const { version } = keeper.get();
      if (version > 0 && me !== null) await call('deleteDraft', { id, version });
      await keeper.discard();
      await removeDraft(storage, owner, id);
      await queries.invalidateQueries({ queryKey: ['mine'] });
      say('Đã xóa bản nháp');
      navigate('/initiatives', { replace: true });
    } catch (error) {
      say(error instanceof ApiFailure ? error.message : 'Chưa xóa được. Thử lại sau ít phút.');
      setBusy(false);
      setAsking(false);
    }
  };

  return (
    <>
      <List>
        {draft.other !== null && (
          <ListLink
            to={`/write/${id}/other`}
            icon="copy"
            tone="quiet"
            title="Xem bản kia"
            line={`Giữ đến ${sayDay(instantOf(draft.other.until))}`}
          />
        )}
        <ListAction icon="trash" danger title="Xóa bản nháp" onClick={() => setAsking(true)} />
      </List>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Xóa bản nháp này?"
        actions={[
          <Button key="yes" look="danger" onClick={() => void remove()} busy={busy ? 'Đang xóa…' : undefined}>
            Xóa bản nháp
          </Button>,
          <Button key="no" look="secondary" onClick={() => setAsking(false)}>
            Giữ lại
          </Button>,
        ]}
      >
        <p>Nội dung đã viết bị xóa trên máy này và trên máy chủ, không lấy lại được.</p>
      </Dialog>
    </>
  );
}
