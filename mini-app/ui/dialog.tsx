/** Sheet and dialog on the browser's own <dialog>: named by the heading, focus in and back, Escape and "back" close them. */

import {
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useId,
  useRef,
} from 'react';
import { useBlocker } from 'react-router-dom';
import { IconButton } from './button.tsx';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Text typed in here survives closing. */
  children?: ReactNode;
  /** A sheet of two columns on a wide screen. */
  wide?: boolean;
  /** The buttons: the deciding one first, then the way back. */
  actions: ReactElement | ReactElement[];
}

/** The phone's "back" means "close this", not "leave the screen". */
function CloseOnBack({ onClose }: { onClose: () => void }) {
  const blocker = useBlocker(({ historyAction }) => historyAction === 'POP');
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    blocker.reset();
    onClose();
  }, [blocker, onClose]);
  return null;
}

function Modal({
  open,
  onClose,
  title,
  children,
  actions,
  wide = false,
  sheet,
}: DialogProps & { sheet: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!open || element === null) return;
    element.showModal();
    document.documentElement.classList.add('locked');
    return () => {
      document.documentElement.classList.remove('locked');
      element.close();
    };
  }, [open]);

  // Closing is the caller's decision, so that `open` and the screen never disagree.
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  const touchBeside = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for closing is Escape, which arrives as `cancel`
    <dialog
      ref={dialog}
      className={!sheet ? 'dialog' : wide ? 'sheet sheet-wide' : 'sheet'}
      aria-labelledby={titleId}
      onCancel={cancel}
      onClick={sheet ? touchBeside : undefined}
    >
      {open && <CloseOnBack onClose={onClose} />}
      <div className="dialog-inside">
        {sheet && <span className="sheet-handle" aria-hidden="true" />}
        <div className="dialog-head">
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          {sheet && <IconButton icon="close" label="Đóng" onClick={onClose} />}
        </div>
        {children}
        <div className="dialog-actions">{actions}</div>
      </div>
    </dialog>
  );
}

/** From below, for a piece of work beside the screen: filters, a reason to write. One main button. */
export const Sheet = (props: DialogProps) => <Modal {...props} sheet />;

/** Only to ask again before something that cannot be undone: "Rút hồ sơ này?" / "Rút hồ sơ" / "Giữ lại". */
export const Dialog = (props: DialogProps) => <Modal {...props} sheet={false} />;
