/** Buttons on zmp-ui's Button. They say what happens, are never disabled, and ignore further taps while working. */

import type { MouseEventHandler, ReactNode } from 'react';
import { Link, type To } from 'react-router-dom';
import { Button as ZaloButton } from 'zmp-ui';
import { Icon, type IconName } from './icon.tsx';

/** main: the one filled button of a screen · secondary: outline · soft · text · danger: text in red, for destruction. */
export type ButtonLook = 'main' | 'secondary' | 'soft' | 'text' | 'danger';

interface Looks {
  look?: ButtonLook;
  icon?: IconName;
  /** 48 px and as wide as its words, inside cards. */
  slim?: boolean;
  children: ReactNode;
}

interface ButtonProps extends Looks {
  onClick?: MouseEventHandler<HTMLElement>;
  submit?: boolean;
  /** The words while the work runs ("Đang nộp…"); undefined when it does not. */
  busy?: string | undefined;
  /** Words that only screen readers hear after the label: "Sửa" + "Tên sáng kiến". */
  hiddenWords?: string;
}

const classOf = (look: ButtonLook, slim: boolean) => `btn btn-${look}${slim ? ' btn-slim' : ''}`;

export function Button(props: ButtonProps) {
  const { look = 'main', icon, slim = false, onClick, submit = false, busy, hiddenWords, children } = props;
  const working = busy !== undefined;
  const click: MouseEventHandler<HTMLElement> = (event) => {
    // preventDefault also keeps a second tap from sending the form again.
    if (working) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <ZaloButton
      className={classOf(look, slim)}
      htmlType={submit ? 'submit' : 'button'}
      onClick={click}
      aria-disabled={working || undefined}
    >
      {icon !== undefined && !(working && !slim) && <Icon name={icon} size={slim ? 's' : 'm'} />}
      <span className="btn-labels">
        <span className={working ? 'btn-waiting' : undefined}>
          {children}
          {hiddenWords !== undefined && <span className="hidden-words"> {hiddenWords}</span>}
        </span>
        {working && <span role="status">{busy}</span>}
      </span>
    </ZaloButton>
  );
}

interface ButtonLinkProps extends Looks {
  to: To;
  replace?: boolean;
  /** Handed to the other screen beside its address. */
  state?: unknown;
  hiddenWords?: string;
}

/** Looks like a button, leads to another screen. */
export function ButtonLink({
  look = 'main',
  icon,
  slim = false,
  to,
  replace,
  state,
  hiddenWords,
  children,
}: ButtonLinkProps) {
  return (
    <Link className={classOf(look, slim)} to={to} replace={replace} state={state}>
      {icon !== undefined && <Icon name={icon} size={slim ? 's' : 'm'} />}
      <span>
        {children}
        {hiddenWords !== undefined && <span className="hidden-words"> {hiddenWords}</span>}
      </span>
    </Link>
  );
}

interface IconButtonProps {
  icon: IconName;
  /** What it does, with its object: "Xóa phieu-hen.jpg". */
  label: string;
  onClick: MouseEventHandler<HTMLElement>;
  /** `outlined`: the square one beside a main button. */
  outlined?: boolean;
}

/** An icon alone: only for back, close, share, delete, pause and resume. */
export function IconButton({ icon, label, onClick, outlined = false }: IconButtonProps) {
  return (
    <button
      type="button"
      className={outlined ? 'btn btn-secondary btn-square' : 'icon-button'}
      aria-label={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
