/** Oath and consents, each its own box; the two that are optional start unticked. */

import type { Form } from '#contract/initiative.ts';
import { Checkbox } from '../../ui/choice-field.tsx';

interface ConsentsProps {
  form: Form;
  set: (change: Partial<Form>) => void;
  errorOf: (field: string) => string | undefined;
  organisation: string;
}

export function Consents({ form, set, errorOf, organisation }: ConsentsProps) {
  return (
    <div className="card consents">
      <Checkbox
        id="oath"
        error={errorOf('oath')}
        checked={form.oath}
        onChange={(event) => set({ oath: event.target.checked })}
      >
        Tôi cam đoan nội dung trên là trung thực và tôi là tác giả.
      </Checkbox>
      <Checkbox
        id="consentProcessing"
        error={errorOf('consentProcessing')}
        checked={form.consentProcessing}
        onChange={(event) => set({ consentProcessing: event.target.checked })}
      >
        Tôi đồng ý để {organisation} xử lý thông tin này nhằm xét công nhận sáng kiến.
      </Checkbox>
      <p className="small muted consents-optional">Không bắt buộc, đổi lại lúc nào cũng được:</p>
      <Checkbox
        id="consentPublishName"
        checked={form.consentPublishName}
        onChange={(event) => set({ consentPublishName: event.target.checked })}
      >
        Cho phép nêu tên tôi nếu sáng kiến được chọn tiêu biểu.
      </Checkbox>
      <Checkbox
        id="consentZaloNews"
        checked={form.consentZaloNews}
        onChange={(event) => set({ consentZaloNews: event.target.checked })}
      >
        Nhận tin về phong trào qua Zalo.
      </Checkbox>
    </div>
  );
}
