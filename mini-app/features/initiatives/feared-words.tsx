/** The words that authors misunderstand most, explained. */

import { useHome } from '../../ask.ts';
import { Fold } from '../../ui/fold.tsx';

export function FearedWords() {
  const { data: home } = useHome();
  const agency = home?.organisation.standingAgency ?? 'cơ quan Thường trực';
  const words: [string, string][] = [
    ['Đã nộp', 'Chúng tôi đã có hồ sơ của anh/chị và ghi giờ nộp. Chưa ai xét nội dung.'],
    [
      'Đơn vị đã xác nhận',
      'Thủ trưởng đơn vị xác nhận sáng kiến đã được áp dụng. Chưa phải là được công nhận.',
    ],
    [
      'Đã tiếp nhận hợp lệ',
      `Hồ sơ đủ giấy tờ để xét; ${agency} bắt đầu tính thời hạn trả lời. Chưa phải là được công nhận.`,
    ],
    [
      'Yêu cầu bổ sung',
      'Còn thiếu một vài điều. Anh/chị trả lời đúng hạn thì hồ sơ đi tiếp, không mất lượt.',
    ],
    [
      'Đang xét',
      'Hội đồng đang đánh giá. Trước khi công bố, không ai biết kết quả, kể cả qua thứ tự hay tin nhắn.',
    ],
    ['Được công nhận', 'Đã có quyết định, có số và ngày. Chỉ từ lúc này sáng kiến mới là được công nhận.'],
    [
      'Không công nhận',
      'Sáng kiến chưa đạt điều kiện ở đợt này, kèm lý do. Anh/chị chép lại được để hoàn thiện và nộp đợt sau.',
    ],
  ];
  return (
    <Fold title="Các từ này nghĩa là gì?" line="“Đã tiếp nhận” chưa phải là “được công nhận”">
      <dl className="words">
        {words.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd className="small">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
