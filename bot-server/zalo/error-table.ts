/** Zalo's error codes as data: what each one means for the next step, and how to say it to the secretariat. */

/**
 * R retry with backoff · T renew the token, then once more · U this person cannot be reached now ·
 * L later, when an hour or a quota opens · P never for this content · C configuration, alert a person.
 */
export type ErrorClass = 'R' | 'T' | 'U' | 'L' | 'P' | 'C';

/** The same number means different things in different families of calls. */
export type ErrorFamily = 'oa' | 'graph' | 'zbs' | 'mini_app';

export interface ErrorRow {
  class: ErrorClass;
  sentence: string;
  /** A second consequence: a person must be told too, or it may work later. */
  also?: 'C' | 'L';
  attempts?: number;
}

type Table = Record<number, ErrorRow>;

const NOT_ALLOWED = 'Ứng dụng chưa được phép gửi loại tin này. Xem cách mở.';
const SLOW_DOWN = 'Zalo yêu cầu chậm lại.';
const TOKEN = 'Khóa gửi hết hạn, đang làm mới.';
const OUTDATED = 'Zalo đã ngừng cách gửi này; phần mềm cần được cập nhật.';
const CONTENT = 'Zalo không nhận nội dung này: có phần không đúng dạng.';
const NO_CLOUD_MONEY = 'Tài khoản Zalo Cloud hết tiền. Nạp tiền rồi bấm Gửi tiếp.';
const NO_CLOUD = 'Trang chưa nối với tài khoản Zalo Cloud.';
const SAID_NO = 'Đã tắt loại tin này trong Zalo.';
const TEMPORARY = 'Zalo báo lỗi tạm thời.';
const UNNAMED = 'Zalo không nhận và không nói rõ vì sao.';

/** Official Account API, appendix "ma-loi" (state of 2026-11-22). */
const oa: Table = {
  [-32]: { class: 'R', sentence: SLOW_DOWN },
  [-100]: { class: 'P', sentence: 'Ảnh hoặc tệp kèm đã hết hạn ở Zalo, cần tải lên lại.' },
  [-200]: { class: 'R', sentence: TEMPORARY, attempts: 2 },
  [-201]: { class: 'P', sentence: CONTENT },
  [-204]: { class: 'C', sentence: 'Trang Zalo đã bị khóa hoặc đã xóa.' },
  [-205]: { class: 'C', sentence: 'Không có trang Zalo này.' },
  [-209]: { class: 'C', sentence: 'Ứng dụng Zalo chưa được kích hoạt.' },
  [-210]: { class: 'P', sentence: 'Zalo không nhận nội dung này: dài quá mức cho phép.' },
  [-211]: { class: 'L', also: 'C', sentence: 'Hết hạn mức của trang. Chờ kỳ mới, hoặc mua thêm.' },
  [-212]: { class: 'C', sentence: NOT_ALLOWED },
  [-213]: { class: 'U', sentence: 'Chưa quan tâm trang, hoặc trang không biết người này.' },
  [-214]: { class: 'R', sentence: 'Zalo đang xử lý bài viết.' },
  [-216]: { class: 'T', sentence: TOKEN },
  [-217]: { class: 'U', sentence: 'Đã chặn lời mời của trang.' },
  [-218]: { class: 'U', also: 'L', sentence: 'Đã hết lượt nhận của kỳ này.' },
  [-219]: { class: 'C', sentence: 'Ứng dụng Zalo đã bị gỡ hoặc bị khóa.' },
  [-220]: { class: 'T', sentence: TOKEN },
  [-221]: { class: 'C', sentence: 'Trang Zalo cần được xác thực.' },
  [-223]: { class: 'C', sentence: 'Trang chưa cho ứng dụng quyền này. Kết nối lại.' },
  [-224]: { class: 'C', sentence: 'Gói dịch vụ của trang chưa có quyền này.' },
  [-227]: { class: 'U', sentence: 'Không dùng Zalo quá 45 ngày, hoặc tài khoản bị khóa.' },
  [-230]: { class: 'U', sentence: 'Quá 7 ngày chưa nhắn trang.' },
  [-232]: { class: 'U', sentence: 'Chưa từng nhắn trang, hoặc lần nhắn đã quá cũ.' },
  [-233]: { class: 'P', sentence: 'Zalo không nhận nội dung này: loại tin không còn dùng được.' },
  [-234]: { class: 'L', sentence: 'Ngoài giờ được gửi (22:00–05:59).' },
  [-235]: { class: 'C', sentence: 'Loại trang này không dùng được cách gửi này.' },
  [-237]: { class: 'C', sentence: 'Nhóm Zalo đã hết hạn.' },
  [-238]: { class: 'P', also: 'C', sentence: 'Gói của nhóm đã được dùng.' },
  [-240]: { class: 'C', sentence: OUTDATED },
  [-241]: { class: 'P', also: 'C', sentence: 'Gói của nhóm không còn dùng được.' },
  [-242]: { class: 'C', sentence: 'Mã bí mật của ứng dụng không khớp.' },
  [-244]: { class: 'U', sentence: SAID_NO },
  [-248]: {
    class: 'P',
    also: 'C',
    sentence: 'Zalo không nhận nội dung này: trái quy định nội dung của Zalo.',
  },
  [-249]: { class: 'P', also: 'C', sentence: 'Mẫu tin này không gửi được qua trang.' },
  [-320]: { class: 'C', sentence: NO_CLOUD },
  [-321]: { class: 'C', sentence: NO_CLOUD_MONEY },
  [-403]: { class: 'P', sentence: 'Trang không ở trong nhóm này.' },
  [-1340]: { class: 'P', sentence: 'Không có biểu mẫu quảng cáo này.' },
  [-1341]: { class: 'P', sentence: 'Trang không được dùng biểu mẫu quảng cáo này.' },
};

