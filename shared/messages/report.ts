// Every sentence of the reports. A sentence is a list of runs, so that each figure in it keeps its source; what stands
// between the figures is written here and nowhere else. Both languages say the same things.

import type { Language } from '../language.ts'
import type { Run } from '../report/document.ts'

/** A number of things: as a figure to print, and as the number that decides between singular and plural. */
export type Count = { readonly n: number; readonly run: Run }

type Piece = string | Run | Count | readonly Run[]

/** Makes a sentence: say`${reported} of ${expected} cells`. Neighbouring words become one run; figures stay alone. */
export function say(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Run[] {
  const runs: Run[] = []
  for (const [index, text] of strings.entries()) {
    const piece = pieces[index]
    for (const run of [{ text }, ...(piece === undefined ? [] : runsOf(piece))]) {
      const last = runs.at(-1)
      if (run.text === '') continue
      if (last && !last.source && !run.source) runs[runs.length - 1] = { text: last.text + run.text }
      else runs.push(run)
    }
  }
  return runs
}

function runsOf(piece: Piece): readonly Run[] {
  if (typeof piece === 'string') return [{ text: piece }]
  if ('n' in piece) return [piece.run]
  return 'text' in piece ? [piece] : piece
}

/** Puts runs in a row with a separator between them. */
export const joined = (parts: readonly Piece[], separator: string): Run[] =>
  parts.flatMap((part, index) => (index === 0 ? runsOf(part) : [{ text: separator }, ...runsOf(part)]))

type Reached = { readonly reported: Count; readonly expected: Count; readonly rate: Run }
type Part = { readonly part: Run; readonly whole: Count; readonly rate: Run }
type Result = {
  readonly name: string
  readonly value: Run
  /** Numerator over denominator, where the value is a ratio. */
  readonly parts: readonly [Run, Run] | undefined
  readonly range: readonly [Run, Run] | undefined
  readonly target: { readonly text: string; readonly met: boolean } | undefined
  /** Units that meet the target, of those with a value. */
  readonly units: readonly [Count, Count] | undefined
}

const vi = {
  partyHeading: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  kind: 'BÁO CÁO',
  draft: 'DỰ THẢO',
  recipients: 'Nơi nhận:',
  documentNumber: (symbol: string) => `Số       -${symbol}`,
  /** Months 1 and 2 carry a leading 0; `monthName` is not needed in Vietnamese. */
  placeAndDate: (place: string, { year, month }: { year: number; month: number; monthName: string }) =>
    `${place}, ngày      tháng ${month <= 2 ? `0${month}` : month} năm ${year}`,
  /** The subject stands below the kind of document and begins with a small letter. */
  subject: (title: string, period: string) => `${title.slice(0, 1).toLocaleLowerCase('vi')}${title.slice(1)} ${period}`,

  results: (period: string) => `Kết quả ${period}`,
  leadership: 'Công tác chỉ đạo, tổ chức thực hiện',
  committeesBelow: 'Các đảng bộ trực thuộc',
  inspections: 'Kiểm tra, giám sát chi bộ',
  teams: 'Tổ, đoàn kiểm tra',
  below: 'Kiểm tra, giám sát của cấp ủy cấp dưới',
  byCommittee: 'Tổng hợp theo đảng bộ',
  achieved: 'Kết quả đạt được',
  difficulties: 'Khó khăn, tồn tại',
  yearPlan: 'Thực hiện chương trình, kế hoạch năm',
  programme: 'Chương trình công tác năm',
  inspectionPlan: 'Kế hoạch kiểm tra, giám sát',
  assessment: 'Đánh giá chung',
  strengths: 'Ưu điểm',
  shortcomings: 'Hạn chế',
  tasks: (period: string) => `Nhiệm vụ ${period}`,
  method: 'Ghi chú về số liệu',

  table: (number: number, caption: string) => `Bảng ${number}. ${caption}`,
  chart: (number: number, caption: string) => `Biểu đồ ${number}. ${caption}`,
  committee: 'Đảng bộ',
  total: 'Tổng cộng',
  overall: 'Chung',
  target: 'Chỉ tiêu',
  noFigure: 'chưa có số liệu',
  coverageCaption: 'Chi bộ được khảo sát và báo cáo của các đảng bộ',
  cellsExpected: 'Chi bộ cần khảo sát',
  cellsReached: 'Đã khảo sát',
  rate: 'Tỷ lệ',
  ownReport: 'Báo cáo của đảng bộ',
  sent: 'Đã gửi',
  notSent: 'Chưa gửi',
  notAsked: '–',
  coverageNote: 'Dấu “–”: đảng bộ không có chi bộ trong đợt khảo sát.',
  committeesCaption: 'Kiểm tra, giám sát chi bộ theo đảng bộ',
  committeesNote: 'Dấu “–”: đảng bộ không nêu số liệu này. Tỷ lệ chung chỉ tính các đảng bộ nêu cả hai số.',
  indicatorsCaption: 'Các chỉ tiêu sinh hoạt chi bộ theo đảng bộ',
  sharesCaption: 'Tỷ lệ chi bộ thực hiện từng yêu cầu theo đảng bộ',
  indicatorsNote: 'Dấu “–”: chưa có số liệu. Ô sẫm, chữ đậm: chưa đạt chỉ tiêu.',
  surveyed: 'Số chi bộ',
  chartCaption: (name: string) => `${name} theo đảng bộ`,
  chartInWords: (name: string, highest: string, lowest: string) =>
    `Biểu đồ thanh ngang, mỗi đảng bộ một thanh. ${name}: cao nhất ${highest}; thấp nhất ${lowest}.`,

  cellsCovered: (title: string, period: string, { reported, expected, rate }: Reached) =>
    say`Đợt “${title}” ${period} đã khảo sát ${reported}/${expected} chi bộ, đạt ${rate}.`,
  committeesCovered: (title: string, { reported, expected, rate }: Reached) =>
    say`Đợt “${title}” có ${reported}/${expected} đảng bộ gửi báo cáo, đạt ${rate}.`,
  noCommittee: 'Chưa có đảng bộ nào gửi báo cáo.',
  inspectedInAll: ({ part, whole, rate }: Part) =>
    say`Các đảng bộ nêu tổng số chi bộ đã kiểm tra ${part}/${whole} chi bộ, đạt ${rate}.`,
  supervisedInAll: ({ part, whole, rate }: Part) =>
    say`Các đảng bộ nêu số chi bộ được giám sát đã giám sát ${part}/${whole} chi bộ, đạt ${rate}.`,
  inspected: ({ part, whole, rate }: Part) => say`kiểm tra ${part}/${whole} chi bộ, đạt ${rate}`,
  supervised: ({ part, whole, rate }: Part) => say`giám sát ${part}/${whole} chi bộ, đạt ${rate}`,
  inspectedCount: (cells: Count) => say`kiểm tra ${cells} chi bộ`,
  supervisedCount: (cells: Count) => say`giám sát ${cells} chi bộ`,
  ofCommittee: (name: string, parts: readonly Piece[]) => say`${name}: ${joined(parts, '; ')}.`,
  teamsInAll: (committees: Count, teams: Count) => say`Có ${committees} đảng bộ lập ${teams} tổ, đoàn kiểm tra:`,
  teamsOf: (teams: Count, cells: Count | undefined, countries: Count | undefined) =>
    say`${teams} tổ${cells ? say` kiểm tra ${cells} chi bộ` : ''}${countries ? say` ở ${countries} nước` : ''}`,
  belowInAll: (committees: Count, cells: Count) =>
    say`Tại ${committees} đảng bộ, cấp ủy cấp dưới đã kiểm tra, giám sát ${cells} chi bộ:`,
  belowOf: (cells: Count) => say`cấp ủy cấp dưới kiểm tra, giám sát ${cells} chi bộ`,

  noCell: 'Chưa có chi bộ nào được khảo sát nên chưa có số liệu về các chỉ tiêu.',
  nothingToAssess: 'Chưa có số liệu để đánh giá.',
  resultsOf: (cells: Count) => say`Kết quả khảo sát ${cells} chi bộ như sau:`,
  atLeast: (value: string) => `từ ${value} trở lên`,
  atMost: (value: string) => `không quá ${value}`,
  result: ({ name, value, parts, range, target, units }: Result) =>
    say`${name}: ${value}${
      parts ? say` (${parts[0]}/${parts[1]})` : ''
    }${range ? say` (thấp nhất ${range[0]}, cao nhất ${range[1]})` : ''}${
      target ? `, ${target.met ? 'đạt' : 'chưa đạt'} chỉ tiêu (${target.text})` : ''
    }${units ? say`; ${units[0]}/${units[1]} chi bộ đạt` : ''}.`,

  allReached: (cells: Count) => say`Tất cả ${cells} chi bộ trong đợt đã được khảo sát.`,
  allReported: (committees: Count) => say`Tất cả ${committees} đảng bộ đã gửi báo cáo.`,
  cellsMissing: (missing: Count, expected: Count) => say`Còn ${missing}/${expected} chi bộ chưa được khảo sát:`,
  missingIn: (committee: string, missing: Count, expected: Count, names: string) =>
    say`${committee}: ${missing}/${expected} chi bộ (${names}).`,
  committeesMissing: (missing: Count, expected: Count, names: string) =>
    say`Còn ${missing}/${expected} đảng bộ chưa gửi báo cáo: ${names}.`,
  named: (names: string, others: number) => (others > 0 ? `${names} và ${others} đơn vị khác` : names),

  haveProgramme: ({ part, whole, rate }: Part) =>
    say`Đã có ${part}/${whole} chi bộ xây dựng chương trình công tác năm, đạt ${rate}.`,
  havePlan: ({ part, whole, rate }: Part) =>
    say`Đã có ${part}/${whole} chi bộ xây dựng kế hoạch kiểm tra, giám sát, đạt ${rate}.`,
  haveNot: (cells: Count, names: string) => say` Còn ${cells} chi bộ chưa có: ${names}.`,

  targetsMet: (met: Count, all: Count) => say`Tính chung các chi bộ đã khảo sát, ${met}/${all} chỉ tiêu đạt:`,
  targetMet: (name: string, value: Run) => say`${name}: ${value}.`,
  noTargetMet: (all: Count) => say`Tính chung các chi bộ đã khảo sát, chưa chỉ tiêu nào trong ${all} chỉ tiêu đạt.`,
  meetAll: (cells: Count, all: Count, names: string) => say`Có ${cells}/${all} chi bộ đạt mọi chỉ tiêu: ${names}.`,
  noShortfall: 'Mọi chi bộ đã khảo sát đều đạt các chỉ tiêu.',
  shortfalls: 'Các chi bộ chưa đạt từng chỉ tiêu:',
  shortfall: (name: string, target: string, missed: Count, all: Count, units: readonly Piece[]) =>
    say`${name} (${target}): ${missed}/${all} chi bộ chưa đạt: ${joined(units, '; ')}.`,
  short: (gap: Run, names: string) => say`thiếu ${gap}: ${names}`,
  over: (gap: Run, names: string) => say`vượt ${gap}: ${names}`,
  withValue: (name: string, value: Run) => say`${name} (${value})`,

  tasksIntro: 'Từ số liệu của báo cáo này, cần tập trung:',
  finishVisits: (cells: Count) => say`Khảo sát ${cells} chi bộ còn lại.`,
  finishReports: (committees: Count) => say`Đôn đốc ${committees} đảng bộ chưa gửi báo cáo.`,
  reachTarget: (name: string, target: string, cells: Count) =>
    say`${name}: đưa ${cells} chi bộ chưa đạt lên mức chỉ tiêu (${target}).`,
  noTask: 'Các đơn vị đã báo cáo đủ và số liệu không có chỉ tiêu nào chưa đạt.',

  asOf: (moment: string, zone: string, cells: Count, committees: Count) =>
    say`Số liệu tính đến ${moment} (múi giờ ${zone}), từ ${cells} phiếu khảo sát chi bộ và ${committees} báo cáo của đảng bộ được tính.`,
  notCounted: (title: string, late: Count, uncounted: Count, quarantined: Count) =>
    say`“${title}”: trong số được tính có ${late} bản gửi muộn; ngoài ra ${uncounted} bản trùng và ${quarantined} bản gửi sau khi khóa đợt, chờ xem xét, được lưu mà không tính.`,
  rounding:
    'Mỗi tỷ lệ, mỗi số bình quân được tính từ tổng các số liệu gốc và làm tròn một lần; đạt hay chưa đạt chỉ tiêu xét trên số chưa làm tròn.',
}

type Messages = typeof vi

const cells = ({ n }: { readonly n: number }) => (n === 1 ? 'cell' : 'cells')
const committees = ({ n }: Count) => (n === 1 ? 'committee' : 'committees')
const have = ({ n }: Count) => (n === 1 ? 'has' : 'have')
const are = ({ n }: Count) => (n === 1 ? 'is' : 'are')

const en = {
  partyHeading: 'COMMUNIST PARTY OF VIET NAM',
  kind: 'REPORT',
  draft: 'DRAFT',
  recipients: 'Recipients:',
  documentNumber: (symbol) => `No.       -${symbol}`,
  placeAndDate: (place, { year, monthName }) => `${place},       ${monthName} ${year}`,
  subject: (title, period) => `${title}, ${period}`,

  results: (period) => `Results, ${period}`,
  leadership: 'Direction and organisation',
  committeesBelow: 'The committees below',
  inspections: 'Cells inspected and supervised',
  teams: 'Inspection teams',
  below: 'Cells inspected or supervised by committees further down',
  byCommittee: 'All figures by committee',
  achieved: 'What has been reached',
  difficulties: 'Difficulties',
  yearPlan: 'The programme and plans of the year',
  programme: 'Programme for the year',
  inspectionPlan: 'Inspection and supervision plan',
  assessment: 'Assessment',
  strengths: 'Strengths',
  shortcomings: 'Shortcomings',
  tasks: (period) => `Tasks, ${period}`,
  method: 'About the figures',

  table: (number, caption) => `Table ${number}. ${caption}`,
  chart: (number, caption) => `Figure ${number}. ${caption}`,
  committee: 'Committee',
  total: 'Total',
  overall: 'Overall',
  target: 'Target',
  noFigure: 'no figure yet',
  coverageCaption: 'Cells surveyed, and reports of the committees',
  cellsExpected: 'Cells to survey',
  cellsReached: 'Surveyed',
  rate: 'Share',
  ownReport: 'Committee’s own report',
  sent: 'Sent',
  notSent: 'Not yet',
  notAsked: '–',
  coverageNote: '“–”: the committee has no cell in the survey.',
  committeesCaption: 'Cells inspected and supervised, by committee',
  committeesNote:
    '“–”: the committee gives no such figure. Overall shares count only the committees that give both numbers.',
  indicatorsCaption: 'Indicators of cell meetings, by committee',
  sharesCaption: 'Share of cells that meet each requirement, by committee',
  indicatorsNote: '“–”: no figure yet. Dark and bold: target missed.',
  surveyed: 'Cells',
  chartCaption: (name) => `${name}, by committee`,
  chartInWords: (name, highest, lowest) =>
    `Horizontal bar chart with one bar for each committee. ${name}: highest ${highest}; lowest ${lowest}.`,

  cellsCovered: (title, period, { reported, expected, rate }) =>
    say`“${title}” (${period}) reached ${reported} of ${expected} ${cells(expected)}: ${rate}.`,
  committeesCovered: (title, { reported, expected, rate }) =>
    say`“${title}”: ${reported} of ${expected} ${committees(expected)} sent a report, ${rate}.`,
  noCommittee: 'No committee has sent its report yet.',
  inspectedInAll: ({ part, whole, rate }) =>
    say`Committees that give their total inspected ${part} of ${whole} ${cells(whole)}: ${rate}.`,
  supervisedInAll: ({ part, whole, rate }) =>
    say`Committees that give the number supervised reached ${part} of ${whole} ${cells(whole)}: ${rate}.`,
  inspected: ({ part, whole, rate }) => say`inspected ${part} of ${whole} ${cells(whole)}, ${rate}`,
  supervised: ({ part, whole, rate }) => say`supervised ${part} of ${whole} ${cells(whole)}, ${rate}`,
  inspectedCount: (count) => say`inspected ${count} ${cells(count)}`,
  supervisedCount: (count) => say`supervised ${count} ${cells(count)}`,
  ofCommittee: (name, parts) => say`${name}: ${joined(parts, '; ')}.`,
  teamsInAll: (count, teams) =>
    say`${count} ${committees(count)} set up ${teams} inspection ${teams.n === 1 ? 'team' : 'teams'}:`,
  teamsOf: (teams, count, countries) =>
    say`${teams} ${teams.n === 1 ? 'team' : 'teams'}${
      count ? say` inspected ${count} ${cells(count)}` : ''
    }${countries ? say` in ${countries} ${countries.n === 1 ? 'country' : 'countries'}` : ''}`,
  belowInAll: (count, below) =>
    say`In ${count} ${committees(count)}, committees further down inspected or supervised ${below} ${cells(below)}:`,
  belowOf: (below) => say`committees further down inspected or supervised ${below} ${cells(below)}`,

  noCell: 'No cell has been surveyed yet, so there are no figures for the indicators.',
  nothingToAssess: 'There are no figures to assess yet.',
  resultsOf: (count) => say`The survey of ${count} ${cells(count)} shows:`,
  atLeast: (value) => `at least ${value}`,
  atMost: (value) => `at most ${value}`,
  result: ({ name, value, parts, range, target, units }) =>
    say`${name}: ${value}${
      parts ? say` (${parts[0]} of ${parts[1]})` : ''
    }${range ? say` (lowest ${range[0]}, highest ${range[1]})` : ''}${
      target ? `, ${target.met ? 'meets' : 'misses'} the target (${target.text})` : ''
    }${units ? say`; ${units[0]} of ${units[1]} ${cells(units[1])} ${units[0].n === 1 ? 'meets' : 'meet'} it` : ''}.`,

  allReached: (count) =>
    count.n === 1
      ? say`The ${count} cell of the survey has been visited.`
      : say`All ${count} cells of the survey have been visited.`,
  allReported: (count) =>
    count.n === 1
      ? say`The ${count} committee has sent its report.`
      : say`All ${count} committees have sent their reports.`,
  cellsMissing: (missing, expected) =>
    say`${missing} of ${expected} ${cells(expected)} ${have(missing)} not been surveyed yet:`,
  missingIn: (committee, missing, expected, names) =>
    say`${committee}: ${missing} of ${expected} ${cells(expected)} (${names}).`,
  committeesMissing: (missing, expected, names) =>
    say`${missing} of ${expected} ${committees(expected)} ${have(missing)} not sent a report yet: ${names}.`,
  named: (names, others) => (others > 0 ? `${names} and ${others} more` : names),

  haveProgramme: ({ part, whole, rate }) =>
    say`A programme for the year has been written in ${part} of ${whole} ${cells(whole)}: ${rate}.`,
  havePlan: ({ part, whole, rate }) =>
    say`An inspection and supervision plan has been written in ${part} of ${whole} ${cells(whole)}: ${rate}.`,
  haveNot: (count, names) => say` ${count} ${cells(count)} ${have(count)} none: ${names}.`,

  targetsMet: (met, all) =>
    say`Over all cells surveyed, ${met} of ${all} ${all.n === 1 ? 'target' : 'targets'} ${are(met)} met:`,
  targetMet: (name, value) => say`${name}: ${value}.`,
  noTargetMet: (all) => say`Over all cells surveyed, none of ${all} ${all.n === 1 ? 'target' : 'targets'} is met.`,
  meetAll: (count, all, names) =>
    say`${count} of ${all} ${cells(all)} ${count.n === 1 ? 'meets' : 'meet'} every target: ${names}.`,
  noShortfall: 'Every cell surveyed meets the targets.',
  shortfalls: 'Cells that miss a target, by indicator:',
  shortfall: (name, target, missed, all, units) =>
    say`${name} (${target}): missed by ${missed} of ${all} ${cells(all)}: ${joined(units, '; ')}.`,
  short: (gap, names) => say`${gap} short: ${names}`,
  over: (gap, names) => say`${gap} over: ${names}`,
  withValue: (name, value) => say`${name} (${value})`,

  tasksIntro: 'The figures of this report point to:',
  finishVisits: (count) => say`Visit the remaining ${count} ${cells(count)}.`,
  finishReports: (count) => say`Remind ${count} ${committees(count)} of the report that is due.`,
  reachTarget: (name, target, count) =>
    say`${name}: bring the ${count} ${cells(count)} that ${count.n === 1 ? 'misses' : 'miss'} the target to it (${target}).`,
  noTask: 'Every unit has reported, and no target is missed.',

  asOf: (moment, zone, surveys, reports) =>
    say`Figures as of ${moment} (time zone ${zone}), counted from ${surveys} cell ${surveys.n === 1 ? 'survey' : 'surveys'} and ${reports} committee ${reports.n === 1 ? 'report' : 'reports'}.`,
  notCounted: (title, late, uncounted, quarantined) =>
    say`“${title}”: of those counted, ${late} came late; besides them, ${uncounted} ${uncounted.n === 1 ? 'duplicate' : 'duplicates'} and ${quarantined} sent after the close, waiting for review, are kept and not counted.`,
  rounding:
    'Every share and every average is worked out from the sums of the original figures and rounded once; whether a target is met is judged before rounding.',
} satisfies Messages

export type ReportMessages = Messages
export const reportMessages: Readonly<Record<Language, ReportMessages>> = { vi, en }
