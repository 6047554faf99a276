/** The header of a screen: title, way back, and room for Zalo's own buttons at the right. */

import { type ReactElement, type ReactNode, useContext } from 'react';
import { useNavigate } from 'react-router-dom';
import { BandContext } from './band-context.ts';
import { IconButton } from './button.tsx';
import { Text } from './text.tsx';

interface HeaderProps {
  /** Inner screens: where "back" leads for somebody who came by a link. Absent on root screens. */
  back?: string;
  /** Instead of going back: e.g. the step before. */
  onBack?: () => void;
  /** The small line above the title, such as "Bước 3 trên 5". */
  above?: ReactNode;
  /** The small line below the title, such as the organisation's name. */
  below?: ReactNode;
  /** Before the title on root screens: the mark. */
  lead?: ReactElement;
  /** After the title: at most one IconButton. */
  end?: ReactElement;
  /** False where the screen has its own h1 (the question). */
  heading?: boolean;
  children: ReactNode;
}

/** React Router counts its entries; the first one has nothing of ours behind it. */
function hasHistory(): boolean {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'idx' in state && Number(state.idx) > 0;
}

export function Header({ back, onBack, above, below, lead, end, heading = true, children }: HeaderProps) {
  const navigate = useNavigate();
  const onBand = useContext(BandContext);
  const inner = back !== undefined || onBack !== undefined;
  const goBack = () => {
    if (onBack !== undefined) onBack();
    else if (hasHistory()) navigate(-1);
    else navigate(back ?? '/', { replace: true });
  };
  const Title = heading ? 'h1' : 'p';
  return (
    <header className={`header ${inner ? 'header-inner' : 'header-root'}${onBand ? ' header-band' : ''}`}>
      {inner && <IconButton icon="back" label="Quay lại" onClick={goBack} />}
      {lead}
      <div className="header-title">
        {above !== undefined && <Text size="tiny">{above}</Text>}
        <Title className="header-words">{children}</Title>
        {below !== undefined && <Text size="tiny">{below}</Text>}
      </div>
      {end !== undefined && <div className="header-end">{end}</div>}
    </header>
  );
}
