// Exports, in Vietnamese: the pages, and what stands in the exported files.

import type { ExportFailure, ExportFormat, LeftOut } from '../export/request.ts'
import type { Place } from '../response/state.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

const states: Record<Place, string> = {
  counted: 'Được tính',
  second: 'Gửi sau, không tính',
  returned: 'Đã trả lại',
  waiting: 'Chờ duyệt',
  'not-possible': 'Không kiểm tra được',
  quarantined: 'Chờ xử lý',
  withdrawn: 'Đã rút',
}

const formats: Record<ExportFormat, string> = { xlsx: 'Excel', csv: 'CSV', jsonl: 'JSON Lines' }

const formatHints: Record<ExportFormat, string> = {
  xlsx: 'Mở ngay bằng Excel; mỗi nhóm câu hỏi lặp lại là một trang tính.',
  csv: 'Một tệp zip; mỗi nhóm câu hỏi lặp lại là một tệp CSV.',
  jsonl: 'Dành cho chương trình máy tính: mỗi dòng là một phiếu, giữ nguyên mọi chi tiết.',
}

const included: Record<LeftOut, string> = {
  quarantined: 'Lấy cả phiếu gửi quá hạn đang chờ xử lý',
  withdrawn: 'Lấy cả phiếu đã rút',
}

const failures: Record<ExportFailure, string> = {
  failed: 'Không xuất được do lỗi hệ thống. Phiếu không bị ảnh hưởng gì; có thể xuất lại.',
  'no-access': 'Không xuất, vì ông/bà không còn quyền xuất dữ liệu của đơn vị này.',
  'campaign-gone': 'Không xuất, vì đợt không còn nữa.',
  'not-exportable': 'Không xuất, vì phiếu của đợt này không được lấy ra từng phiếu.',
  'too-large': 'Quá nhiều phiếu hoặc tệp cho một lần xuất. Hãy chọn ít kỳ hơn, hoặc xuất từng đơn vị cấp dưới.',
  'too-wide': 'Biểu mẫu có nhiều câu hỏi hơn số cột của Excel. Hãy chọn CSV hoặc JSON Lines.',
}

export const exportsVi = {
  formats,
  formatHints,
  included,
  count,
  table: {
    states,
    yes: 'Có',
    no: 'Không',
    round: (label: string) => `Lần thứ (${label})`,
    columns: {
      id: 'Mã phiếu',
      unitCode: 'Mã đơn vị',
      unitName: 'Đơn vị',
      unitAbove: 'Thuộc đơn vị',
      period: 'Kỳ',
      state: 'Tình trạng',
      late: 'Gửi muộn',
      receivedAt: 'Nhận lúc',
      changedAt: 'Sửa lúc',
      finishedAt: 'Điền xong lúc',
      sender: 'Người gửi',
      enteredFor: 'Nhập thay cho',
      words: 'Lý do',
      formVersion: 'Phiên bản biểu mẫu',
      revision: 'Lần sửa',
      recordName: 'Tên phiếu',
      score: 'Điểm',
      findings: 'Số vấn đề',
      findingsAt: 'Vấn đề ở câu',
    },
    /** Names of sheets and files. */
    responses: 'Phiếu',
    about: 'Về tệp này',
  },
  page: {
    title: 'Xuất dữ liệu',
    lead: 'Lấy phiếu ra tệp để tính toán, lưu trữ hoặc dùng ở nơi khác.',
    fresh: 'Xuất tệp mới',
    made: 'Tệp đã yêu cầu',
    none: 'Chưa có tệp nào. Bấm “Xuất tệp mới” để chọn đợt, kỳ và đơn vị.',
    gone: 'Đợt không còn nữa',
    periods: (names: string) => `Kỳ: ${names}`,
    unit: (name: string) => `Đơn vị: ${name}`,
    askedAt: (moment: string) => `Yêu cầu lúc ${moment}`,
    cutOff: (moment: string) => `Số liệu tính đến ${moment}`,
    withFiles: 'kèm tệp',
    waiting: 'Đang chờ đến lượt',
    running: (done: number, total: number) =>
      total > 0 ? `Đang xuất: ${count(done)} trên khoảng ${count(total)} phiếu` : 'Đang bắt đầu',
    bringing: (done: number, total: number) => `Đang lấy tệp kèm theo: ${count(done)} trên ${count(total)}`,
    progress: 'Tiến độ xuất',
    mayLeave: 'Có thể đóng trang này; tệp vẫn được xuất tiếp.',
    look: 'Xem tiến độ mới nhất',
    download: (size: string) => `Tải tệp (${size})`,
    rows: (rows: number) => `${count(rows)} phiếu`,
    keptUntil: (moment: string) => `Lưu đến ${moment}`,
    missingFiles: (files: number) => `${count(files)} tệp kèm theo chưa gửi lên nên không có; tên ghi trong about.txt.`,
    failures,
    again: 'Xuất lại',
    older: 'Các tệp cũ hơn',
    api: 'Lấy dữ liệu bằng chương trình máy tính (API)',
    done: (title: string) => `Đã xong: ${title}`,
  },
  ask: {
    title: 'Xuất tệp mới',
    campaign: 'Chọn đợt',
    next: 'Tiếp tục',
    noCampaigns: 'Chưa có đợt nào để xuất. Khi có đợt đã mở, đợt sẽ hiện ở đây.',
    others: 'Phiếu hỏi ý kiến đảng viên, đoàn viên không có ở đây: không ai được lấy ra từng phiếu.',
    what: 'Lấy những phiếu nào',
    periods: 'Kỳ',
    noPeriods: 'Cần chọn ít nhất một kỳ',
    unit: 'Đơn vị',
    unitHint: 'Lấy phiếu của đơn vị này và mọi đơn vị cấp dưới.',
    include: 'Lấy thêm',
    evidence: 'Kèm ảnh, ghi âm và các tệp của phiếu (tất cả trong một tệp zip)',
    how: 'Tệp trông thế nào',
    format: 'Loại tệp',
    choices: 'Câu trả lời chọn sẵn',
    choicesAs: { labels: 'Ghi bằng chữ, như trên phiếu', codes: 'Ghi bằng mã' },
    headings: 'Tên cột',
    headingsAs: { labels: 'Câu hỏi, như trên phiếu', names: 'Tên câu hỏi trong biểu mẫu' },
    separator: 'Dấu phân cách trong tệp CSV',
    separatorHint: 'Excel đặt tiếng Việt đọc dấu chấm phẩy, với dấu phẩy thập phân.',
    separators: { comma: 'Dấu phẩy', semicolon: 'Dấu chấm phẩy' },
    send: 'Xuất tệp',
    back: 'Về danh sách tệp',
  },
  about: {
    organisation: 'Tổ chức',
    campaign: 'Đợt',
    unit: 'Đơn vị, gồm cả cấp dưới',
    periods: 'Kỳ',
    cutOff: 'Tính đến',
    cutOffSays: (moment: string, timeZone: string, iso: string) =>
      `${moment} ${timeZone} (${iso}). Có mọi phiếu hệ thống đã xác nhận trước lúc này; không có phiếu nào nhận sau đó.`,
    askedBy: 'Người yêu cầu',
    responses: 'Số phiếu',
    rounds: (label: string) => `Số dòng: ${label}`,
    leftOut: (state: string) => `Không lấy: ${state}`,
    files: 'Tệp đính kèm',
    missingFiles: 'Tệp chưa gửi lên, nên không có ở đây',
  },
}
