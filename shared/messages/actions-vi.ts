// What units must put right, in Vietnamese.

import type { ActionState, ActionStep, Severity } from '../action/action.ts'
import type { MoveName } from '../action/lifecycle.ts'
import type { Role } from '../organisation/access.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

const states: Record<ActionState, string> = {
  open: 'Chưa khắc phục',
  done: 'Đã báo khắc phục, chờ xác nhận',
  confirmed: 'Đã xác nhận khắc phục',
  dropped: 'Không phải làm nữa',
}
const severities: Record<Severity, string> = { high: 'Nặng', medium: 'Vừa', low: 'Nhẹ', none: 'Chưa xếp mức' }

/** As steps of its history: what somebody did, or what happened by itself. */
const steps: Record<ActionStep['kind'], string> = {
  raised: 'Ghi nhận từ phiếu',
  gone: 'Phiếu đã được sửa hoặc rút, không còn ghi nhận việc này',
  assigned: 'Giao việc',
  done: 'Báo đã khắc phục',
  checked: 'Kiểm tra lại: chưa khắc phục',
  confirmed: 'Xác nhận đã khắc phục',
  reopened: 'Mở lại',
  dropped: 'Bỏ, không phải làm nữa',
}
const moves: Record<MoveName, string> = {
  assign: 'Giao việc',
  done: 'Báo đã khắc phục',
  check: 'Ghi nhận chưa khắc phục',
  confirm: 'Xác nhận đã khắc phục',
  reopen: 'Mở lại',
  drop: 'Bỏ việc này',
}
const moveHints: Record<MoveName, string> = {
  assign: 'Chọn người phụ trách và hạn; cả hai được ghi vào quá trình xử lý.',
  done: 'Nêu rõ đã làm gì. Có thể gửi kèm ảnh hoặc tài liệu.',
  check: 'Khi đến kiểm tra mà đơn vị vẫn chưa làm.',
  confirm: 'Sau khi đã xem nội dung đơn vị báo và tài liệu kèm theo.',
  reopen: 'Việc trở lại tình trạng chưa khắc phục. Nêu rõ lý do.',
  drop: 'Dùng khi ghi nhận sai hoặc không cần làm nữa. Nêu rõ lý do.',
}
const ownerRoles: Record<Role, string> = {
  admin: 'Quản trị viên',
  designer: 'Người soạn mẫu phiếu',
  office: 'Văn phòng',
  leader: 'Lãnh đạo',
  inspector: 'Cán bộ kiểm tra',
  reporter: 'Người báo cáo',
}

