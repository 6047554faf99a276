/** What is kept about people, why, how long, and what they may ask for. Names of laws are those in force in 2026. */

import type { Profile } from '#domain/organisation.ts';
import { type Html, html } from './html.ts';

const rows: [what: string, why: string, howLong: string][] = [
  [
    'Tên, chức danh, nơi công tác, tỷ lệ đóng góp và nội dung hồ sơ do anh/chị viết',
    'Xét và công nhận sáng kiến theo quy định',
    'Theo thời hạn lưu trữ hồ sơ công việc (Luật Lưu trữ số 33/2024/QH15)',
  ],
  ['Bản nháp', 'Để anh/chị viết tiếp; chỉ anh/chị nhìn thấy', 'Tới khi anh/chị nộp hoặc xóa'],
  [
    'Mã người dùng và tên mà Zalo cấp cho mini app và trang Zalo',
    'Để biết hồ sơ là của ai và trả lời đúng người',
    'Tới khi anh/chị yêu cầu xóa, trừ phần gắn với hồ sơ đã nộp',
  ],
  [
    'Tin anh/chị nhắn cho trang Zalo',
    'Để trả lời anh/chị',
    'Chỉ chừng nào việc trả lời và xử lý sự cố còn cần',
  ],
  [
    'Nhật ký thao tác trên hồ sơ: ai, lúc nào, làm gì, vì sao',
    'Để mọi quyết định kiểm tra lại được',
    'Cùng thời hạn với hồ sơ',
  ],
];

export function privacyBody(profile: Profile): Html {
  return html`<div class="wide reading">
<h1>Dữ liệu cá nhân</h1>
<p class="lead">${profile.name} chịu trách nhiệm về dữ liệu anh/chị gửi ở đây. ${profile.standingAgency} là nơi trực tiếp xử lý.</p>

<h2>Chúng tôi giữ gì, để làm gì, bao lâu</h2>
<div class="table"><table><caption class="hidden">Dữ liệu, mục đích và thời hạn giữ</caption>
<thead><tr><th scope="col">Dữ liệu</th><th scope="col">Để làm gì</th><th scope="col">Giữ bao lâu</th></tr></thead>
<tbody>${rows.map(([what, why, howLong]) => html`<tr><th scope="row">${what}</th><td data-label="Để làm gì">${why}</td><td data-label="Giữ bao lâu">${howLong}</td></tr>`)}</tbody></table></div>
<p>Chúng tôi không hỏi số điện thoại, danh bạ, vị trí hay ảnh giấy tờ tùy thân. Trang công khai này không đặt cookie và không theo dõi người đọc.</p>

<h2>Căn cứ</h2>
<p>Việc xét hồ sơ là nhiệm vụ của cơ quan nhà nước theo quy định về sáng kiến. Hai việc sau chỉ làm khi anh/chị đồng ý riêng từng việc, ô chọn luôn để trống sẵn: <b>công bố tên</b> nếu sáng kiến được giới thiệu, và <b>nhận tin qua Zalo</b>. Quy định áp dụng: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định số 356/2025/NĐ-CP.</p>

<h2>Ai xem được</h2>
<ul class="plain">
<li>Tác giả xem hồ sơ của mình.</li>
${profile.unitConfirmation && html`<li>Thủ trưởng đơn vị xem hồ sơ của đơn vị để xác nhận.</li>`}
<li>${profile.standingAgency} và ${profile.council} xem hồ sơ đã nộp để kiểm tra và xét.</li>
<li>Công chúng chỉ xem sáng kiến được chọn giới thiệu. Phần anh/chị ghi là cần bảo mật không bao giờ hiện ra.</li>
<li>Zalo chuyển tin nhắn giữa anh/chị và trang Zalo, theo điều khoản của Zalo. Kết quả chưa công bố không đi qua Zalo.</li>
</ul>

<h2>Anh/chị có quyền</h2>
<p>Biết, đồng ý hoặc rút lại đồng ý, xem, sửa, nhận bản sao, yêu cầu xóa hoặc hạn chế, phản đối và khiếu nại. Rút lại đồng ý làm ngay trong mini app, mục Tài khoản; việc công bố tên và gửi tin dừng ngay. Các yêu cầu khác: chúng tôi trả lời trong 2 ngày làm việc và thực hiện trong 10 đến 20 ngày tùy loại yêu cầu.</p>
<p>Hồ sơ đã được công nhận là hồ sơ công vụ: chúng tôi dừng các việc dùng thêm ngay khi anh/chị yêu cầu, còn bản gốc giữ theo quy định lưu trữ và sẽ nói rõ lý do.</p>

<h2>Hỏi ai</h2>
<p>${profile.standingAgency}, ${profile.name}${profile.contactPhone && `, điện thoại ${profile.contactPhone}`}${profile.contactAddress && `, ${profile.contactAddress}`}. Anh/chị cũng nhắn được cho trang Zalo ${profile.pageName}. Không muốn dùng Zalo thì nộp hồ sơ giấy tại ${profile.standingAgency}.</p>
</div>`;
}
