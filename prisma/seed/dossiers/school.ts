/** Demo dossiers of schools. */

import { type DossierSeed, demoNumbers } from './shape.ts';

export const schoolDossiers: DossierSeed[] = [
  {
    n: 14,
    code: 'SK-2026-P7CRN',
    round: 'dien-tap-chuyen-de',
    by: 'thuHa',
    content: {
      title: 'Góc đọc có mã nghe: học sinh lớp 2 tự thu giọng đọc và nghe lại lỗi của mình',
      solutionKind: 'operational',
      field: 'digital',
      before:
        'Giờ tập đọc mỗi em chỉ được đọc to vài phút. Giáo viên sửa lỗi tại chỗ nhưng em không nghe lại được giọng của mình nên lỗi lặp lại.',
      newPoint:
        'Trước đây chỉ cô nghe và sửa. Nay mỗi em thu giọng đọc vào góc đọc, dán mã nghe vào vở; em và phụ huynh nghe lại, tự khoanh lỗi trước khi cô chữa.',
      measures: [
        'Đặt một máy tính bảng cũ ở góc đọc, mỗi ngày năm em thu một đoạn ngắn theo lịch.',
        'In mã nghe dán vào vở tập đọc; phụ huynh nghe và ghi một lời khen, một chỗ cần sửa.',
        'Cuối tuần giáo viên nghe lại các đoạn đã khoanh lỗi và dạy theo nhóm lỗi giống nhau.',
      ],
      results: demoNumbers([
        ['Học sinh đọc đúng tốc độ chuẩn', '54%', '79%'],
        ['Lỗi ngắt nghỉ trung bình mỗi đoạn', '5,2', '2,1'],
      ]),
      benefitKinds: ['social'],
      appliedAt: 'Lớp 2A3, 2A5 Trường Tiểu học Hoàng Diệu',
      replicability: 'Trường nào có một máy tính bảng cũ cho mỗi lớp đều làm được.',
      levelWanted: 'district',
      consentPublishName: true,
    },
    authors: [
      ['Phạm Thu Hà', 'Giáo viên', 'Trường Tiểu học Hoàng Diệu', 80],
      ['Vũ Thị Hiền', 'Giáo viên', 'Trường Tiểu học Hoàng Diệu', 20],
    ],
    appliedDaysAgo: 240,
    path: [{ to: 'submitted', daysAgo: 5, time: '20:15' }],
  },
  {
    n: 15,
    code: 'SK-2026-W3JYT',
    round: 'dien-tap-1',
    by: 'oanh',
    content: {
      title: 'Đề cương Lịch sử 7 do học sinh viết lại thành bảy tấm bản đồ thời gian treo trong lớp',
      solutionKind: 'operational',
      field: 'education',
      before:
        'Học sinh học thuộc mốc thời gian rời rạc, sau một tháng quên gần hết và không nối được sự kiện với địa danh.',
      newPoint:
        'Trước đây giáo viên phát đề cương. Nay học sinh tự vẽ bảy tấm bản đồ thời gian, mỗi tấm gắn sự kiện với địa danh ở Thăng Long xưa; lớp treo lên tường và bổ sung suốt năm.',
      measures: [
        'Chia lớp thành bảy nhóm theo bảy giai đoạn, mỗi nhóm giữ một tấm bản đồ cả năm.',
        'Mỗi tiết dành năm phút để một nhóm gắn thêm sự kiện và giải thích vì sao đặt ở đó.',
      ],
      results: demoNumbers([['Học sinh nhớ đúng từ 80% mốc thời gian sau hai tháng', '31%', '68%']]),
      benefitKinds: ['social'],
      appliedAt: 'Bốn lớp 7 Trường THCS Thành Công',
      replicability: 'Áp dụng được cho các môn có trục thời gian.',
      levelWanted: 'district',
    },
    authors: [['Trịnh Kim Oanh', 'Giáo viên', 'Trường THCS Thành Công', 100]],
    appliedDaysAgo: 330,
    path: [
      { to: 'submitted', daysAgo: 45, time: '08:10' },
      { to: 'unit_confirmed', daysAgo: 41, time: '09:50', paper: '18/XN-THCSTC' },
      { to: 'accepted', daysAgo: 28, time: '10:00' },
      { to: 'under_review', daysAgo: 12, time: '09:00' },
    ],
  },
  {
    n: 16,
    code: 'SK-2026-A6KQH',
    round: 'dien-tap-1',
    by: 'thuHa',
    content: {
      title: 'Lá thư cuối tuần: học sinh tự viết một việc tốt, phụ huynh trả lời bằng một câu',
      solutionKind: 'operational',
      field: 'education',
      before:
        'Sổ liên lạc chỉ có lời nhận xét của giáo viên. Phụ huynh ký cho xong, học sinh không kể được mình đã cố gắng điều gì.',
      newPoint:
        'Trước đây cô viết, phụ huynh ký. Nay chiều thứ Sáu em tự viết một việc tốt trong tuần, phụ huynh trả lời một câu; sáng thứ Hai lớp đọc ba lá thư và cô khen đúng việc ấy.',
      measures: [
        'Dành mười phút chiều thứ Sáu để cả lớp viết, có khung câu cho em viết chậm.',
        'Sáng thứ Hai chọn ngẫu nhiên ba lá thư để đọc, mỗi em được đọc ít nhất hai lần một học kỳ.',
      ],
      results: demoNumbers([['Phụ huynh trả lời bằng lời, không chỉ ký', '12%', '88%']]),
      benefitKinds: ['social'],
      appliedAt: 'Khối 2 Trường Tiểu học Hoàng Diệu',
      replicability: 'Làm được ở mọi lớp tiểu học, không cần kinh phí.',
      levelWanted: 'district',
      consentPublishName: true,
    },
    authors: [['Phạm Thu Hà', 'Giáo viên', 'Trường Tiểu học Hoàng Diệu', 100]],
    appliedDaysAgo: 360,
    path: [
      { to: 'submitted', daysAgo: 40, time: '19:30' },
      { to: 'unit_confirmed', daysAgo: 38, time: '08:15', paper: '27/XN-THHD' },
      { to: 'accepted', daysAgo: 27, time: '15:40' },
      { to: 'under_review', daysAgo: 12, time: '09:00' },
    ],
  },
  {
    n: 17,
    code: 'SK-2026-XN4FM',
    round: 'dien-tap-dau-nam',
    by: 'thuHa',
    content: {
      title: 'Nhật ký đọc sách bằng giọng nói cho học sinh lớp 1 chưa viết thạo',
      solutionKind: 'operational',
      field: 'education',
      before:
        'Học sinh lớp 1 chưa viết thạo nên nhật ký đọc sách chỉ có tên sách và chữ ký phụ huynh, không biết em hiểu gì.',
      newPoint:
        'Trước đây ghi bằng chữ. Nay em kể lại cuốn sách bằng một phút giọng nói, phụ huynh giúp thu; cô nghe và trả lời bằng một câu hỏi để em kể tiếp ở lớp.',
      measures: [
        'Hướng dẫn phụ huynh thu một phút kể chuyện, mỗi tuần một cuốn sách.',
        'Cô nghe mười đoạn mỗi ngày, trả lời bằng một câu hỏi mở.',
        'Cuối tháng các em nghe lại đoạn đầu tiên và đoạn mới nhất của mình.',
      ],
      results: demoNumbers([
        ['Sách đọc mỗi em trong một học kỳ', '6 cuốn', '15 cuốn'],
        ['Em kể lại đủ đầu, giữa, cuối', '41%', '76%'],
      ]),
      benefitKinds: ['social'],
      appliedAt: 'Lớp 1A2 Trường Tiểu học Hoàng Diệu',
      replicability: 'Mọi lớp 1 đều làm được, chỉ cần điện thoại của phụ huynh.',
      levelWanted: 'district',
      consentPublishName: true,
    },
    authors: [['Phạm Thu Hà', 'Giáo viên', 'Trường Tiểu học Hoàng Diệu', 100]],
    appliedDaysAgo: 400,
    path: [
      { to: 'submitted', daysAgo: 185, time: '20:05' },
      { to: 'unit_confirmed', daysAgo: 183, time: '09:20', paper: '11/XN-THHD' },
      { to: 'accepted', daysAgo: 172, time: '10:30' },
      { to: 'under_review', daysAgo: 160, time: '09:00' },
      { to: 'recognised', daysAgo: 120, time: '09:00' },
    ],
    recognition: { decisionNo: '01/QĐ-UBND (trình diễn)' },
  },
  {
    n: 18,
    code: 'SK-2026-7TDGW',
    round: 'dien-tap-dau-nam',
    by: 'oanh',
    content: {
      title: 'Một số biện pháp giúp học sinh lớp 7 tích cực phát biểu trong giờ học',
      solutionKind: 'operational',
      field: 'education',
      before:
        'Trong giờ học chỉ vài em quen phát biểu, các em còn lại ngồi nghe, giáo viên khó biết ai chưa hiểu bài.',
      newPoint:
        'Giáo viên gọi tên ngẫu nhiên bằng thẻ và cho thêm điểm khuyến khích khi phát biểu, nhờ đó không khí lớp học sôi nổi hơn trước rõ rệt.',
      measures: ['Chuẩn bị một hộp thẻ tên, mỗi tiết rút năm thẻ và ghi điểm khuyến khích vào sổ.'],
      results: [],
      resultsText:
        'Số liệu trình diễn: số lượt phát biểu mỗi tiết tăng từ 6 lên 11, chưa đo được mức hiểu bài của học sinh.',
      benefitKinds: ['social'],
      appliedAt: 'Lớp 7A1 Trường THCS Thành Công',
      replicability: '',
      levelWanted: 'district',
    },
    authors: [['Trịnh Kim Oanh', 'Giáo viên', 'Trường THCS Thành Công', 100]],
    appliedDaysAgo: 380,
    path: [
      { to: 'submitted', daysAgo: 180, time: '16:00' },
      { to: 'unit_confirmed', daysAgo: 178, time: '10:10', paper: '06/XN-THCSTC' },
      { to: 'accepted', daysAgo: 170, time: '14:00' },
      { to: 'under_review', daysAgo: 160, time: '09:00' },
      {
        to: 'not_recognised',
        daysAgo: 120,
        time: '09:00',
        reason: 'Điểm mới chưa khác cách làm đã quen dùng; kết quả chưa cho thấy học sinh hiểu bài hơn.',
      },
    ],
  },
];
