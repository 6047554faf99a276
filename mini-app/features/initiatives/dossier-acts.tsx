/** What else can be done with a dossier: exactly what the server allows now. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ApiFailure, call } from '../../api.ts';
import { useHome } from '../../ask.ts';
import { usePlatform } from '../../platform/context.tsx';
import { newId } from '../../platform/uuid.ts';
import { removeDraft } from '../../shared/draft-list.ts';
import { useOwner } from '../../shared/owner.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FieldError } from '../../ui/field.tsx';
import { List, ListAction } from '../../ui/list.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import type { Dossier } from './dossier-screen.tsx';

type Asking = 'withdraw' | 'delete';

const words: Record<Asking, { title: string; text: string; yes: string; busy: string; done: string }> = {
  withdraw: {
    title: 'Rút hồ sơ này?',
    text: 'Hồ sơ không được xét nữa. Anh/chị vẫn xem lại và chép thành bản nháp mới được.',
    yes: 'Rút hồ sơ',
    busy: 'Đang rút…',
    done: 'Đã rút hồ sơ',
  },
  delete: {
    title: 'Xóa bản nháp này?',
    text: 'Nội dung đã viết bị xóa trên máy này và trên máy chủ, không lấy lại được.',
    yes: 'Xóa bản nháp',
    busy: 'Đang xóa…',
    done: 'Đã xóa bản nháp',
  },
};

export function DossierActs({ dossier }: { dossier: Dossier }) {
  const { id, version, code, allowed } = dossier;
  const platform = usePlatform();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const say = useMessage();
  const owner = useOwner();
  const { data: home } = useHome();
  const [asking, setAsking] = useState<Asking | null>(null);
  // The words stay while the dialog closes.
  const [asked, setAsked] = useState<Asking>('withdraw');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const oaId = home?.oaId;

  const ask = (what: Asking) => {
    setError(undefined);
    setAsked(what);
    setAsking(what);
  };

  async function doing(work: () => Promise<void>) {
    setBusy(true);
    setError(undefined);
    try {
      await work();
      setAsking(null);
      await queries.invalidateQueries();
    } catch (failure) {
      const message = failure instanceof ApiFailure ? failure.message : 'Chưa làm được. Thử lại sau ít phút.';
      if (asking === null) say(message);
      else setError(message);
    } finally {
      setBusy(false);
    }
  }

  const decided = () =>
    doing(async () => {
      if (asked === 'withdraw') await call('withdraw', { id, version });
      else {
        await call('deleteDraft', { id, version });
        if (owner !== null) await removeDraft(platform.storage, owner, id);
        navigate('/initiatives', { replace: true });
      }
      say(words[asked].done);
    });

  const copy = () =>
    doing(async () => {
      const copied = await call('copy', { id, newId: newId() });
      say('Đã chép thành bản nháp mới');
      navigate(`/write/${copied.id}/1`);
    });

  const copyCode = async () => {
    const copied = code === null ? null : await platform.copyText(code);
    say(copied?.kind === 'ok' ? 'Đã chép mã hồ sơ' : 'Máy này không cho chép. Anh/chị ghi lại mã hồ sơ.');
  };

  return (
    <>
      <List>
        {code !== null && (
          <ListAction
            icon="copy"
            title={
              <>
                Chép mã <span className="code">{code}</span>
              </>
            }
            onClick={() => void copyCode()}
          />
        )}
        {oaId && (
          <ListAction
            icon="chat"
            title="Hỏi cơ quan Thường trực"
            onClick={() => void platform.openChat(oaId)}
          />
        )}
        {allowed.includes('copy') && (
          <ListAction icon="pen" title="Chép thành bản nháp mới" onClick={() => void copy()} />
        )}
        {allowed.includes('withdraw') && (
          <ListAction icon="undo" danger title="Rút hồ sơ" onClick={() => ask('withdraw')} />
        )}
        {allowed.includes('delete') && (
          <ListAction icon="trash" danger title="Xóa bản nháp" onClick={() => ask('delete')} />
        )}
      </List>
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={words[asked].title}
        actions={[
          <Button
            key="yes"
            look="danger"
            onClick={() => void decided()}
            busy={busy ? words[asked].busy : undefined}
          >
            {words[asked].yes}
          </Button>,
          <Button key="no" look="secondary" onClick={() => setAsking(null)}>
            Giữ lại
          </Button>,
        ]}
      >
        <p>{words[asked].text}</p>
        {error !== undefined && <FieldError id="act">{error}</FieldError>}
      </Dialog>
    </>
  );
}
