/** Acts with a few lines to fill in: a reason, a letter of the unit, the city's answer, words for the public. */

import { useState } from 'react';
import { countLetters } from '#domain/text.ts';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { useKept } from '../../shared/kept.ts';
import { Button } from '../../ui/button.tsx';
import { DateField, RadioGroup } from '../../ui/choice-field.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { ActProps } from './act-dialogs.tsx';
import { ActSheet } from './act-sheet.tsx';
import { Change, refresh } from './act-simple.tsx';

const leastLetters = 10;

const reasoned = {
  refuse: {
    title: 'Từ chối tiếp nhận',
    label: 'Lý do từ chối',
    hint: 'Tác giả sẽ đọc đúng câu này. Hồ sơ đã từ chối không mở lại được.',
    error: `Viết lý do từ chối, ít nhất ${leastLetters} ký tự`,
    to: 'Từ chối tiếp nhận',
    button: 'Từ chối hồ sơ',
    busy: 'Đang từ chối…',
    said: 'Đã từ chối. Tác giả nhận thông báo kèm lý do.',
  },
  correct: {
    title: 'Mở lại để sửa kết quả',
    label: 'Lý do sửa',
    hint: 'Quyết định đã ghi được gỡ, hồ sơ về lại Hội đồng. Tác giả nhận thông báo kèm lý do này.',
    error: `Viết lý do sửa kết quả, ít nhất ${leastLetters} ký tự`,
    to: 'Đang xét',
    button: 'Mở lại hồ sơ',
    busy: 'Đang mở lại…',
    said: 'Đã mở lại hồ sơ để sửa kết quả.',
  },
} as const;

export function ReasonSheet(props: ActProps & { action: keyof typeof reasoned }) {
  const { open, dossier, onClose, onFresh, action } = props;
  const { title, label, hint, error, to, button, busy, said } = reasoned[action];
  const reason = useKept(`${action}:${dossier.id}`, '');
  const [tried, setTried] = useState(false);
  const say = useMessage();
  const deed = useDeed(action, () => {
    reason.forget();
    onClose();
    say(said);
  });
  const short = countLetters(reason.value) < leastLetters;
  const act = () => {
    setTried(true);
    if (!short) deed.run({ id: dossier.id, version: dossier.version, reason: reason.value });
  };
  return (
    <ActSheet
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <Button onClick={act} busy={deed.busy ? busy : undefined}>
          {button}
        </Button>
      }
    >
      <DeedFailed failure={deed.failure} onFresh={refresh(deed.reset, onFresh)} />
      <TextArea
        name={`${action}-reason`}
        label={label}
        hint={hint}
        limit={2000}
        value={reason.value}
        onChange={(event) => reason.set(event.currentTarget.value)}
        error={tried && short ? error : undefined}
      />
      <Change from={dossier.status.label} to={to} />
    </ActSheet>
  );
}

export function PaperSheet({ open, dossier, onClose, onFresh }: ActProps) {
  const letter = useKept(`paper:${dossier.id}`, { letterNo: '', letterDate: '' });
  const [tried, setTried] = useState(false);
  const say = useMessage();
  const deed = useDeed('confirmOnPaper', () => {
    letter.forget();
    onClose();
    say('Đã ghi xác nhận của đơn vị. Tác giả nhận thông báo.');
  });
  const { letterNo, letterDate } = letter.value;
  const errors = {
    letterNo: letterNo.trim() === '' ? 'Ghi số văn bản của đơn vị' : undefined,
    letterDate: letterDate === '' ? 'Nhập ngày văn bản' : deed.problem('letterDate'),
  };
  const act = () => {
    setTried(true);
    if (letterNo.trim() !== '' && letterDate !== '')
      deed.run({ id: dossier.id, version: dossier.version, letterNo: letterNo.trim(), letterDate });
  };
  return (
    <ActSheet
      open={open}
      onClose={onClose}
      title="Ghi xác nhận bằng văn bản"
      actions={
        <Button onClick={act} busy={deed.busy ? 'Đang ghi…' : undefined}>
          Ghi xác nhận của đơn vị
        </Button>
      }
    >
      <DeedFailed besideFields failure={deed.failure} onFresh={refresh(deed.reset, onFresh)} />
      <p className="muted">
        {dossier.unitName} chưa có thủ trưởng trên hệ thống. Ghi lại văn bản mà đơn vị đã xác nhận.
      </p>
      <TextField
        name="letterNo"
        label="Số văn bản"
        value={letterNo}
        maxLength={60}
        onChange={(event) => letter.set({ letterNo: event.currentTarget.value, letterDate })}
        error={tried ? errors.letterNo : undefined}
      />
      <DateField
        name="letterDate"
        label="Ngày văn bản"
        value={letterDate}
        onChange={(event) => letter.set({ letterNo, letterDate: event.currentTarget.value })}
        error={tried ? errors.letterDate : undefined}
      />
      <Change from={dossier.status.label} to="Đơn vị đã xác nhận" />
    </ActSheet>
  );
}

