/** How to take part, and the seven words that keep people from writing, explained. */

import type { Profile } from '#domain/organisation.ts';
import type { Config } from '../../config.ts';
import { type Html, html } from './html.ts';
import { mainButton } from './layout.ts';

const words: [word: string, meaning: string][] = [
  [
    'Sáng kiến',
    'Một cách làm đã dùng thật, mới với đơn vị của anh/chị và làm công việc tốt hơn. Không cần máy móc, không cần lý luận. Ý tưởng chưa làm thử thì chưa phải sáng kiến: anh/chị cứ giữ bản nháp, làm thử rồi nộp.',
  ],
  [
    'Điểm mới',
    'Điều khác với cách làm trước đây ở chính đơn vị anh/chị. Viết hai câu là đủ: “Trước đây…” và “Nay…”. Nơi khác đã làm rồi mà đơn vị mình chưa ai làm thì vẫn kể được.',
  ],
  [
    'Biện pháp',
    'Các bước đã làm, mỗi bước nói ai làm việc gì. Hai hoặc ba bước rõ ràng hơn mười bước chung chung.',
  ],
  [
    'Hiệu quả áp dụng',
    'Sau khi làm thì khác gì: bớt giờ chờ, bớt đơn phải làm lại, thêm người dùng. Một con số trước và sau, kèm nơi lấy con số, là đủ mạnh.',
  ],
  [
    'Phạm vi ảnh hưởng',
    'Bao nhiêu nơi đã dùng hoặc dùng được. Chỉ một tổ hay một lớp dùng cũng ghi đúng như thế.',
  ],
  [
    'Minh chứng',
    'Thứ cho thấy việc đã làm thật: ảnh chụp, bảng đếm, mẫu phiếu, văn bản. Chụp bằng điện thoại được. Không gửi ảnh giấy tờ tùy thân của ai.',
  ],
  [
    'Tiếp nhận hợp lệ',
    'Hồ sơ đã đủ để đưa ra Hội đồng. Đây chưa phải là được công nhận; từ ngày này Hội đồng có thời hạn để trả lời.',
  ],
];

export function guideBody({ config, profile }: { config: Config; profile: Profile }): Html {
  const district = profile.levels.district;
  return html`<div class="wide reading">
<h1>Cách tham gia</h1>
<p class="lead">Ai đang làm việc tại các đơn vị của ${profile.name} cũng nộp được sáng kiến. Năm bước, mỗi bước lưu lại ngay nên bỏ dở lúc nào cũng được.</p>
<ol class="steps">
<li><span><b>Viết trên điện thoại.</b> Mở mini app trong Zalo, chọn đợt và đơn vị, trả lời lần lượt từng câu hỏi. Chữ viết tới đâu lưu tới đó.</span></li>
<li><span><b>Nộp và nhận mã.</b> Máy chủ ghi giờ nhận và trả một mã hồ sơ. Giữ mã này để hỏi khi cần.</span></li>
${profile.unitConfirmation && html`<li><span><b>Đơn vị xác nhận.</b> Thủ trưởng đơn vị xác nhận giải pháp đã áp dụng, hoặc trả lại kèm chỗ cần sửa. Anh/chị có ${profile.mendDays} ngày làm việc để sửa, kể cả khi đợt đã đóng.</span></li>`}
<li><span><b>Kiểm tra và xét.</b> ${profile.standingAgency} kiểm tra trong ${profile.checkMonths} tháng, thiếu gì báo từng mục. ${profile.council} xét trong ${profile.answerMonths} tháng từ ngày tiếp nhận.</span></li>
<li><span><b>Nhận kết quả.</b> Kết quả báo riêng cho tác giả trước. Được công nhận ${district} rồi mới đề nghị lên ${profile.levels.city}.</span></li>
</ol>
<p>${mainButton(config, '', 'Viết sáng kiến trên Zalo')}</p>

<h2>Bảy chữ hay làm người viết ngại</h2>
<dl class="words">${words.map(([word, meaning]) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl>

<h2>Hỏi nhanh</h2>
<dl class="words">
<div><dt>Tôi làm cùng đồng nghiệp thì sao?</dt><dd>Ghi tên từng người và tỷ lệ đóng góp, cộng lại đủ 100%. Một hồ sơ có nhiều nhất mười tác giả.</dd></div>
<div><dt>Quá hạn nộp thì sao?</dt><dd>Bản nháp vẫn giữ, anh/chị nộp ở đợt sau. Hồ sơ đã nộp mà bị trả lại hoặc cần bổ sung có hạn riêng, ghi ngay trên trang hồ sơ.</dd></div>
<div><dt>Không dùng Zalo có nộp được không?</dt><dd>Được. Nộp hồ sơ giấy tại ${profile.standingAgency} trong giờ hành chính.</dd></div>
<div><dt>Tên tôi có bị đăng công khai không?</dt><dd>Chỉ khi sáng kiến được chọn giới thiệu và anh/chị đã đồng ý riêng việc đó. Đổi ý lúc nào cũng được. Xem <a href="/chinh-sach-rieng-tu">Dữ liệu cá nhân</a>.</dd></div>
</dl>
</div>`;
}
