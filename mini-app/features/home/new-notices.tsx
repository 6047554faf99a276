/** The two newest notices. */

import { Link } from 'react-router-dom';
import { useAsk, useServerNow } from '../../ask.ts';
import { noticeLook } from '../../shared/notice-look.ts';
import { CodeWords } from '../../ui/code-words.tsx';
import { instantOf, sayRecently } from '../../ui/format.ts';
import { List, ListLink } from '../../ui/list.tsx';
import { Section } from '../../ui/page.tsx';

export function NewNotices() {
  const { data } = useAsk('notices', {});
  const serverNow = useServerNow();
  const newest = data?.items.slice(0, 2) ?? [];
  if (newest.length === 0) return null;
  return (
    <Section title="Thông báo mới" more={<Link to="/notices">Xem tất cả</Link>}>
      <List>
        {newest.map(({ id, kind, title, at, read }) => (
          <ListLink
            key={id}
            to="/notices"
            {...noticeLook(kind)}
            title={<CodeWords>{title}</CodeWords>}
            line={sayRecently(instantOf(at), serverNow())}
            unread={!read}
          />
        ))}
      </List>
    </Section>
  );
}
