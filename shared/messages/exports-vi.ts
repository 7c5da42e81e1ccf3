// Exports, in Vietnamese: the pages, and what stands in the exported files.

import type { ExportFormat, LeftOut } from '../export/request.ts'
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
