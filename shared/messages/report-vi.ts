// The reports in Vietnamese: the source of the catalogue.

import type { Run } from '../report/document.ts'
import { type Count, joined, type Part, type Piece, type Reached, type Result, say } from './sentence.ts'

export const reportVi = {
  kind: 'BÁO CÁO',
  draft: 'DỰ THẢO',
  recipients: 'Nơi nhận:',
  /** Months 1 and 2 carry a leading 0; `monthName` is not needed in Vietnamese. */
  placeAndDate: (place: string, { year, month }: { year: number; month: number; monthName: string }) =>
    `${place}, ngày      tháng ${month <= 2 ? `0${month}` : month} năm ${year}`,
  /** The subject stands below the kind of document, as the plan's title is written: its first word may be a name. */
  subject: (title: string, period: string) => `${title} ${period}`,

  /** A sample of a first heading, in the picture of a preset. */
  results: (period: string) => `Kết quả ${period}`,
  table: (number: number, caption: string) => `Bảng ${number}. ${caption}`,
  chart: (number: number, caption: string) => `Biểu đồ ${number}. ${caption}`,
  committee: 'Đảng bộ',
  total: 'Tổng cộng',
  overall: 'Chung',
  target: 'Chỉ tiêu',
  notSurveyed: 'chưa khảo sát',
  notStated: 'không nêu',
  coverageCaption: 'Chi bộ được khảo sát và báo cáo của các đảng bộ',
  cellsExpected: 'Chi bộ cần khảo sát',
  cellsReached: 'Đã khảo sát',
  rate: 'Tỷ lệ',
  ownReport: 'Báo cáo của đảng bộ',
  sent: 'Đã gửi',
  notSent: 'Chưa gửi',
  noCellsNote: 'Ô trống: đảng bộ không có chi bộ trong đợt khảo sát.',
  notAskedNote: 'Ô trống ở cột cuối: đảng bộ không thuộc diện gửi báo cáo.',
  committeesCaption: 'Kiểm tra, giám sát chi bộ theo đảng bộ',
  /**
   * What stands in a campaign's tables where there is no figure, and the notes on it: `silent` in the line of a committee
   * from which nothing has come in (its other cells stay blank), `linesNote` where some committees have no line.
   */
  committeeMarks: {
    silent: 'chưa\u00a0gửi',
    silentNote: '“chưa\u00a0gửi”: đảng bộ chưa gửi báo cáo.',
    notStatedNote: '“–”: báo cáo của đảng bộ không nêu, hoặc không nêu đủ số liệu để tính.',
    linesNote: 'Bảng chỉ gồm các đảng bộ thuộc diện gửi báo cáo.',
  },
  fractionNote: 'Phân số ở dòng tổng cộng chỉ tính các đảng bộ nêu cả hai số.',
  indicatorsCaption: 'Các chỉ tiêu sinh hoạt chi bộ theo đảng bộ',
  sharesCaption: 'Tỷ lệ chi bộ thực hiện từng yêu cầu theo đảng bộ',
  cellMarks: {
    silent: '',
    silentNote: 'Ô trống: chưa khảo sát chi bộ nào của đảng bộ.',
    notStatedNote: '“–”: phiếu khảo sát không nêu, hoặc không nêu đủ số liệu để tính.',
    linesNote: 'Bảng chỉ gồm các đảng bộ có chi bộ trong đợt khảo sát.',
  },
  missedNote: 'Ô sẫm, chữ đậm: chưa đạt chỉ tiêu.',
  surveyed: 'Số chi bộ',
  chartCaption: (name: string) => `${name} theo đảng bộ`,
  chartInWords: (name: string, highest: string, lowest: string) =>
    `Biểu đồ thanh ngang, mỗi đảng bộ một thanh. ${name}: cao nhất ${highest}; thấp nhất ${lowest}.`,

  cellsCovered: (title: string, period: string, { reported, expected, rate }: Reached) =>
    say`Đợt “${title}” ${period} đã khảo sát ${reported}/${expected} chi bộ, đạt ${rate}.`,
  committeesCovered: (title: string, { reported, expected, rate }: Reached) =>
    say`Đợt “${title}” có ${reported}/${expected} đảng bộ gửi báo cáo, đạt ${rate}.`,
  noCommittee: 'Chưa có đảng bộ nào gửi báo cáo.',
  inspectedInAll: (committees: Count, { part, whole, rate }: Part) =>
    say`Tính trên ${committees} đảng bộ nêu cả tổng số chi bộ và số được kiểm tra, đã kiểm tra ${part}/${whole} chi bộ, đạt ${rate}.`,
  supervisedInAll: (committees: Count, { part, whole, rate }: Part) =>
    say`Tính trên ${committees} đảng bộ nêu cả tổng số chi bộ và số được giám sát, đã giám sát ${part}/${whole} chi bộ, đạt ${rate}.`,
  rated: (name: string, { part, whole, rate }: Part) => say`${name} ${part}/${whole} chi bộ (${rate})`,
  extremes: (highest: readonly Piece[], lowest: readonly Piece[]) =>
    say` Cao nhất: ${joined(highest, ', ')}; thấp nhất: ${joined(lowest, ', ')}.`,
  each: (committees: readonly Piece[]) => say` Cụ thể: ${joined(committees, ', ')}.`,
  withoutTotal: (committees: Count, counts: readonly Piece[]) =>
    say`Có ${committees} đảng bộ không nêu tổng số chi bộ: ${joined(counts, ', ')}.`,
  inspectedOf: (name: string, cells: Count) => say`${name} kiểm tra ${cells} chi bộ`,
  supervisedOf: (name: string, cells: Count) => say`${name} giám sát ${cells} chi bộ`,
  teamsInAll: (committees: Count, teams: Count, each: readonly Piece[]) =>
    say`Có ${committees} đảng bộ lập ${teams} tổ, đoàn kiểm tra. ${joined(each, '; ')}.`,
  teamsOf: (name: string, teams: Count, cells: Count | undefined, countries: Count | undefined) =>
    say`${name}: ${teams} tổ${cells ? say` kiểm tra ${cells} chi bộ` : ''}${countries ? say` ở ${countries} nước` : ''}`,
  belowInAll: (committees: Count, cells: Count, each: readonly Piece[]) =>
    say`Tại ${committees} đảng bộ, cấp ủy cấp dưới đã kiểm tra, giám sát ${cells} chi bộ: ${joined(each, ', ')}.`,
  belowOf: (name: string, cells: Count) => say`${name} ${cells} chi bộ`,

  noCell: 'Chưa có chi bộ nào được khảo sát nên chưa có số liệu về các chỉ tiêu.',
  resultsOf: (cells: Count) => say`Kết quả khảo sát ${cells} chi bộ như sau:`,
  atLeast: (value: string) => `từ ${value} trở lên`,
  atMost: (value: string) => `không quá ${value}`,
  result: ({ name, value, parts, range, target, units }: Result) =>
    say`${name}: ${value}${
      parts ? say` (${parts[0]}/${parts[1]})` : ''
    }${range ? say` (thấp nhất ${range[0]}; cao nhất ${range[1]})` : ''}${
      target ? `, ${target.met ? 'đạt' : 'chưa đạt'} chỉ tiêu (${target.text})` : ''
    }${units ? say`; ${units[0]}/${units[1]} chi bộ đạt` : ''}.`,

  allReached: (cells: Count) => say`Tất cả ${cells} chi bộ trong đợt đã được khảo sát.`,
  allReported: (committees: Count) => say`Tất cả ${committees} đảng bộ đã gửi báo cáo.`,
  cellsMissing: (missing: Count, expected: Count) => say`Còn ${missing}/${expected} chi bộ chưa được khảo sát:`,
  missingIn: (committee: string, missing: Count, expected: Count, names: string) =>
    say`${committee}: ${missing}/${expected} (${names}).`,
  committeesMissing: (missing: Count, expected: Count, names: string) =>
    say`Còn ${missing}/${expected} đảng bộ chưa gửi báo cáo: ${names}.`,
  named: (names: string, others: number) => (others > 0 ? `${names} và ${others} đơn vị khác` : names),

  haveProgramme: ({ part, whole, rate }: Part) =>
    say`Đã có ${part}/${whole} chi bộ xây dựng chương trình công tác năm, đạt ${rate}.`,
  havePlan: ({ part, whole, rate }: Part) =>
    say`Đã có ${part}/${whole} chi bộ xây dựng kế hoạch kiểm tra, giám sát, đạt ${rate}.`,
  haveNot: (cells: Count, names: string) => say` Còn ${cells} chi bộ chưa có: ${names}.`,

  targetsMet: (met: Count, all: Count, each: readonly Piece[]) =>
    say`Tính chung các chi bộ đã khảo sát, ${met}/${all} chỉ tiêu đạt: ${joined(each, '; ')}.`,
  targetsMissed: (missed: Count, all: Count, each: readonly Piece[]) =>
    say`Tính chung các chi bộ đã khảo sát, còn ${missed}/${all} chỉ tiêu chưa đạt (mức cần đạt ghi trong ngoặc): ${joined(each, '; ')}.`,
  againstTarget: (name: string, value: Run, target: string) => say`${name} ${value} (${target})`,
  noTargetMet: (all: Count) => say`Tính chung các chi bộ đã khảo sát, chưa chỉ tiêu nào trong ${all} chỉ tiêu đạt.`,
  meetAll: (cells: Count, all: Count, names: string) => say`Có ${cells}/${all} chi bộ đạt mọi chỉ tiêu: ${names}.`,
  noShortfall: 'Mọi chi bộ đã khảo sát đều đạt các chỉ tiêu.',
  shortfalls: (cells: Count, all: Count) =>
    say`Có ${cells}/${all} chi bộ chưa đạt ít nhất một chỉ tiêu, xếp theo số chỉ tiêu chưa đạt từ nhiều đến ít:`,
  shortfallsCaption: 'Chi bộ chưa đạt chỉ tiêu',
  cell: 'Chi bộ',
  otherTargets: 'Chỉ tiêu khác chưa đạt',
  cellsThatMiss: 'Số chi bộ chưa đạt',
  shortfallsNote: 'Chỉ ghi chỉ tiêu chưa đạt; ô trống: đạt.',
  shortfallsCut: (shown: number, all: number) =>
    `Bảng nêu ${shown} chi bộ có nhiều chỉ tiêu chưa đạt nhất, trong ${all} chi bộ.`,
  withValue: (name: string, value: Run) => say`${name} ${value}`,

  tasksIntro: 'Từ số liệu của báo cáo này, trước hết cần tập trung:',
  finishVisits: (cells: Count) => say`Khảo sát ${cells} chi bộ còn lại.`,
  finishReports: (committees: Count) => say`Đôn đốc ${committees} đảng bộ chưa gửi báo cáo.`,
  reachTarget: (name: string, target: string, cells: Count) => say`${name}: ${cells} chi bộ cần bảo đảm ${target}.`,
  fulfil: (name: string, cells: Count) => say`${name}: ${cells} chi bộ cần thực hiện.`,
  noTask: 'Các đơn vị đã báo cáo đủ và số liệu không có chỉ tiêu nào chưa đạt.',

  asOf: (moment: string, cells: Count, committees: Count) =>
    say`Số liệu tính đến ${moment}, từ ${cells} phiếu khảo sát chi bộ và ${committees} báo cáo của đảng bộ được tính.`,
  notCounted: (title: string, late: Count, uncounted: Count, quarantined: Count) =>
    say`“${title}”: trong số được tính có ${late} bản gửi muộn; ngoài ra ${uncounted} bản trùng và ${quarantined} bản gửi sau khi khóa đợt, chờ xem xét, được lưu mà không tính.`,
  allCounted: 'Không có bản nào gửi muộn, gửi trùng hoặc gửi sau khi khóa đợt.',
  rounding:
    'Mỗi tỷ lệ, mỗi số bình quân được tính từ tổng các số liệu gốc và làm tròn một lần; đạt hay chưa đạt chỉ tiêu xét trên số chưa làm tròn.',
}
