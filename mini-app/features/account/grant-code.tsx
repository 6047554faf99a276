/** The one-time code by which an administrator finds me, to be read aloud. */

import { useState } from 'react';
import type { Api } from '#contract/api.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import { ApiFailure, call } from '../../api.ts';
import { usePlatform } from '../../platform/context.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { instantOf, sayClock } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { useMessage } from '../../ui/snackbar.tsx';

type Code = OutputOf<Api['grantCode']>;

/** In groups of four, as one reads it to somebody. */
const readable = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ');

export function GrantCode() {
  const platform = usePlatform();
  const say = useMessage();
  const [code, setCode] = useState<Code | null>(null);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const make = async () => {
    setBusy(true);
    setError(undefined);
    try {
      setCode(await call('grantCode', {}));
    } catch (failure) {
      setError(failure instanceof ApiFailure ? failure.message : 'Chưa lấy được mã. Thử lại sau ít phút.');
    } finally {
      setBusy(false);
    }
  };
  const copy = async (text: string) => {
    const copied = await platform.copyText(text);
    say(copied.kind === 'ok' ? 'Đã chép mã' : 'Máy này không cho chép. Anh/chị đọc mã cho quản trị.');
  };

  return (
    <Section title="Mã nhận quyền">
      <div className="card part">
        <p className="small muted">
          Chỉ cần khi quản trị cấp quyền cho anh/chị. Đọc mã này cho họ; mã dùng một lần, ai có mã đều được
          cấp quyền dưới tên anh/chị nên không đăng lên nhóm chat.
        </p>
        {error !== undefined && <FieldError id="grant-code">{error}</FieldError>}
        {code !== null && (
          <div className="big-code" role="status">
            <p className="code">{readable(code.code)}</p>
            <p className="small">Hết hạn lúc {sayClock(instantOf(code.expiresAt))}</p>
            <Button look="secondary" slim icon="copy" onClick={() => void copy(code.code)}>
              Chép mã
            </Button>
          </div>
        )}
        <Button look="soft" slim onClick={() => void make()} busy={busy ? 'Đang lấy mã…' : undefined}>
          {code === null ? 'Lấy mã nhận quyền' : 'Lấy mã mới'}
        </Button>
      </div>
    </Section>
  );
}
