// Scoring members of a named survey, in both languages.

import type { Language } from '../language.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

const vi = {
  title: 'Chấm điểm',
  lead: 'Chi bộ chấm điểm từng người đã gửi phiếu, rồi bí thư hoặc người phụ trách xác nhận. Xác nhận xong thì điểm không sửa được nữa.',
  tally: (done: number, all: number) => `Đã chấm ${count(done)} trên ${count(all)} phiếu đã gửi`,
  states: {
    none: 'Chưa trả lời',
    answered: 'Chờ chấm điểm',
    scored: 'Đã chấm, chờ xác nhận',
    confirmed: 'Đã xác nhận',
    returned: 'Đã trả lại',
    withdrawn: 'Đã rút',
  },
  member: 'Người được mời',
  state: 'Tình trạng',
  score: 'Điểm',
  unit: 'Đơn vị',
  allUnits: 'Tất cả đơn vị được giao',
  filter: 'Xem đơn vị này',
  region: 'Danh sách người được mời',
  first: 'Chấm điểm người đầu tiên',
  record: 'Phiếu và lịch sử',
  confirmAll: (n: number) => (n === 1 ? 'Xác nhận 1 người đã chấm điểm' : `Xác nhận cả ${count(n)} người đã chấm điểm`),
  confirmHint: 'Chỉ xác nhận những phiếu đang hiện trong danh sách này, theo đúng điểm đang hiện.',
  none: 'Chưa mời ai ở những đơn vị được giao cho tài khoản đang dùng.',
  noneNext: 'Khi văn phòng mời người của đơn vị, tên họ sẽ hiện ở đây.',
  noUnits: 'Đợt này không có đơn vị nào được giao cho tài khoản đang dùng.',
  more: (n: number) => `Còn ${count(n)} người ở các đơn vị sau không hiện ở đây: hãy chọn một đơn vị.`,
  allDone: 'Đã chấm xong: không còn ai chờ chấm điểm ở các đơn vị được giao.',
  answers: (name: string) => `${name} đã trả lời`,
  form: 'Phần chi bộ chấm',
  formLead: 'Người trả lời không thấy phần này khi điền phiếu; họ xem được điểm sau khi xác nhận.',
  save: 'Lưu điểm',
  saveNext: 'Lưu và sang người tiếp theo',
  saved: 'Đã lưu điểm.',
  back: 'Về danh sách',
}

const members = (n: number) => `${formatCount(n, 'en')} ${n === 1 ? 'member' : 'members'}`

const en: typeof vi = {
  title: 'Scoring',
  lead: 'The cell scores each member who answered, then the secretary, or whoever is in charge, confirms. Confirmed scores can’t be changed.',
  tally: (done, all) => `${formatCount(done, 'en')} of ${formatCount(all, 'en')} answers scored`,
  states: {
    none: 'Not answered',
    answered: 'To be scored',
    scored: 'Scored, to be confirmed',
    confirmed: 'Confirmed',
    returned: 'Returned',
    withdrawn: 'Withdrawn',
  },
  member: 'Member',
  state: 'State',
  score: 'Score',
  unit: 'Unit',
  allUnits: 'All of your units',
  filter: 'Show this unit',
  region: 'Invited members',
  first: 'Score the first member',
  record: 'Record and history',
  confirmAll: (n) => (n === 1 ? 'Confirm 1 scored member' : `Confirm all ${formatCount(n, 'en')} scored members`),
  confirmHint: 'Only what is shown in this list is confirmed, with the scores shown here.',
  none: 'Nobody is invited yet in the units that are yours.',
  noneNext: 'Once the office invites members of your unit, their names are listed here.',
  noUnits: 'None of your units takes part in this campaign.',
  more: (n) => `${members(n)} of further units are not shown here: choose a unit.`,
  allDone: 'All done: nobody in your units waits to be scored.',
  answers: (name) => `Answers of ${name}`,
  form: 'Filled in by the cell',
  formLead: 'Members don’t see this part when they answer; they see the scores once they are confirmed.',
  save: 'Save the scores',
  saveNext: 'Save and go to the next member',
  saved: 'The scores are saved.',
  back: 'Back to the list',
}

export const scoringMessages: Record<Language, typeof vi> = { vi, en }
