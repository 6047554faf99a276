/** What the page may send me over Zalo by itself: one switch for each kind, and one that ends everything. */

import { useState } from 'react';
import type { Me } from '#contract/person.ts';
import type { Topic } from '#contract/terms.ts';
import { ApiFailure, call } from '../../api.ts';
import { useSession } from '../../session.tsx';
import { Switch } from '../../ui/choice-field.tsx';
import { FieldError } from '../../ui/field.tsx';
import { List } from '../../ui/list.tsx';
import { Section } from '../../ui/page.tsx';

type Kind = Topic | 'all';

const words: Record<Topic, [title: string, about: string]> = {
  announcement: ['Thông báo chung', 'Mở đợt, hướng dẫn, kết quả của phong trào'],
  reminder: ['Nhắc hạn', 'Trước hạn nộp, khi anh/chị chưa nộp'],
};

export function Topics({ zalo }: { zalo: Me['zalo'] }) {
  const { replace } = useSession();
  const [pending, setPending] = useState<Kind | null>(null);
  const [error, setError] = useState<string>();
  if (!zalo.linked) return null;

  const change = async (topic: Kind, on: boolean) => {
    setPending(topic);
    setError(undefined);
    try {
      replace(await call('topic', { topic, on }));
    } catch (failure) {
      setError(failure instanceof ApiFailure ? failure.message : 'Chưa lưu được. Thử lại sau ít phút.');
    } finally {
      setPending(null);
    }
  };
  const row = (topic: Kind, on: boolean, title: string, about: string) => (
    <li key={topic}>
      <Switch
        // At once under the finger; back again if the server did not take it.
        checked={pending === topic ? !on : on}
        hint={pending === topic ? 'Đang lưu…' : about}
        onChange={(wanted) => void change(topic, wanted)}
      >
        {title}
      </Switch>
    </li>
  );
  return (
    <Section title="Tin nhận qua Zalo">
      {error !== undefined && <FieldError id="topics">{error}</FieldError>}
      <List>
        {row(
          'all',
          !zalo.stopped,
          'Tin về hồ sơ của tôi',
          'Luôn gửi khi có việc mới. Tắt thì dừng mọi tin qua Zalo',
        )}
        {zalo.topics.map(({ topic, on }) => row(topic, on, ...words[topic]))}
      </List>
      <p className="small muted">
        Tắt ở đây, thông báo vẫn có trong mini app. Nhắn “dừng” cho trang cũng dừng mọi tin.
      </p>
    </Section>
  );
}
