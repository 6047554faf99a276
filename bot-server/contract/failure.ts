/** Every way in which a request can fail: one code, one HTTP status, one Vietnamese sentence. Nothing else turns errors into words. */

export const failures = {
  // the door
  input: [400, 'Có chỗ cần sửa. Chữ anh/chị viết vẫn giữ nguyên.'],
  not_json: [400, 'Máy chủ không đọc được nội dung gửi lên. Thử lại một lần nữa.'],
  too_large: [413, 'Nội dung gửi lên quá lớn. Rút gọn rồi gửi lại.'],
  sign_in: [401, 'Phiên đã hết. Mở lại mini app để đăng nhập, chữ anh/chị viết vẫn giữ.'],
  zalo_refused: [401, 'Zalo chưa xác nhận được anh/chị. Đóng mini app rồi mở lại.'],
  zalo_unreachable: [502, 'Chưa nối được tới Zalo. Thử lại sau ít phút.'],
  not_allowed: [403, 'Việc này cần quyền khác. Hỏi cơ quan Thường trực nếu anh/chị phải làm.'],
  not_found: [404, 'Không tìm thấy nội dung này. Có thể nó đã được gỡ hoặc đường dẫn bị gõ sai.'],
  too_many: [429, 'Anh/chị thao tác quá nhanh. Thử lại sau ít giây.'],
  unexpected: [500, 'Máy chủ gặp trục trặc, chưa có gì thay đổi. Thử lại sau ít phút.'],
  stopping: [503, 'Máy chủ đang khởi động lại. Thử lại sau ít giây.'],

  // initiatives
  changed: [409, 'Hồ sơ đã thay đổi. Xem bản mới rồi làm tiếp, chữ anh/chị viết vẫn giữ.'],
  already_submitted: [409, 'Hồ sơ này đã được nhận, không bị nộp hai lần.'],
  wrong_state: [409, 'Hồ sơ không còn ở bước này. Tải lại để xem bước hiện tại.'],
  not_author: [403, 'Chỉ tác giả làm được việc này.'],
  own_dossier: [403, 'Anh/chị là tác giả hồ sơ này nên người khác phải xác nhận.'],
  not_unit_head: [403, 'Chỉ thủ trưởng đơn vị của hồ sơ làm được việc này.'],
  not_secretariat: [403, 'Chỉ cơ quan Thường trực làm được việc này.'],
  unit_has_head: [409, 'Đơn vị có thủ trưởng trên hệ thống. Để thủ trưởng xác nhận.'],
  not_editable: [409, 'Hồ sơ đã nộp nên không sửa được nữa.'],
  mend_over: [409, 'Đã quá hạn sửa và nộp lại. Gọi cơ quan Thường trực để được hướng dẫn.'],
  supplement_over: [409, 'Đã quá hạn bổ sung. Gọi cơ quan Thường trực để được gia hạn.'],
  supplement_not_over: [409, 'Chưa hết hạn bổ sung nên chưa đóng hồ sơ được.'],

  // rounds and results
  round_not_open: [409, 'Đợt này chưa mở nhận hồ sơ. Bản nháp vẫn được giữ.'],
  round_closed: [
    409,
    'Đợt này đã hết hạn nhận hồ sơ. Bản nháp vẫn được giữ. Gọi cơ quan Thường trực nếu anh/chị cần giúp.',
  ],
  round_changed: [409, 'Đợt xét vừa được người khác sửa. Xem bản mới rồi làm tiếp.'],
  outcome_changed: [409, 'Kết quả ghi sẵn vừa được người khác sửa. Xem bản mới rồi làm tiếp.'],
  round_released: [409, 'Kết quả của đợt này đã công bố.'],
  nothing_to_release: [409, 'Chưa có kết quả nào được ghi để công bố.'],
  outcomes_missing: [409, 'Còn hồ sơ đang xét chưa có kết quả. Ghi đủ rồi mới công bố.'],

  // announcements
  announcement_changed: [409, 'Thông báo vừa được người khác sửa. Xem bản mới rồi làm tiếp.'],
  announcement_sent: [409, 'Thông báo này đã gửi, không gửi lại lần nữa.'],
  announcement_state: [409, 'Thông báo không còn ở bước này. Tải lại để xem bước hiện tại.'],

  // tickets
  ticket_closed: [409, 'Phiếu hỏi này đã đóng. Người hỏi nhắn lại thì có phiếu mới.'],
  window_closed: [
    409,
    'Zalo không cho gửi nữa: quá 7 ngày người này chưa nhắn trang. Gọi điện cho người hỏi, hoặc nhờ đầu mối đơn vị.',
  ],

  // highlights and roles
  not_recognised: [409, 'Chỉ sáng kiến đã được công nhận mới đưa vào mục tiêu biểu.'],
  no_publish_consent: [409, 'Tác giả chưa đồng ý công bố tên. Hỏi tác giả trước khi đưa vào mục tiêu biểu.'],
  code_unknown: [409, 'Mã này đã dùng hoặc đã hết hạn. Nhờ người đó mở “Tài khoản” lấy mã mới.'],
  last_admin: [409, 'Đây là quản trị cuối cùng. Giao quyền cho người khác trước.'],
  menu_refused: [
    409,
    'Zalo không nhận menu. Đặt tay ở oa.zalo.me, mục Menu của trang, theo đúng các dòng đang thấy ở đây.',
  ],
  not_linked: [409, 'Mini app chưa nối với trang Zalo. Quan tâm trang rồi mở lại mini app.'],
  zalo_not_connected: [409, 'Trang Zalo chưa được kết nối. Nhờ quản trị kết nối trước.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type FailureCode = keyof typeof failures;

/** What is wrong with one field, said in words that stand beside it. `field` is a path such as `form.authors.0.name`. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** A refusal that the person can understand; thrown by services, turned into an answer at the door. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly fields: FieldProblem[];
  /** Facts that the sentence of this one case needs beyond the table's, e.g. since when. */
  readonly facts: Record<string, string> | undefined;

  constructor(code: FailureCode, fields: FieldProblem[] = [], facts?: Record<string, string>) {
    super(code);
    this.name = 'Failure';
    this.code = code;
    this.fields = fields;
    this.facts = facts;
  }
}

/** The body of every answer that is not a success. */
export interface FailureBody {
  error: {
    code: FailureCode;
    message: string;
    fields?: FieldProblem[];
    facts?: Record<string, string>;
    requestId?: string;
  };
}
