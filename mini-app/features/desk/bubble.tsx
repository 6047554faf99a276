/** A message as Zalo draws it in the chat with the page, so that the desk sees what people will see. */

import type { ReactNode } from 'react';
import { useHome } from '../../ask.ts';
import { Mark } from '../../ui/mark.tsx';

interface BubbleProps {
  children: ReactNode;
  buttons: string[];
  /** Without the head of the chat, inside a dialog. */
  bare?: boolean;
}

export function Bubble({ children, buttons, bare = false }: BubbleProps) {
  const { data: home } = useHome();
  return (
    <figure className="chat" aria-label="Xem trước tin nhắn Zalo">
      {!bare && (
        <figcaption className="chat-head">
          <Mark />
          <span>
            <b>{home?.organisation.pageName}</b>
            <span className="chat-small">Tài khoản Chính thức</span>
          </span>
        </figcaption>
      )}
      <div className="chat-thread">
        <div className="chat-bubble">
          <div className="chat-text">{children}</div>
          {buttons.map((words) => (
            <p key={words} className="chat-button">
              {words}
            </p>
          ))}
        </div>
      </div>
    </figure>
  );
}
