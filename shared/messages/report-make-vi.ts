// What `report make` says to whoever typed it, in Vietnamese.

export const reportMakeVi = {
  noData: (folder: string) =>
    `Thư mục ${folder} không có dữ liệu. Hãy chạy hệ thống trước (npm start), hoặc thêm --demo.`,
  notReady: (folder: string) =>
    `Dữ liệu trong ${folder} đang được mở, sao lưu hoặc khôi phục. Hãy thử lại sau ít phút.`,
  noFormat: (formats: string) => `--format là một hay nhiều định dạng trong số: ${formats}`,
  noPeriod: (text: string) =>
    `${text} không phải là kỳ báo cáo (ví dụ: 2013-H1, 2013-Q2, 2013-07, 2013, 2013-02..2013-05).`,
  noCampaign: (text: string) => `Không có đợt hay báo cáo nào tên là “${text}”.`,
  known: 'Hiện có:',
  noReport: (campaign: string) => `Đợt “${campaign}” chưa có báo cáo. Hãy đặt báo cáo ở trang của đợt.`,
  several: (text: string) => `“${text}” có trong nhiều báo cáo. Hãy ghi rõ một trong các báo cáo sau:`,
  noPeriodIn: (campaign: string, period: string) => `Đợt “${campaign}” không có kỳ ${period}.`,
  noUnit: (code: string) => `Không có đơn vị mã ${code}.`,
  unitElsewhere: (unit: string, top: string) => `${unit} không trực thuộc ${top} là đơn vị của báo cáo.`,
  unitNotAsked: (unit: string) => `Không có đơn vị nào của đợt thuộc ${unit}: báo cáo không có nội dung.`,
  loading: 'Đang nạp dữ liệu mẫu ...',
  making: 'Đang lập báo cáo ...',
}