export function CityResultSheet({ open, dossier, onClose, onFresh }: ActProps) {
  const kept = useKept(`city:${dossier.id}`, { result: '', documentNo: '', documentDate: '' });
  const [tried, setTried] = useState(false);
  const say = useMessage();
  const deed = useDeed('recordCity', () => {
    kept.forget();
    onClose();
    say('Đã ghi kết quả của Thành phố. Tác giả nhận thông báo.');
  });
  const { result, documentNo, documentDate } = kept.value;
  const act = () => {
    setTried(true);
    if (result === '' || documentNo.trim() === '' || documentDate === '') return;
    const document = { documentNo: documentNo.trim(), documentDate };
    deed.run({ id: dossier.id, version: dossier.version, recognised: result === 'recognised', ...document });
  };
  return (
    <ActSheet
      open={open}
      onClose={onClose}
      title="Ghi kết quả của Thành phố"
      actions={
        <Button onClick={act} busy={deed.busy ? 'Đang ghi…' : undefined}>
          Ghi và báo tác giả
        </Button>
      }
    >
      <DeedFailed besideFields failure={deed.failure} onFresh={refresh(deed.reset, onFresh)} />
      <RadioGroup
        name="city-result"
        label="Thành phố trả lời"
        options={[
          { value: 'recognised', label: 'Công nhận cấp Thành phố' },
          { value: 'not_recognised', label: 'Không công nhận lần này' },
        ]}
        value={result}
        onChange={(event) => kept.set({ ...kept.value, result: event.currentTarget.value })}
        error={tried && result === '' ? 'Chọn câu trả lời của Thành phố' : undefined}
      />
      <TextField
        name="documentNo"
        label="Số văn bản"
        value={documentNo}
        maxLength={60}
        onChange={(event) => kept.set({ ...kept.value, documentNo: event.currentTarget.value })}
        error={tried && documentNo.trim() === '' ? 'Ghi số văn bản của Thành phố' : undefined}
      />
      <DateField
        name="documentDate"
        label="Ngày văn bản"
        value={documentDate}
        onChange={(event) => kept.set({ ...kept.value, documentDate: event.currentTarget.value })}
        error={tried && documentDate === '' ? 'Nhập ngày văn bản' : deed.problem('documentDate')}
      />
    </ActSheet>
  );
}

export function HighlightSheet({ open, dossier, onClose, onFresh }: ActProps) {
  const summary = useKept(`highlight:${dossier.id}`, '');
  const say = useMessage();
  const deed = useDeed('addHighlight', () => {
    summary.forget();
    onClose();
    say('Đã đưa vào mục tiêu biểu. Mọi người đọc được ngay.');
  });
  const act = () => deed.run({ initiativeId: dossier.id, summary: summary.value.trim() || null });
  return (
    <ActSheet
      open={open}
      onClose={onClose}
      title="Đưa vào tiêu biểu"
      actions={
        <Button onClick={act} busy={deed.busy ? 'Đang đưa lên…' : undefined}>
          Đưa lên trang công khai
        </Button>
      }
    >
      <DeedFailed besideFields failure={deed.failure} onFresh={refresh(deed.reset, onFresh)} />
      <p className="muted">
        Tên sáng kiến, đơn vị và các phần được phép công bố sẽ hiện ở mục Tiêu biểu và trang công khai.
      </p>
      <TextArea
        name="highlight-summary"
        label="Vì sao tiêu biểu"
        hint="Một hai câu cho người đọc."
        optional
        limit={600}
        value={summary.value}
        onChange={(event) => summary.set(event.currentTarget.value)}
        error={deed.problem('summary')}
      />
    </ActSheet>
  );
}
