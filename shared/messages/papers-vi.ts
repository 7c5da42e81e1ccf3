// The pages on which records and blank forms are asked for and waited for, in Vietnamese: the source of the catalogue.

import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

export const papersVi = {
  record: 'Biên bản (PDF)',
  blank: 'Phiếu trắng để điền tay (PDF)',
  waiting: 'Đang lập tệp PDF',
  waitingLead: 'Trang này tự tải lại sau vài giây. Có thể đóng trang và quay lại sau: tệp vẫn được lập.',
  slow: 'Việc lập tệp lâu hơn thường lệ. Nếu vài phút nữa vẫn chưa có, hãy báo người quản trị.',
  look: 'Xem lại ngay',
  ready: 'Tệp PDF đã lập xong',
  readyLead: (days: number) => `Tệp được giữ ${count(days)} ngày; sau đó có thể lập lại bất cứ lúc nào.`,
  download: 'Tải tệp PDF',
  back: 'Quay lại',
  chooseAgain: 'Chọn lại',
  blankLead: 'In ra để điền bằng bút, rồi nhập lại vào hệ thống. Số câu và số phiên bản có ghi ở từng trang.',
  formLanguage: 'Ngôn ngữ của phiếu',
  rounds: 'Số mục để trống cho mỗi phần lặp lại',
  roundsHint: (most: number) => `Từ 1 đến ${count(most)}. Phần nào ít câu ngắn thì có bảng để ghi.`,
  make: 'Lập tệp PDF',
  records: 'In nhiều biên bản',
  recordsLead: (most: number) =>
    `Các phiếu của một đơn vị và mọi đơn vị bên dưới thành một tệp, mỗi phiếu một biên bản bắt đầu ở trang mới. Mỗi tệp tối đa ${count(most)} phiếu.`,
  unit: 'Đơn vị',
  unitHint: 'Gồm cả các đơn vị bên dưới. Muốn chọn sâu hơn, hãy chọn một đơn vị rồi bấm “Mở đơn vị này”.',
  open: 'Mở đơn vị này',
  up: (name: string) => `Lên ${name}`,
  which: 'Phiếu',
  counted: 'Các phiếu đang tính vào số liệu',
  all: 'Tất cả các phiếu chưa rút, cả phiếu chờ duyệt hoặc đã trả lại',
  files: 'Các tệp đã lập',
  noFiles: 'Chưa lập tệp nào trong bảy ngày qua. Chọn đơn vị ở trên rồi bấm “Lập tệp PDF”.',
  fileOf: (unit: string, records: number) => `${unit}: ${count(records)} phiếu`,
  askedAt: (moment: string) => `Yêu cầu lúc ${moment}`,
  fileReady: 'Đã lập xong',
  fileWaiting: 'Đang lập',
  another: 'Lập tệp khác',
  backToProgress: 'Về tiến độ của đợt',
}
