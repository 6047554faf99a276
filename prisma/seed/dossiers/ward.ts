/** Demo dossiers of the wards. The measures are plausible, the numbers are invented and say so. */

import { type DossierSeed, demoNumbers } from './shape.ts';

const district = 'district' as const;

export const wardDossiers: DossierSeed[] = [
  {
    n: 1,
    code: 'SK-2026-K7M4Q',
    round: 'dien-tap-2',
    by: 'minhHa',
    content: {
      title: 'Phiếu hẹn có mã QR để người dân tự xem tiến độ hồ sơ tại Bộ phận Một cửa',
      solutionKind: 'operational',
      field: 'admin_reform',
      before:
        'Người dân nhận phiếu hẹn giấy, muốn biết hồ sơ tới đâu phải gọi điện hoặc quay lại quầy. Mỗi ngày công chức một cửa mất nhiều lượt nghe máy chỉ để đọc lại ngày hẹn.',
      newPoint:
        'Trước đây phiếu hẹn chỉ ghi ngày trả. Nay mỗi phiếu in thêm một mã QR riêng; quét mã là thấy hồ sơ đang ở bước nào, ai giữ, thiếu giấy gì, không cần đăng nhập và không hiện thông tin cá nhân.',
      measures: [
        'Lập bảng bước xử lý của 12 thủ tục hay làm nhất, thống nhất cách gọi tên từng bước với công chức chuyên môn.',
        'In mã QR lên phiếu hẹn từ bảng theo dõi sẵn có; mã dẫn tới trang chỉ hiện bước hiện tại và ngày hẹn.',
        'Công chức cập nhật bước ngay khi chuyển hồ sơ, cuối ngày trưởng bộ phận kiểm tra các hồ sơ quá nửa thời hạn.',
      ],
      results: demoNumbers([
        ['Lượt gọi hỏi tiến độ mỗi tuần', '86', '31'],
        ['Hồ sơ trả trước hẹn', '22%', '47%'],
      ]),
      benefitKinds: ['economic', 'social'],
      appliedAt: 'Bộ phận Một cửa phường Trúc Bạch',
      replicability: 'Phường nào có bảng theo dõi hồ sơ đều dùng được, chỉ cần máy in thường.',
      levelWanted: district,
    },
    authors: [
      ['Nguyễn Minh Hà', 'Công chức Tư pháp - Hộ tịch', 'UBND phường Trúc Bạch', 70],
      ['Đặng Thị Thanh', 'Công chức Văn phòng', 'UBND phường Trúc Bạch', 30],
    ],
    appliedDaysAgo: 160,
    path: [
      { to: 'submitted', daysAgo: 13, time: '09:14' },
      { to: 'unit_confirmed', daysAgo: 11, time: '14:30' },
      { to: 'supplement_requested', daysAgo: 1, time: '10:05' },
    ],
    supplement: [
      'Phiếu thu ý kiến người dân sau khi dùng mã QR (bản chụp 3 đến 5 phiếu)',
      'Bảng đếm lượt gọi hỏi tiến độ trước và sau khi áp dụng',
    ],
  },
  {
    n: 2,
    code: null,
    round: 'dien-tap-chuyen-de',
    by: 'minhHa',
    content: {
      title: 'Sổ hỏi đáp điện tử của tổ dân phố, trả lời trong ngày',
      solutionKind: 'operational',
      field: 'digital',
      before:
        'Câu hỏi của người dân gửi rải rác qua nhiều nhóm chat của tổ dân phố, hay trôi mất hoặc được trả lời khác nhau.',
      newPoint: '',
      measures: [],
      results: [],
      benefitKinds: [],
      appliedAt: 'Tổ dân phố số 4 phường Trúc Bạch',
      replicability: '',
      levelWanted: null,
    },
    authors: [['Nguyễn Minh Hà', 'Công chức Tư pháp - Hộ tịch', 'UBND phường Trúc Bạch', 100]],
    appliedDaysAgo: 40,
    path: [],
  },
  {
    n: 3,
    code: 'SK-2026-4XWNH',
    round: 'dien-tap-2',
    by: 'thanh',
    content: {
      title: 'Bản đồ điểm rác tự phát do tổ dân phố chụp ảnh và báo lên hằng ngày',
      solutionKind: 'management',
      field: 'environment',
      before:
        'Điểm rác tự phát chỉ được biết khi có người gọi phản ánh. Không ai biết điểm nào hay tái diễn nên lịch thu gom giống nhau cho mọi ngõ.',
      newPoint:
        'Trước đây chờ phản ánh rồi mới cử người. Nay tổ trưởng chụp ảnh kèm vị trí mỗi sáng, phường xếp lịch thu gom theo số lần tái diễn của từng điểm và trả lời ảnh “đã dọn” ngay trong ngày.',
      measures: [
        'Mỗi tổ dân phố cử một người chụp ảnh điểm rác trước 7 giờ sáng, gửi kèm vị trí theo mẫu có sẵn.',
        'Cán bộ môi trường gộp lên bản đồ, đánh dấu điểm tái diễn từ ba lần trong tuần để đặt chậu cây hoặc biển nhắc.',
        'Đơn vị thu gom gửi lại ảnh sau khi dọn; tổ trưởng báo lại cho người dân trong ngõ.',
      ],
      results: demoNumbers([
        ['Điểm rác tự phát còn tồn tại', '34', '12'],
        ['Thời gian từ lúc báo tới lúc dọn', '2 ngày', '5 giờ'],
      ]),
      benefitKinds: ['social'],
      appliedAt: '11 tổ dân phố phường Trúc Bạch',
      replicability: 'Áp dụng được cho mọi phường có tổ dân phố và đơn vị thu gom theo ngõ.',
      levelWanted: district,
    },
    authors: [['Đặng Thị Thanh', 'Công chức Văn phòng', 'UBND phường Trúc Bạch', 100]],
    appliedDaysAgo: 120,
    path: [{ to: 'submitted', daysAgo: 4, time: '15:42' }],
  },
  {
    n: 4,
    code: 'SK-2026-R9TCJ',
    round: 'dien-tap-2',
    by: 'bao',
    content: {
      title: 'Ghế chờ chia theo loại thủ tục và bảng gọi số bằng giọng nói cho người cao tuổi',
      solutionKind: 'technical',
      field: 'admin_reform',
      before:
        'Người dân ngồi chung một dãy ghế, người cao tuổi không nhìn rõ bảng số nên hay lỡ lượt, phải lấy số lại từ đầu.',
      newPoint:
        'Trước đây chỉ có bảng số đèn đỏ. Nay ghế chờ chia ba màu theo loại thủ tục, máy đọc to số và tên quầy, người lỡ lượt được gọi lại sau hai lượt mà không phải lấy số mới.',
      measures: [
        'Thống kê thời gian làm từng loại thủ tục để chia ba nhóm ghế, mỗi nhóm gắn một quầy.',
        'Dùng loa và phần mềm đọc số có sẵn trên máy tính cũ, công chức bấm một phím để gọi lại.',
      ],
      results: demoNumbers([
        ['Lượt phải lấy số lại mỗi tuần', '40', '6'],
        ['Thời gian chờ trung bình', '38 phút', '24 phút'],
      ]),
      benefitKinds: ['social'],
      appliedAt: 'Bộ phận Một cửa phường Trúc Bạch',
      replicability: '',
      levelWanted: 'base',
    },
    authors: [['Ngô Quốc Bảo', 'Công chức Tài chính - Kế toán', 'UBND phường Trúc Bạch', 100]],
    appliedDaysAgo: 70,
    path: [
      { to: 'submitted', daysAgo: 9, time: '10:20' },
      {
        to: 'unit_returned',
        daysAgo: 1,
        time: '16:10',
        reason: 'phần “Kết quả đo được”: ghi rõ đếm trong những tuần nào và ai là người đếm.',
        detail: { part: 'results' },
      },
    ],
  },
  {
    n: 5,
    code: 'SK-2026-H3VQA',
    round: 'dien-tap-2',
    by: 'minh',
    content: {
      title: 'Sáng thứ Ba khai sẵn: giúp người cao tuổi điền tờ khai trước khi tới quầy',
      solutionKind: 'operational',
      field: 'admin_reform',
      before:
        'Người cao tuổi tới quầy mới biết phải điền tờ khai nào, hay viết sai phải làm lại, có người đi về hai ba lượt.',
      newPoint:
        'Trước đây công chức vừa nhận hồ sơ vừa hướng dẫn điền. Nay sáng thứ Ba có bàn khai sẵn tại nhà sinh hoạt cộng đồng, đoàn viên giúp điền và kiểm tra giấy tờ, tới quầy chỉ còn nộp.',
      measures: [
        'Chi đoàn phường trực bàn khai sẵn từ 8 giờ đến 11 giờ sáng thứ Ba, dùng bộ tờ khai chữ to.',
        'Công chức một cửa kiểm tra nhanh danh mục giấy tờ và dán nhãn “đã khai sẵn” để vào quầy ưu tiên.',
        'Cuối buổi ghi lại lỗi hay gặp để sửa lời hướng dẫn trên tờ khai mẫu.',
      ],
      results: demoNumbers([
        ['Hồ sơ của người trên 60 tuổi phải làm lại', '18%', '4%'],
        ['Thời gian tại quầy', '21 phút', '9 phút'],
      ]),
      benefitKinds: ['social', 'economic'],
      appliedAt: 'Phường Cống Vị, 6 nhà sinh hoạt cộng đồng',
      replicability: 'Phường nào có chi đoàn và nhà sinh hoạt cộng đồng đều làm được.',
      levelWanted: district,
    },
    authors: [
      ['Trần Văn Minh', 'Phó Bí thư Đoàn phường', 'Phường Cống Vị', 60],
      ['Lưu Thị Bình', 'Công chức Một cửa', 'UBND phường Cống Vị', 40],
    ],
    appliedDaysAgo: 200,
    path: [
      { to: 'submitted', daysAgo: 15, time: '08:50' },
      { to: 'unit_confirmed', daysAgo: 12, time: '09:30', paper: '14/XN-UBND' },
    ],
  },
  {
    n: 6,
    code: 'SK-2026-YP6DG',
    round: 'dien-tap-2',
    by: 'lan',
    content: {
      title: 'Sơ đồ lối xe chữa cháy và điểm lấy nước của từng ngõ, dán ở đầu ngõ',
      solutionKind: 'management',
      field: 'security_order',
      before:
        'Khi có sự cố, lực lượng tại chỗ phải hỏi người dân ngõ nào xe vào được, trụ nước ở đâu. Sơ đồ chung của phường treo ở trụ sở, không ai mang theo.',
      newPoint:
        'Trước đây chỉ có một sơ đồ chung. Nay mỗi ngõ có một sơ đồ riêng dán ở đầu ngõ, ghi bề rộng lối vào, điểm lấy nước gần nhất, hộ có bình chữa cháy và số gọi của tổ liên gia.',
      measures: [
        'Tổ liên gia đo bề rộng lối vào và đánh dấu vật cản của 42 ngõ, công an phường kiểm tra lại.',
        'In sơ đồ khổ A2 chống nước, dán ở đầu ngõ và lưu bản ảnh trong điện thoại của tổ trực.',
        'Mỗi quý diễn tập một ngõ chọn ngẫu nhiên theo đúng sơ đồ, sửa chỗ sai ngay sau buổi tập.',
      ],
      results: demoNumbers([
        ['Thời gian lực lượng tại chỗ tới điểm lấy nước khi diễn tập', '9 phút', '4 phút'],
      ]),
      benefitKinds: ['social'],
      appliedAt: '42 ngõ của phường Ngọc Khánh',
      replicability: 'Cách làm chỉ cần thước đo và giấy in, phường khác làm được trong hai tuần.',
      levelWanted: district,
    },
    authors: [['Hoàng Ngọc Lan', 'Phó Chủ tịch UBND phường', 'UBND phường Ngọc Khánh', 100]],
    appliedDaysAgo: 230,
    path: [
      { to: 'submitted', daysAgo: 18, time: '16:05' },
      { to: 'unit_confirmed', daysAgo: 16, time: '10:15', paper: '31/XN-UBND' },
    ],
  },
  {
    n: 7,
    code: 'SK-2026-M6RXE',
    round: 'dien-tap-2',
    by: 'phong',
    content: {
      title: 'Lịch họp tổ dân phố xoay vòng theo ca làm việc của cư dân chung cư',
      solutionKind: 'management',
      field: 'mass_mobilisation',
      before:
        'Họp tổ dân phố luôn vào tối thứ Bảy. Cư dân làm ca hầu như không dự được, ý kiến góp chỉ từ một nhóm quen thuộc.',
      newPoint:
        'Trước đây cố định một buổi. Nay mỗi quý họp ba khung giờ ngắn 30 phút, cùng một nội dung, biên bản gộp lại và dán công khai; người không dự gửi ý kiến bằng phiếu trước họp.',
      measures: [
        'Khảo sát giờ làm của từng hộ bằng phiếu một câu hỏi, xếp ba khung giờ đông người rảnh nhất.',
        'Ban Công tác Mặt trận chuẩn bị một tờ nội dung, dùng chung cho cả ba buổi.',
      ],
      results: demoNumbers([['Hộ có người dự họp hoặc gửi ý kiến', '28%', '61%']]),
      benefitKinds: ['social'],
      appliedAt: 'Cụm chung cư phường Thành Công',
      replicability: '',
      levelWanted: district,
    },
    authors: [['Lý Hồng Phong', 'Trưởng Ban Công tác Mặt trận', 'Phường Thành Công', 100]],
    appliedDaysAgo: 300,
    path: [
      { to: 'submitted', daysAgo: 20, time: '09:05' },
      { to: 'unit_confirmed', daysAgo: 17, time: '15:00', paper: '22/XN-UBND' },
      { to: 'accepted', daysAgo: 6, time: '11:20' },
    ],
  },
  {
    n: 8,
    code: 'SK-2026-CW7NF',
    round: 'dien-tap-2',
    by: 'khoa',
    content: {
      title: 'Ứng dụng nhắc lịch tiêm chủng cho trẻ trên địa bàn phường',
      solutionKind: 'applied_progress',
      field: 'health_social',
      before:
        'Trạm y tế gọi điện nhắc từng gia đình trước mỗi đợt tiêm, mất nhiều buổi và vẫn sót các gia đình mới chuyển đến.',
      newPoint:
        'Dự kiến gửi tin nhắc lịch tiêm theo ngày sinh của trẻ, gia đình mới chuyển đến tự đăng ký bằng mã ở trạm y tế; hiện mới xây dựng kịch bản và chưa dùng với gia đình nào.',
      measures: ['Trạm y tế lập danh sách trẻ theo ngày sinh và soạn lời nhắc cho từng mũi tiêm.'],
      results: [],
      resultsText:
        'Chưa có kết quả đo được vì chưa áp dụng. Dự kiến giảm số trẻ tiêm muộn trong quý đầu tiên sau khi dùng.',
      benefitKinds: ['social'],
      appliedAt: 'Trạm y tế phường Giảng Võ (dự kiến)',
      replicability: '',
      levelWanted: 'base',
    },
    authors: [['Mai Đăng Khoa', 'Cán bộ Trạm y tế', 'Phường Giảng Võ', 100]],
    appliedDaysAgo: 22,
    path: [
      { to: 'submitted', daysAgo: 19, time: '14:00' },
      { to: 'unit_confirmed', daysAgo: 15, time: '10:40', paper: '09/XN-UBND' },
      {
        to: 'refused',
        daysAgo: 7,
        time: '15:30',
        reason:
          'Giải pháp chưa được áp dụng hoặc áp dụng thử nên chưa phải là sáng kiến. Khi đã dùng thử tại trạm, anh/chị nộp lại ở đợt sau.',
      },
    ],
  },
  {
    n: 9,
    code: 'SK-2026-EJ4TU',
    round: 'dien-tap-dau-nam',
    by: 'minh',
    content: {
      title: 'Tủ tờ khai mẫu có ví dụ điền sẵn, sắp theo việc của người dân thay vì theo tên thủ tục',
      solutionKind: 'operational',
      field: 'admin_reform',
      before:
        'Tờ khai để theo tên thủ tục, người dân không biết mình cần tờ nào, lấy nhầm hoặc hỏi công chức từng việc nhỏ.',
      newPoint:
        'Trước đây sắp theo tên thủ tục. Nay sắp theo việc của người dân như “sinh con”, “mua nhà”, “mất giấy tờ”; mỗi ngăn có một bản điền sẵn bằng chữ nghiêng để làm theo.',
      measures: [
        'Gộp 60 tờ khai thành 14 việc, mỗi việc một ngăn có màu và hình riêng.',
        'In ví dụ điền sẵn với tên giả, ghi rõ chỗ hay sai bằng khung vàng.',
      ],
      results: demoNumbers([['Lượt hỏi “tôi cần tờ nào” mỗi ngày', '55', '14']]),
      benefitKinds: ['social'],
      appliedAt: 'Bộ phận Một cửa phường Cống Vị',
      replicability: 'Làm được ngay ở mọi Bộ phận Một cửa.',
      levelWanted: district,
    },
    authors: [['Trần Văn Minh', 'Phó Bí thư Đoàn phường', 'Phường Cống Vị', 100]],
    appliedDaysAgo: 420,
    path: [
      { to: 'submitted', daysAgo: 190, time: '09:40' },
      { to: 'unit_confirmed', daysAgo: 187, time: '10:00', paper: '05/XN-UBND' },
      { to: 'accepted', daysAgo: 175, time: '09:10' },
      { to: 'under_review', daysAgo: 160, time: '09:00' },
      { to: 'recognised', daysAgo: 120, time: '09:00' },
    ],
    recognition: { decisionNo: '01/QĐ-UBND (trình diễn)' },
  },
];
