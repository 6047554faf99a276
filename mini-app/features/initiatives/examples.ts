/** Examples of good and poor writing, by step of the form. */

export interface Example {
  /** The label of the field. */
  of: string;
  good: string;
  poor: string;
  /** What is missing in the poor one. */
  why: string;
}

export const examples: Record<number, Example[]> = {
  1: [
    {
      of: 'Tên sáng kiến',
      good: 'Phiếu hẹn có mã QR để người dân tự xem tiến độ hồ sơ',
      poor: 'Một số giải pháp nâng cao chất lượng phục vụ nhân dân',
      why: 'Người đọc chưa biết đã làm gì. Tên nên gọi đúng việc mới, không cần khẩu hiệu.',
    },
  ],
  3: [
    {
      of: 'Trước đây',
      good: 'Người dân gọi điện hoặc quay lại Một cửa để hỏi hồ sơ. Mỗi ngày có khoảng 30 cuộc gọi, mỗi lượt tìm sổ mất 3 đến 5 phút.',
      poor: 'Công tác giải quyết hồ sơ còn nhiều bất cập.',
      why: 'Chưa nói ai vướng, vướng ở việc nào, mất bao nhiêu.',
    },
    {
      of: 'Nay',
      good: 'Trên phiếu hẹn có mã QR riêng. Người dân quét là biết hồ sơ đang ở bước nào, ai xử lý, ngày nào trả.',
      poor: 'Ứng dụng công nghệ thông tin, lập nhóm Zalo để trao đổi.',
      why: 'Công cụ chưa phải là điểm mới. Hãy nói công cụ ấy làm thay đổi việc gì, cho ai.',
    },
  ],
  4: [
    {
      of: 'Biện pháp đã làm',
      good: 'Công chức Một cửa in mã QR lên phiếu hẹn khi nhận hồ sơ. Cán bộ thụ lý quét một lần mỗi khi chuyển bước.',
      poor: 'Tăng cường tuyên truyền, nâng cao nhận thức.',
      why: 'Chưa có người làm và việc làm, nên nơi khác không làm theo được.',
    },
    {
      of: 'Kết quả',
      good: 'Cuộc gọi hỏi hồ sơ giảm từ 30 xuống 8 cuộc mỗi ngày sau ba tháng, theo sổ trực của Một cửa.',
      poor: 'Được người dân đánh giá cao.',
      why: 'Thêm một con số trước và sau, và nói số ấy lấy từ đâu.',
    },
  ],
};
