/** The menu that stands below every conversation with the page: what is in it, and handing it to Zalo. */

import { useAsk } from '../../ask.ts';
import { useSession } from '../../session.tsx';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Button } from '../../ui/button.tsx';
import { instantOf, sayWhen } from '../../ui/format.ts';
import { useMessage } from '../../ui/snackbar.tsx';
import { Lines, Panel } from './parts.tsx';

export function MenuPanel() {
  const menu = useAsk('zaloMenu', {});
  const { me } = useSession();
  const isAdmin = me?.roles.some(({ role }) => role === 'admin') ?? false;
  const say = useMessage();
  const deed = useDeed('setMenu', () => say('Đã đặt menu cho trang.'));
  return (
    <Panel title="Menu dưới hội thoại">
      <Loaded query={menu}>
        {({ items, setAt, current }) => (
          <>
            <Lines lines={items.map(({ label, does }) => ({ question: label, answer: does }))} />
            <p className="muted">
              {setAt === null
                ? 'Trang chưa có menu này.'
                : `${current ? 'Đã đặt' : 'Menu đã đổi so với lần đặt'} ${sayWhen(instantOf(setAt))}.`}
            </p>
          </>
        )}
      </Loaded>
      <DeedFailed failure={deed.failure} />
      {isAdmin && (
        <Button
          look="secondary"
          icon="chat"
          busy={deed.busy ? 'Đang đặt…' : undefined}
          onClick={() => deed.run({})}
        >
          Đặt menu cho trang
        </Button>
      )}
    </Panel>
  );
}
