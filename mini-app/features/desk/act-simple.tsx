/** Acts that need no more than a yes: accepting, putting before the council, closing, sending on to the city. */

import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import type { FormPart } from '../../shared/form-parts.tsx';
import type { Kept } from '../../shared/kept.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import type { ActProps } from './act-dialogs.tsx';
import { type DeskAction, type Intake, tallyOf } from './intake.ts';

/** "Chuyển từ “Đã nộp” sang “…”." */
export const Change = ({ from, to }: { from: string; to: string }) => (
  <p className="small muted">
    Chuyển từ “{from}” sang “{to}”.
  </p>
);

interface AcceptDialogProps extends ActProps {
  parts: FormPart[];
  intake: Kept<Intake>;
  onAct: (act: DeskAction) => void;
}

/** Parts that are marked as missing lead to the request for a supplement first. */
export function AcceptDialog({ open, dossier, onClose, onFresh, parts, intake, onAct }: AcceptDialogProps) {
  const say = useMessage();
  const deed = useDeed('accept', () => {
    intake.forget();
    onClose();
    say('Đã tiếp nhận. Tác giả nhận thông báo.');
  });
  const { missing, unseen } = tallyOf(
    intake.value.marks,
    parts.map(({ part }) => part),
  );
  const accept = (
    <Button
      key="accept"
      look={missing > 0 ? 'text' : 'main'}
      busy={deed.busy ? 'Đang tiếp nhận…' : undefined}
      onClick={() => deed.run({ id: dossier.id, version: dossier.version })}
    >
      {missing > 0 ? 'Vẫn tiếp nhận' : 'Tiếp nhận hồ sơ'}
    </Button>
  );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={missing > 0 ? `Còn ${missing}\u00a0mục đang ghi Thiếu` : 'Tiếp nhận hồ sơ này?'}
      actions={[
        ...(missing > 0
          ? [
              <Button key="ask" onClick={() => onAct('request_supplement')}>
                Yêu cầu bổ sung {missing} mục…
              </Button>,
            ]
          : []),
        accept,
        <Button key="back" look="text" onClick={onClose}>
          Để sau
        </Button>,
      ]}
    >
      <DeedFailed failure={deed.failure} onFresh={refresh(deed.reset, onFresh)} />
      <p>
        {missing > 0 ? 'Nếu vẫn tiếp nhận: hồ sơ' : 'Hồ sơ'} được ghi là đủ thể thức và tác giả nhận thông
        báo. Từ hôm nay bắt đầu tính thời hạn trả lời kết quả.
      </p>
      {unseen > 0 && <p className="muted">Còn {unseen} mục chưa đánh dấu Đạt hay Thiếu.</p>}
      <Change from={dossier.status.label} to="Đã tiếp nhận hợp lệ" />
    </Dialog>
  );
}

export const refresh = (reset: () => void, onFresh: () => void) => () => {
  reset();
  onFresh();
};

const simple = {
  review: {
    door: 'review',
    title: 'Đưa hồ sơ ra Hội đồng xét?',
    words: 'Hồ sơ vào danh sách đang xét của đợt. Tác giả nhận thông báo.',
    to: 'Đang xét',
    button: 'Đưa ra Hội đồng xét',
    busy: 'Đang chuyển…',
    said: 'Đã đưa ra Hội đồng xét.',
  },
  lapse: {
    door: 'lapse',
    title: 'Đóng hồ sơ vì quá hạn bổ sung?',
    words:
      'Hồ sơ kết thúc ở đây. Tác giả nhận thông báo và có thể chép thành bản nháp mới. Hồ sơ đã đóng không mở lại được.',
    to: 'Hết hạn bổ sung',
    button: 'Đóng hồ sơ',
    busy: 'Đang đóng…',
    said: 'Đã đóng hồ sơ. Tác giả nhận thông báo.',
  },
  forward_city: {
    door: 'forwardCity',
    title: 'Ghi là đã trình Thành phố?',
    words: 'Kết quả đã công nhận vẫn giữ nguyên. Tác giả nhận thông báo là hồ sơ đã được trình.',
    to: 'Đã trình Thành phố',
    button: 'Ghi là đã trình',
    busy: 'Đang ghi…',
    said: 'Đã ghi là trình Thành phố. Tác giả nhận thông báo.',
  },
} as const;

export function SimpleActDialog({
  open,
  dossier,
  onClose,
  onFresh,
  action,
}: ActProps & { action: keyof typeof simple }) {
  const { door, title, words, to, button, busy, said } = simple[action];
  const say = useMessage();
  const deed = useDeed(door, () => {
    onClose();
    say(said);
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={[
        <Button
          key="act"
          busy={deed.busy ? busy : undefined}
          onClick={() => deed.run({ id: dossier.id, version: dossier.version })}
        >
          {button}
        </Button>,
        <Button key="back" look="text" onClick={onClose}>
          Để sau
        </Button>,
      ]}
    >
      <DeedFailed failure={deed.failure} onFresh={refresh(deed.reset, onFresh)} />
      <p>{words}</p>
      <Change from={dossier.status.label} to={to} />
    </Dialog>
  );
}