/** Identity of a person (Social API). */
const graph: Table = {
  [-32]: { class: 'R', sentence: SLOW_DOWN },
  [-501]: { class: 'C', sentence: 'Máy chủ phải đặt ở Việt Nam thì Zalo mới cho biết người dùng là ai.' },
  100: { class: 'P', sentence: CONTENT },
  110: { class: 'P', sentence: UNNAMED },
  111: { class: 'P', sentence: UNNAMED },
  112: { class: 'C', sentence: 'Ứng dụng chưa nối với trang Zalo nào.' },
  210: { class: 'U', sentence: 'Người này không cho xem thông tin.' },
  289: { class: 'C', sentence: NOT_ALLOWED },
  452: { class: 'U', sentence: 'Phiên Zalo đã hết. Cần mở lại mini app.' },
  2004: { class: 'R', sentence: TEMPORARY },
  2500: { class: 'P', sentence: CONTENT },
  10000: { class: 'R', sentence: TEMPORARY },
  10001: { class: 'C', sentence: OUTDATED },
  10002: { class: 'R', sentence: TEMPORARY },
  10003: { class: 'P', sentence: UNNAMED },
  11004: { class: 'C', sentence: 'Ứng dụng Zalo đã bị khóa.' },
  12000: { class: 'L', sentence: SLOW_DOWN },
  12002: { class: 'L', sentence: SLOW_DOWN },
  12003: { class: 'L', sentence: SLOW_DOWN },
  12004: { class: 'L', sentence: SLOW_DOWN },
  12010: { class: 'L', sentence: SLOW_DOWN },
};

