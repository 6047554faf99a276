/** Returning a dossier: which part, and what to change, in words that the author will read as they stand. */

import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Detail, Form } from '#contract/initiative.ts';
import { emptyForm } from '#contract/terms.ts';
import { labels } from '#domain/form.ts';
import { countLetters } from '#domain/text.ts';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { useKept } from '../../shared/kept.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-field.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { TextArea } from '../../ui/text-field.tsx';

/** What an author alone decides is not for the unit to ask about. */
const notAsked: ReadonlySet<string> = new Set<keyof Form>([
  'oath',
  'consentProcessing',
  'consentPublishName',
  'consentZaloNews',
]);
const parts = [
  { value: 'general', label: 'Cả hồ sơ' },
  ...Object.keys(emptyForm)
    .filter((part) => !notAsked.has(part))
    .map((part) => ({ value: part, label: labels[part as keyof Form] })),
];
const leastLetters = 10;
const mostLetters = 2000;

interface ReturnSheetProps {
  dossier: Detail;
  open: boolean;
  onClose: () => void;
  onFresh: () => void;
}

export function ReturnSheet({ dossier, open, onClose, onFresh }: ReturnSheetProps) {
  const written = useKept(`return:${dossier.id}`, { part: '', reason: '' });
  const [tried, setTried] = useState(false);
  const navigate = useNavigate();
  const say = useMessage();
  const deed = useDeed('return', () => {
    written.forget();
    say('Đã trả lại. Tác giả nhận thông báo với đúng lời của anh/chị.');
    navigate('/confirm', { replace: true });
  });
  const { part, reason } = written.value;
  const partError = part === '' ? 'Chọn phần cần sửa' : undefined;
  const reasonError =
    countLetters(reason) < leastLetters
      ? `Viết cần sửa thế nào, ít nhất ${leastLetters} ký tự`
      : deed.problem('reason');

  const send = () => {
    setTried(true);
    if (partError !== undefined || countLetters(reason) < leastLetters) return;
    deed.run({ id: dossier.id, version: dossier.version, part, reason });
  };
  const author = dossier.form.authors[0]?.name ?? 'Tác giả';
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Trả lại để tác giả sửa"
      actions={
        <Button onClick={send} busy={deed.busy ? 'Đang trả lại…' : undefined}>
          Trả lại hồ sơ
        </Button>
      }
    >
      <DeedFailed
        failure={deed.failure}
        onFresh={() => {
          deed.reset();
          onFresh();
        }}
      />
      <Select
        name="return-part"
        label="Phần nào cần sửa?"
        options={parts}
        value={part}
        onChange={(event) => written.set({ part: event.currentTarget.value, reason })}
        error={tried ? partError : undefined}
      />
      <TextArea
        name="return-reason"
        label="Cần sửa thế nào?"
        hint="Tác giả sẽ đọc đúng câu này."
        limit={mostLetters}
        value={reason}
        onChange={(event) => written.set({ part, reason: event.currentTarget.value })}
        error={tried ? reasonError : undefined}
      />
      <Banner icon="bell">{author} nhận một thông báo, chạm vào là đến đúng phần này.</Banner>
    </Sheet>
  );
}
