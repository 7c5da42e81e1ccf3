// What the demo's cells and committees write in words. Invented; a shortcoming is chosen to fit the answers beside it.

export const representatives = [
  'Nguyễn Hữu Tâm',
  'Trần Quốc Việt',
  'Lê Thị Hạnh',
  'Phạm Ngọc Sơn',
  'Vũ Thị Lan',
  'Đỗ Văn Hòa',
  'Bùi Minh Tuấn',
  'Hoàng Thị Nga',
  'Ngô Đức Long',
  'Đặng Thu Hường',
  'Phan Thanh Bình',
  'Dương Văn Lâm',
  'Mai Thị Xuân',
  'Hồ Sỹ Dũng',
  'Lương Thị Vân',
  'Trịnh Xuân Quang',
] as const

export const cellStrengths = [
  'Sinh hoạt đều, nội dung chuẩn bị trước, gửi đảng viên ba ngày.',
  'Chuyên đề sát nhiệm vụ chuyên môn, nhiều đảng viên tham gia.',
  'Chi ủy phân công rõ, nhiệm vụ nào cũng có người theo dõi.',
  'Biên bản rõ ràng, có kết luận của bí thư sau mỗi cuộc.',
  'Tự phê bình và phê bình thẳng thắn, giữ được đoàn kết.',
  'Đảng viên trẻ tích cực phát biểu, đề xuất việc cụ thể.',
  'Việc tháng trước được kiểm điểm ngay đầu cuộc sinh hoạt.',
  'Phối hợp tốt với công đoàn và đoàn thanh niên trong đơn vị.',
] as const

export const cellShortcomings = {
  meetings: [
    'Một số tháng không sinh hoạt được do đảng viên đi công tác dài ngày.',
    'Có tháng ghép sinh hoạt với họp cơ quan nên không tính là một cuộc.',
    'Đơn vị làm ca, khó chọn ngày sinh hoạt cố định.',
  ],
  themed: [
    'Còn ít sinh hoạt chuyên đề, chủ yếu phổ biến công việc.',
    'Chuyên đề chưa đăng ký từ đầu năm nên bị động.',
    'Nội dung chuyên đề còn chung, chưa gắn việc của đơn vị.',
  ],
  hours: [
    'Cuộc sinh hoạt kéo dài, phần thông báo chiếm nhiều thời gian.',
    'Đọc văn bản dài tại cuộc họp, thời gian thảo luận còn ít.',
  ],
  spoke: [
    'Ý kiến tập trung ở một vài đồng chí, người mới còn ngại nói.',
    'Phát biểu còn ít, góp ý chưa đi vào việc cụ thể.',
  ],
  other: ['Ghi sổ danh sách chưa kịp thời khi có đảng viên chuyển đến.', 'Theo dõi sau kết luận còn chậm.'],
} as const

export const cellRequests = [
  'Đề nghị hướng dẫn mẫu biên bản thống nhất.',
  'Đề nghị tập huấn nghiệp vụ cho bí thư mới.',
  'Đề nghị gửi tài liệu chuyên đề sớm hơn.',
  'Đề nghị có mẫu chấm điểm đảng viên hằng tháng.',
] as const

export const committeeStrengths = [
  'Kế hoạch kiểm tra ban hành từ đầu năm, thực hiện đúng tiến độ.',
  'Kết luận kiểm tra được thông báo đến từng chi bộ.',
  'Chi bộ được nhắc việc nào đều báo cáo lại việc đó.',
  'Cán bộ kiểm tra được phân công theo dõi từng chi bộ.',
] as const

export const committeeDifficulties = [
  'Cán bộ làm công tác kiểm tra đều kiêm nhiệm.',
  'Chi bộ ở xa, mỗi chuyến kiểm tra mất nhiều ngày.',
  'Kinh phí đi lại cho tổ kiểm tra còn hạn hẹp.',
] as const

export const committeeRequests = [
  'Đề nghị tập huấn nghiệp vụ kiểm tra cho chi ủy viên.',
  'Đề nghị thống nhất mẫu biên bản kiểm tra chi bộ.',
] as const
