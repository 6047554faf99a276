/** The office's answer in the chat, and closing a ticket so that the machine answers again. */

import { type FormEvent, useState } from 'react';
import { longestAnswer, type TicketDetail } from '#contract/ticket.ts';
import { newId } from '../../platform/uuid.ts';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { TextArea } from '../../ui/text-field.tsx';

export function AnswerBox({ ticket }: { ticket: TicketDetail }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  // The same until it has arrived, so that a second try is the same answer.
  const [answerId, setAnswerId] = useState(newId);
  const say = useMessage();
  const deed = useDeed('answerTicket', () => {
    setText('');
    setAnswerId(newId());
    say('Đã chuyển câu trả lời cho Zalo.');
  });
  if (ticket.state === 'closed') return <p className="muted">Phiếu đã đóng. Máy lại trả lời người này.</p>;
  if (ticket.unreachable !== null)
    return (
      <Banner tone="todo" icon="warn">
        {ticket.unreachable}
      </Banner>
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const over = text.trim().length - longestAnswer;
    const wrong =
      text.trim() === ''
        ? 'Viết câu trả lời'
        : over > 0
          ? `Rút gọn câu trả lời, bớt ${over} ký tự`
          : undefined;
    setError(wrong);
    if (wrong === undefined) deed.run({ id: ticket.id, answerId, text: text.trim() });
  };
  return (
    <form className="ticket-answer" noValidate onSubmit={send}>
      <TextArea
        name="answer"
        label="Câu trả lời"
        hint="Gửi thành tin nhắn của trang. Người nhận thấy đây là lời của cơ quan Thường trực."
        limit={longestAnswer}
        value={text}
        error={error}
        onChange={({ target }) => setText(target.value)}
      />
      <DeedFailed failure={deed.failure} />
      <div>
        <Button submit icon="send" busy={deed.busy ? 'Đang gửi…' : undefined}>
          Gửi câu trả lời
        </Button>
      </div>
    </form>
  );
}

export function CloseTicket({ ticket }: { ticket: TicketDetail }) {
  const [asking, setAsking] = useState(false);
  const say = useMessage();
  const deed = useDeed('closeTicket', () => {
    setAsking(false);
    say('Đã đóng phiếu. Máy lại trả lời người này.');
  });
  return (
    <>
      <Button look="secondary" icon="check" onClick={() => setAsking(true)}>
        Đóng phiếu…
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Đóng phiếu hỏi này?"
        actions={[
          <Button
            key="close"
            busy={deed.busy ? 'Đang đóng…' : undefined}
            onClick={() => deed.run({ id: ticket.id })}
          >
            Đóng phiếu
          </Button>,
          <Button key="back" look="text" onClick={() => setAsking(false)}>
            Để mở
          </Button>,
        ]}
      >
        <DeedFailed failure={deed.failure} />
        {ticket.state === 'waiting' && <p>Người này đang chờ câu trả lời.</p>}
        <p>Máy trả lời tự động trở lại và người hỏi được báo như vậy. Hỏi tiếp thì có phiếu mới.</p>
      </Dialog>
    </>
  );
}
