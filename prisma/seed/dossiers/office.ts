/** Demo dossiers of offices and of the Party committee of a ward. */

import { type DossierSeed, demoNumbers } from './shape.ts';

export const officeDossiers: DossierSeed[] = [
  {
    n: 10,
    code: 'SK-2026-TQ3KD',
    round: 'dien-tap-2',
    by: 'mai',
    content: {
      title: 'Phiếu tóm tắt vụ việc một trang dùng chung cho các buổi tiếp công dân',
      solutionKind: 'management',
      field: 'mass_mobilisation',
      before:
        'Mỗi buổi tiếp công dân cán bộ đọc lại cả tập đơn dày, người dân phải kể lại từ đầu, nhiều vụ kéo dài vì mỗi lần gặp một người khác.',
      newPoint:
        'Trước đây hồ sơ chỉ là tập đơn xếp theo ngày. Nay mỗi vụ có một trang tóm tắt cập nhật sau từng buổi: người dân muốn gì, cơ quan đã hứa gì, hạn trả lời; người tiếp mới đọc ba phút là nắm được.',
      measures: [
        'Soạn mẫu một trang gồm sáu mục, bắt buộc mục “đã hứa gì, hạn nào” sau mỗi buổi tiếp.',
        'Cán bộ trực đọc lại trang tóm tắt cho người dân nghe và sửa tại chỗ trước khi kết thúc buổi.',
        'Trưởng bộ phận rà các trang quá hạn vào sáng thứ Hai và gọi lại cho người dân.',
      ],
      results: demoNumbers([
        ['Buổi tiếp lặp lại cùng nội dung', '37%', '15%'],
        ['Vụ việc trả lời đúng hạn đã hứa', '64%', '92%'],
      ]),
      benefitKinds: ['social'],
      appliedAt: 'Bộ phận tiếp công dân',
      replicability: 'Dùng được cho mọi nơi tiếp công dân; mẫu một trang kèm theo.',
      levelWanted: 'city',
    },
    authors: [['Tạ Phương Mai', 'Thanh tra viên', 'Thanh tra quận Ba Đình', 100]],
    appliedDaysAgo: 260,
    path: [
      { to: 'submitted', daysAgo: 17, time: '08:35' },
      { to: 'unit_confirmed', daysAgo: 14, time: '16:20', paper: '07/XN-TTr' },
    ],
  },
  {
    n: 11,
    code: 'SK-2026-9FHUM',
    round: 'dien-tap-2',
    by: 'son',
    content: {
      title: 'Kho ảnh và bài mẫu dùng chung để các phường tự làm bản tin di tích',
      solutionKind: 'technical',
      field: 'culture',
      before:
        'Mỗi phường tự tìm ảnh và viết bài về di tích, nhiều ảnh không rõ nguồn, bài trùng nhau và sai niên đại.',
      newPoint:
        'Trước đây mỗi nơi một kiểu. Nay có một kho ảnh đã rõ quyền sử dụng, kèm đoạn giới thiệu đã thẩm định từng di tích; phường ghép thành bản tin trong mười lăm phút.',
      measures: [
        'Rà lại ảnh của 40 di tích, ghi người chụp, năm chụp và phạm vi được dùng.',
        'Thẩm định đoạn giới thiệu ngắn và dài cho mỗi di tích, đánh số phiên bản.',
        'Tập huấn một buổi cho cán bộ văn hóa các phường, kèm ba khung bản tin làm sẵn.',
      ],
      results: demoNumbers([['Thời gian làm một bản tin', '1 ngày', '15 phút']]),
      benefitKinds: ['economic', 'social'],
      appliedAt: 'Phòng Văn hóa và Thông tin, 9 phường',
      replicability: 'Kho dùng chung được cho mọi nơi có di tích đã xếp hạng.',
      levelWanted: 'district',
    },
    authors: [['Đinh Công Sơn', 'Chuyên viên', 'Phòng Văn hóa và Thông tin', 100]],
    appliedDaysAgo: 310,
    path: [
      { to: 'submitted', daysAgo: 20, time: '10:10' },
      { to: 'unit_confirmed', daysAgo: 19, time: '08:45', paper: '12/XN-VHTT' },
      { to: 'accepted', daysAgo: 10, time: '14:15' },
      { to: 'under_review', daysAgo: 3, time: '09:00' },
    ],
  },
  {
    n: 12,
    code: 'SK-2026-D4GXP',
    round: 'dien-tap-chuyen-de',
    by: 'yen',
    content: {
      title: 'Sổ theo dõi nghị quyết chi bộ điện tử, mỗi việc có người làm và ngày xong',
      solutionKind: 'management',
      field: 'party_work',
      before:
        'Nghị quyết chi bộ ghi trong sổ họp, tới kỳ sau mới đọc lại. Không ai biết việc nào đang chậm và ai chịu trách nhiệm.',
      newPoint:
        'Trước đây chỉ ghi biên bản. Nay mỗi việc trong nghị quyết được tách thành một dòng có người làm, ngày xong và minh chứng; bí thư xem việc chậm trước khi họp và đưa thẳng vào chương trình.',
      measures: [
        'Tách 100% nghị quyết của quý thành việc cụ thể ngay trong buổi họp.',
        'Người được giao tự cập nhật, bí thư nhắc việc quá hạn vào sáng thứ Sáu.',
      ],
      results: demoNumbers([['Việc trong nghị quyết xong đúng hạn', '58%', '83%']]),
      benefitKinds: ['social'],
      appliedAt: '9 chi bộ trực thuộc Đảng ủy phường Điện Biên',
      replicability: 'Dùng được cho mọi chi bộ; chỉ cần một bảng tính.',
      levelWanted: 'district',
    },
    authors: [['Cao Hải Yến', 'Văn phòng Đảng ủy', 'Đảng ủy phường Điện Biên', 100]],
    appliedDaysAgo: 180,
    path: [
      { to: 'submitted', daysAgo: 8, time: '09:25' },
      { to: 'unit_confirmed', daysAgo: 6, time: '10:30', paper: '03/XN-ĐU' },
    ],
  },
  {
    n: 13,
    code: 'SK-2026-UV9AC',
    round: 'dien-tap-2',
    by: 'son',
    content: {
      title: 'Lịch đăng bài chung của phòng trên bảng giấy có màu',
      solutionKind: 'management',
      field: 'culture',
      before:
        'Bài đăng của phòng hay trùng ngày với bài của các đơn vị khác, người đọc bỏ sót thông báo quan trọng.',
      newPoint:
        'Trước đây ai viết xong thì đăng. Nay có một bảng lịch theo màu, mỗi ngày nhiều nhất hai bài, thông báo cho người dân luôn được giữ khung giờ sáng.',
      measures: ['Mỗi sáng thứ Hai chốt bảng lịch của tuần, giữ trống một ô cho việc đột xuất.'],
      results: demoNumbers([['Ngày có từ ba bài trở lên', '9 ngày mỗi tháng', '1 ngày mỗi tháng']]),
      benefitKinds: ['economic'],
      appliedAt: 'Phòng Văn hóa và Thông tin',
      replicability: '',
      levelWanted: 'base',
    },
    authors: [['Đinh Công Sơn', 'Chuyên viên', 'Phòng Văn hóa và Thông tin', 100]],
    appliedDaysAgo: 90,
    path: [
      { to: 'submitted', daysAgo: 16, time: '11:00' },
      { to: 'withdrawn', daysAgo: 14, time: '08:20' },
    ],
  },
];
