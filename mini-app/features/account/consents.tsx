/** What I agreed to and when, each to be undone in one tap. */

import { useState } from 'react';
import type { Me } from '#contract/person.ts';
import { sayMoment } from '#domain/calendar.ts';
import { ApiFailure, call } from '../../api.ts';
import { useSession } from '../../session.tsx';
import { Switch } from '../../ui/choice-field.tsx';
import { FieldError } from '../../ui/field.tsx';
import { instantOf } from '../../ui/format.ts';
import { List } from '../../ui/list.tsx';
import { Section } from '../../ui/page.tsx';

type Consent = Me['consents'][number];

/** News over Zalo has switches of its own, one for each kind. */
const words: Partial<Record<Consent['purpose'], string>> = {
  publish_name: 'Nêu tên nếu được chọn tiêu biểu',
};

function sinceWhen({ given, at }: Consent): string {
  if (at === null) return 'Chưa đồng ý';
  return `${given ? 'Đồng ý' : 'Thôi đồng ý'} lúc ${sayMoment(instantOf(at))}`;
}

export function Consents({ consents }: { consents: Consent[] }) {
  const { replace } = useSession();
  const [pending, setPending] = useState<Consent['purpose'] | null>(null);
  const [error, setError] = useState<string>();

  const change = async (purpose: Consent['purpose'], given: boolean) => {
    setPending(purpose);
    setError(undefined);
    try {
      replace(await call('consent', { purpose, given }));
    } catch (failure) {
      setError(failure instanceof ApiFailure ? failure.message : 'Chưa lưu được. Thử lại sau ít phút.');
    } finally {
      setPending(null);
    }
  };

  return (
    <Section title="Điều anh/chị đã đồng ý">
      {error !== undefined && <FieldError id="consents">{error}</FieldError>}
      <List>
        {consents.map((consent) => {
          const { purpose, given } = consent;
          if (words[purpose] === undefined) return null;
          const changing = pending === purpose;
          return (
            <li key={purpose}>
              <Switch
                // At once under the finger; back again if the server did not take it.
                checked={changing ? !given : given}
                hint={changing ? 'Đang lưu…' : sinceWhen(consent)}
                onChange={(wanted) => void change(purpose, wanted)}
              >
                {words[purpose]}
              </Switch>
            </li>
          );
        })}
      </List>
      <p className="small muted">
        Việc xét hồ sơ đã nộp cần anh/chị đồng ý xử lý dữ liệu. Muốn dừng, anh/chị rút hồ sơ.
      </p>
    </Section>
  );
}