export const actionsVi = {
  title: 'Việc phải làm',
  states,
  severities,
  steps,
  moves,
  moveHints,
  ownerRoles,
  /** A role at a unit. */
  roleAt: (role: string, unit: string) => `${role}, ${unit}`,
  sum: (open: number, late: number, done: number) =>
    `${count(open)} việc chưa khắc phục, trong đó ${count(late)} việc quá hạn; ${count(done)} việc chờ xác nhận.`,
  climbed: (actions: number) => `${count(actions)} việc quá hạn đã chuyển lên cấp trên`,
  list: {
    filter: 'Lọc danh sách',
    apply: 'Lọc',
    clear: 'Bỏ lọc',
    unit: 'Đơn vị',
    unitHint: 'Mã hoặc tên; gồm cả các đơn vị bên dưới.',
    state: 'Tình trạng',
    severity: 'Mức',
    owner: 'Người phụ trách',
    campaign: 'Đợt',
    any: 'Tất cả',
    wanted: {
      current: 'Chưa xong (kể cả chờ xác nhận)',
      open: 'Chưa khắc phục',
      late: 'Quá hạn',
      climbed: 'Quá hạn, đã chuyển lên cấp trên',
      done: 'Chờ xác nhận',
      confirmed: 'Đã xác nhận',
      dropped: 'Không phải làm nữa',
    },
    owners: { me: 'Giao cho tôi', none: 'Chưa giao' },
    caption: (from: number, to: number, of: number) => `Việc ${count(from)}–${count(to)} trong ${count(of)}`,
    captionClosed: 'Xếp theo đơn vị',
    action: 'Việc phải làm',
    due: 'Hạn',
    choose: (what: string) => `Chọn: ${what}`,
    chooseColumn: 'Chọn',
    next: 'Trang sau',
    first: 'Về trang đầu danh sách',
    none: 'Chưa có việc nào phải làm.',
    noneNext:
      'Khi một phiếu ghi nhận sai sót hoặc số liệu không khớp, việc phải khắc phục của đơn vị sẽ hiện ở đây. Mẫu phiếu quy định câu trả lời nào là sai sót và hạn khắc phục.',
    noMatch: 'Không có việc nào khớp với bộ lọc.',
    noMatchNext: 'Hãy bỏ bớt điều kiện lọc.',
    noMatchHere: 'Không có việc nào khớp trong các đơn vị vừa xem; còn các đơn vị khác ở trang sau.',
    bulk: 'Giao các việc đã chọn',
    bulkHint: 'Chọn các việc trong bảng, rồi chọn người phụ trách, hạn, hoặc cả hai.',
    download: 'Tải danh sách',
    cut: (most: number) => `Tệp chỉ gồm ${count(most)} việc đầu tiên; hãy lọc để lấy phần còn lại.`,
  },
  /** Where the form says no more of a finding than its question. */
  withoutMessage: {
    finding: (question: string) => `Sai sót: ${question}`,
    consistency: (question: string) => `Số liệu không khớp: ${question}`,
  },
  late: (days: number) => `Quá hạn ${count(days)} ngày`,
  dueToday: 'Hạn hôm nay',
  noDue: 'Chưa đặt hạn',
  noOwner: 'Chưa giao',
  concernOf: (unit: string) => `Đã chuyển lên: ${unit}`,
  facts: {
    unit: 'Đơn vị',
    concern: 'Đã chuyển lên',
    concernText: (unit: string, days: number) => `${unit}, vì đã quá hạn ${count(days)} ngày`,
    remedy: 'Việc cần làm',
    question: 'Câu hỏi',
    severity: 'Mức',
    due: 'Hạn',
    owner: 'Người phụ trách',
    state: 'Tình trạng',
    source: 'Ghi nhận từ',
    response: (number: string) => `Phiếu số ${number}`,
    period: (period: string) => `kỳ ${period}`,
    raisedAt: (moment: string) => `nhận ${moment}`,
    mismatch: 'Số liệu không khớp',
    fault: 'Sai sót',
  },
  fields: {
    words: 'Nội dung',
    reason: 'Lý do',
    remark: 'Ghi chú',
    optional: '(không bắt buộc)',
    files: 'Ảnh, tài liệu kèm theo',
    filesHint: (files: number, megabytes: number) =>
      `Tối đa ${count(files)} tệp, tất cả không quá ${count(megabytes)} MB.`,
    owner: 'Người phụ trách',
    due: 'Hạn',
    keep: 'Giữ nguyên',
    nobody: 'Không giao cho ai',
    roles: 'Theo chức danh tại đơn vị',
    people: 'Theo người',
    noDueNow: 'Không đặt hạn',
  },
  faults: {
    words: (most: number) => `Hãy ghi nội dung, tối đa ${count(most)} ký tự`,
    owner: 'Hãy chọn người có phụ trách đơn vị này',
    due: 'Hãy nhập ngày có trên lịch',
    past: 'Hạn phải là hôm nay hoặc sau hôm nay',
    files: 'Tệp này không nhận được: phải là ảnh, bản ghi âm, ghi hình hoặc tài liệu, và không quá lớn',
    nothing: 'Hãy chọn người phụ trách hoặc hạn',
    chosen: 'Hãy chọn ít nhất một việc',
  },
  history: 'Quá trình xử lý',
  byItself: 'Tự động',
  setOwner: (owner: string) => `Người phụ trách: ${owner}`,
  setDue: (day: string) => `Hạn: ${day}`,
  yourWords: 'Nội dung vừa ghi',
  nowState: (state: string) => `Tình trạng hiện nay: ${state}.`,
  notAssigned: (actions: number) =>
    `${count(actions)} việc chưa giao được vì vừa có thay đổi; hãy xem lại và chọn lại.`,
  back: 'Về danh sách việc phải làm',
  visit: {
    title: (actions: number) => `Đơn vị còn ${count(actions)} việc phải khắc phục`,
    leadReport: 'Việc nào đã khắc phục, hãy mở việc đó và báo.',
    lead: 'Hãy xem lại khi kiểm tra. Sau khi gửi phiếu có thể ghi nhận từng việc đã khắc phục hay chưa.',
    all: 'Xem tất cả',
    afterTitle: 'Các việc đơn vị phải khắc phục từ trước',
    afterLead: 'Ghi nhận từng việc: đã khắc phục hay chưa. Việc nào chưa xem thì để nguyên.',
    seen: 'Đã kiểm tra tại đơn vị',
    isDone: 'Đã khắc phục',
    isNot: 'Chưa khắc phục',
  },
  table: {
    unit: 'Đơn vị',
    code: 'Mã đơn vị',
    above: 'Đơn vị cấp trên',
    finding: 'Nội dung ghi nhận',
    question: 'Câu hỏi',
    remedy: 'Việc cần làm',
    severity: 'Mức',
    state: 'Tình trạng',
    due: 'Hạn',
    late: 'Số ngày quá hạn',
    owner: 'Người phụ trách',
    campaign: 'Đợt',
    period: 'Kỳ',
    raised: 'Ngày ghi nhận',
    last: 'Nội dung gần nhất',
  },
}
