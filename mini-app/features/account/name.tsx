/** The name that stands on my dossiers, to be put right in place. */

import { type FormEvent, useState } from 'react';
import type { Me } from '#contract/person.ts';
import { ApiFailure, call } from '../../api.ts';
import { useSession } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { TextField } from '../../ui/text-field.tsx';

const limit = 80;

export function Name({ me }: { me: Me }) {
  const { replace } = useSession();
  const say = useMessage();
  const [name, setName] = useState(me.name);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const changed = name.trim() !== me.name;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (name.trim().length < 2) return setError('Ghi họ và tên, ít nhất 2 ký tự');
    setBusy(true);
    setError(undefined);
    try {
      replace(await call('rename', { name: name.trim() }));
      say('Đã lưu họ và tên');
    } catch (failure) {
      setError(failure instanceof ApiFailure ? failure.message : 'Chưa lưu được. Thử lại sau ít phút.');
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="part" noValidate onSubmit={(event) => void save(event)}>
      <TextField
        id="name"
        label="Họ và tên"
        hint="Ghi trên hồ sơ và giấy chứng nhận."
        autoComplete="name"
        error={error}
        limit={limit}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {changed && (
        <Button submit look="secondary" slim busy={busy ? 'Đang lưu…' : undefined}>
          Lưu họ và tên
        </Button>
      )}
    </form>
  );
}
