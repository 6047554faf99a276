/** Says on every screen that the local Zalo stands in for the real one. */

import { useHome } from '../ask.ts';
import { Icon } from '../ui/icon.tsx';

export function RehearsalBar() {
  const { data } = useHome();
  if (!data?.rehearsal) return null;
  return (
    <aside className="rehearsal" aria-label="Diễn tập">
      <Icon name="info" size="xs" />
      <p>Diễn tập – không phải Zalo thật</p>
    </aside>
  );
}
