/** The second step of sending: what will happen to how many, once more, and then exactly this version leaves. */

import type { Preview } from '#contract/announcement.ts';
import { useServerNow } from '../../ask.ts';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatNumber, instantOf, sayDeadline } from '../../ui/format.ts';
import { useMessage } from '../../ui/snackbar.tsx';
import type { Draft } from './announcement-draft.ts';

interface SendDialogProps {
  id: string;
  /** The version that was looked at; null while nobody asks. */
  version: number | null;
  draft: Draft;
  preview: Preview | undefined;
  onClose: () => void;
  onSent: () => void;
}

export function SendDialog({ id, version, draft, preview, onClose, onSent }: SendDialogProps) {
  const now = useServerNow()();
  const say = useMessage();
  const deed = useDeed('sendAnnouncement', () => {
    onSent();
    window.scrollTo(0, 0);
    onClose();
    say('Đã bắt đầu gửi. Trang này cho biết kết quả từng người.');
  });
  const earliest = preview && instantOf(preview.earliest);
  const later = earliest !== undefined && earliest > now;
  return (
    <Dialog
      open={version !== null}
      onClose={onClose}
      title={
        draft.withMessages && preview
          ? `Gửi cho ${formatNumber(preview.reached)} người qua Zalo?`
          : 'Gửi thông báo này?'
      }
      actions={[
        <Button
          key="send"
          icon="send"
          busy={deed.busy ? 'Đang gửi…' : undefined}
          onClick={() => version !== null && deed.run({ id, version })}
        >
          Gửi bản {version ?? ''}
        </Button>,
        <Button key="back" look="text" onClick={onClose}>
          Xem lại đã
        </Button>,
      ]}
    >
      <DeedFailed failure={deed.failure} />
      {deed.failure?.code === 'zalo_not_connected' && (
        <ButtonLink look="secondary" to="/desk/zalo">
          Mở Kết nối Zalo
        </ButtonLink>
      )}
      <p className="bold">“{draft.title}”</p>
      <ul className="dotted">
        {draft.withMessages && preview && (
          <li>
            Tin nhắn tới {formatNumber(preview.reached)} người
            {later ? `, sớm nhất ${sayDeadline(earliest)}` : ', đi ngay'}.
          </li>
        )}
        {draft.withArticle && <li>Một bài trên trang Zalo, ai cũng đọc được.</li>}
        <li>
          {preview === undefined || preview.inApp === null
            ? 'Thông báo trong mini app cho mọi người.'
            : `Thông báo trong mini app cho ${formatNumber(preview.inApp)} người.`}
        </li>
      </ul>
      <p className="muted">
        Tin đã gửi không lấy lại được. Phần chưa đi có thể tạm dừng hoặc hủy. Mỗi người chỉ nhận một lần.
      </p>
    </Dialog>
  );
}
