/** Above every page of the wide desk: search over all dossiers, the state of the link to Zalo, and who is signed in. */

import type { FormEvent } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { useSession } from '../../session.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SearchField } from '../../ui/text-field.tsx';
import { roleWords } from './words.ts';
import { healthLook, useHealth } from './zalo-health.ts';

export function TopBar() {
  const { me } = useSession();
  const navigate = useNavigate();
  const { data: health } = useHealth();
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    navigate(`/desk/initiatives${words === '' ? '' : `?${new URLSearchParams({ q: words })}`}`);
  };
  const look = health && healthLook[health.state];
  return (
    <header className="desk-top">
      <search>
        <form onSubmit={search}>
          <SearchField
            name="q"
            label="Tìm trong tất cả hồ sơ"
            placeholder="Tìm hồ sơ, mã, tác giả… (gõ không dấu được)"
          />
        </form>
      </search>
      {look !== undefined && (
        <Link to="/desk/zalo" className={`badge tone-${look.tone} desk-health`}>
          <Icon name={look.icon} size="xs" />
          Zalo: {look.words}
        </Link>
      )}
      <Link to="/account" className="desk-me">
        <b>{me?.name}</b>
        <span className="tiny meta">{me && roleWords(me.roles.map(({ role }) => role))}</span>
      </Link>
    </header>
  );
}
