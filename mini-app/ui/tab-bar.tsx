/** The tab bar of the root screens: at the thumb on a phone, a row below the header on a wide screen. */

import { useContext } from 'react';
import { NavLink } from 'react-router-dom';
import { BandContext } from './band-context.ts';
import { formatNumber } from './format.ts';
import { Icon, type IconName } from './icon.tsx';
import { useWide } from './wide.ts';

export interface Tab {
  to: string;
  label: string;
  icon: IconName;
  /** Current only at this very address, not below it. */
  exact?: boolean;
  /** Shown only above zero. */
  count?: number;
  /** What is counted, for the ear: "chưa đọc". */
  countWords?: string;
}

export function TabBar({ tabs }: { tabs: Tab[] }) {
  const onBand = useContext(BandContext);
  const wide = useWide();
  return (
    <nav className={onBand && wide ? 'tabs tabs-band' : 'tabs'} aria-label="Điều hướng chính">
      <ul>
        {tabs.map(({ to, label, icon, exact = to === '/', count = 0, countWords = '' }) => (
          <li key={to}>
            <NavLink to={to} end={exact}>
              <span className="tab-icon">
                <Icon name={icon} />
                {count > 0 && (
                  <span className="tab-count" aria-hidden="true">
                    {count > 99 ? '99+' : count}
                  </span>
                )}
              </span>
              {label}
              {count > 0 && <span className="hidden-words">{`, ${formatNumber(count)} ${countWords}`}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