/** Template messages to a telephone number (ZBS, before 2026 ZNS). */
const zbs: Table = {
  [-32]: { class: 'R', sentence: SLOW_DOWN },
  [-100]: { class: 'R', sentence: TEMPORARY },
  [-108]: { class: 'P', sentence: 'Số điện thoại không đúng; sửa ở danh sách đơn vị.' },
  [-109]: { class: 'C', sentence: 'Không có mẫu tin này.' },
  [-112]: { class: 'P', sentence: CONTENT },
  [-1121]: { class: 'P', sentence: 'Zalo không nhận nội dung này: dài quá mức cho phép.' },
  [-1122]: { class: 'P', sentence: 'Zalo không nhận nội dung này: thiếu một phần của mẫu tin.' },
  [-1124]: { class: 'P', sentence: CONTENT },
  [-114]: { class: 'U', sentence: 'Zalo của người này không nhận được tin lúc này.' },
  [-115]: { class: 'C', sentence: NO_CLOUD_MONEY },
  [-118]: { class: 'U', sentence: 'Số điện thoại này không có Zalo.' },
  [-119]: { class: 'U', sentence: 'Zalo của người này không nhận được tin lúc này.' },
  [-124]: { class: 'T', sentence: TOKEN },
  [-126]: { class: 'C', sentence: NO_CLOUD_MONEY },
  [-127]: { class: 'U', sentence: 'Mẫu tin thử chỉ gửi được cho người quản trị trang.' },
  [-131]: { class: 'C', sentence: 'Mẫu tin chưa được Zalo duyệt.' },
  [-133]: { class: 'L', sentence: 'Ngoài giờ được gửi (22:00–05:59).' },
  [-136]: { class: 'C', sentence: NO_CLOUD },
  [-137]: { class: 'C', sentence: NO_CLOUD_MONEY },
  [-139]: { class: 'U', sentence: SAID_NO },
  [-140]: { class: 'U', sentence: SAID_NO },
  [-141]: { class: 'U', sentence: SAID_NO },
  [-144]: { class: 'L', also: 'C', sentence: 'Hết lượt gửi trong ngày của trang.' },
  [-1441]: { class: 'L', also: 'C', sentence: 'Hết lượt gửi trong tháng của trang.' },
  [-146]: { class: 'C', sentence: 'Zalo đã khóa mẫu tin này vì chất lượng.' },
  [-147]: { class: 'L', sentence: 'Mẫu tin đã hết lượt trong ngày.' },
  [-1471]: { class: 'U', also: 'L', sentence: 'Đã hết lượt nhận của kỳ này.' },
  [-1472]: { class: 'U', also: 'L', sentence: 'Đã hết lượt nhận của kỳ này.' },
};

/** Notifications of the mini app. */
const miniApp: Table = {
  [-100]: { class: 'P', sentence: CONTENT },
  [-101]: { class: 'P', sentence: CONTENT },
  [-102]: { class: 'C', sentence: 'Khóa của mini app không đúng.' },
  [-103]: { class: 'R', sentence: SLOW_DOWN },
  [-104]: { class: 'C', sentence: 'Khóa của mini app không đúng.' },
  [-107]: { class: 'R', sentence: TEMPORARY, attempts: 2 },
  [-108]: { class: 'C', sentence: 'Mã ứng dụng không đúng.' },
  [-109]: { class: 'L', also: 'C', sentence: 'Hết lượt thông báo của mini app.' },
  [-110]: { class: 'U', sentence: 'Mini app không biết người này.' },
  [-111]: { class: 'U', sentence: 'Chưa đồng ý nhận thông báo của mini app.' },
  [-112]: { class: 'C', sentence: NOT_ALLOWED },
  [-113]: { class: 'C', sentence: 'Địa chỉ máy chủ chưa có trong danh sách của mini app.' },
  [-114]: { class: 'C', sentence: 'Mã mini app không đúng.' },
  [-117]: { class: 'P', sentence: 'Tệp lớn quá mức cho phép.' },
};

const tables: Record<ErrorFamily, Table> = { oa, graph, zbs, mini_app: miniApp };

/** A refusal of a kind we have no row for: certain that nothing was done, not certain that trying again is wise. */
const unlisted: ErrorRow = { class: 'P', sentence: UNNAMED };

const ARTICLE_QUOTA: ErrorRow = { class: 'L', also: 'C', sentence: 'Hết lượt đăng bài của tháng.' };

/** −223 has two meanings that only Zalo's words tell apart. */
export function errorRow(family: ErrorFamily, code: number, zaloSays: string): ErrorRow {
  if (family === 'oa' && code === -223 && /quota/i.test(zaloSays)) return ARTICLE_QUOTA;
  return tables[family][code] ?? unlisted;
}

/** What to tell the secretariat about a refusal that was kept as a number. */
export function sentenceFor(family: ErrorFamily, code: number): string {
  return errorRow(family, code, '').sentence;
}
