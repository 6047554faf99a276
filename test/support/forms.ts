/** A well filled short form, as a ward officer would send it. */

import type { Form } from '#contract/initiative.ts';
import { emptyForm } from '#contract/terms.ts';

export const goodForm = (change: Partial<Form> = {}): Form => ({
  ...emptyForm,
  roundId: 'round-open',
  unitId: 'truc-bach',
  title: 'Phiếu hẹn có mã QR để người dân tự xem tiến độ hồ sơ',
  solutionKind: 'operational',
  field: 'admin_reform',
  authors: [
    {
      name: 'Nguyễn Minh Hà',
      title: 'Công chức Tư pháp - Hộ tịch',
      workplace: 'Phường Trúc Bạch',
      sharePercent: 100,
    },
  ],
  firstAppliedOn: '2026-03-02',
  before:
    'Người dân phải gọi điện hoặc quay lại Bộ phận Một cửa để hỏi hồ sơ đã xong chưa, mỗi ngày chừng 40 lượt hỏi.',
  newPoint:
    'Trên phiếu hẹn in mã QR riêng của hồ sơ; người dân quét là thấy đang ở bước nào, không phải hỏi ai.',
  measures: [
    'Công chức Một cửa in mã QR trên phiếu hẹn khi nhận hồ sơ.',
    'Cán bộ thụ lý cập nhật bước xử lý trước 16 giờ 30 mỗi ngày.',
  ],
  resultsText:
    'Số lượt gọi hỏi giảm từ 40 xuống 12 lượt mỗi ngày sau ba tháng, theo sổ theo dõi của Bộ phận Một cửa.',
  benefitKinds: ['social'],
  appliedAt: 'Bộ phận Một cửa phường Trúc Bạch',
  levelWanted: 'district',
  oath: true,
  consentProcessing: true,
  ...change,
});
