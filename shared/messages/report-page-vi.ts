// The page of a report, in Vietnamese: what stands around the report itself.

export const reportPageVi = {
  read: 'Xem trên trang web',
  files: 'Tải về',
  file: {
    pdf: 'PDF',
    docx: 'Word',
    xlsx: 'Excel',
    json: 'JSON',
  },
  /** Behind a format, for whoever doesn't know what it is good for. */
  fileFor: {
    pdf: 'để in, để ký',
    docx: 'để sửa, để ký',
    xlsx: 'các bảng, dạng số',
    json: 'cho phần mềm khác',
  },
  contents: 'Mục lục',
  figuresHint: 'Bấm vào một số liệu để xem các phiếu làm nên số liệu ấy.',
  figureTitle: (responses: string) => `Xem ${responses} phiếu làm nên số liệu này`,
  table: 'Bảng cuộn ngang được',
  chart: 'Biểu đồ cuộn ngang được',
  chartData: 'Số liệu của biểu đồ',
  met: 'đạt',
  missed: 'chưa đạt',
  /** Behind a sentence that nobody's figures made. */
  byHand: { edited: 'văn phòng đã sửa', own: 'văn phòng viết thêm' },
  desk: 'Sửa, góp ý, ban hành',
  all: 'Tất cả báo cáo',
}
