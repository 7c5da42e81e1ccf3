// The report on the results of a campaign, in Vietnamese.

import type { PeriodSpan } from '../campaign/period.ts'
import type { Run } from '../report/document.ts'
import { type Count, joined, say } from './sentence.ts'

export const resultsVi = {
  /** Stands below the kind of document, so it begins small. */
  title: (campaign: string) => `kết quả đợt “${campaign}”`,

  reached: (campaign: string, period: string, reported: Count, expected: Count, rate: Run) =>
    say`Đợt “${campaign}” ${period} có ${reported}/${expected} đơn vị đã nộp phiếu, đạt ${rate}.`,
  received: (done: Count, due: Count, late: Count) =>
    say` Đã nhận ${done}/${due} phiếu phải có; ${late} phiếu nộp muộn.`,
  noneExpected: 'Trong kỳ này không có đơn vị nào phải nộp phiếu.',
  missing: (missing: Count, names: string) => say`Còn ${missing} đơn vị chưa nộp: ${names}.`,
  noneMissing: 'Mọi đơn vị trong đợt đã nộp phiếu.',
  notPossible: (visits: Count) => say`Có ${visits} lần đến mà không làm được phiếu, đã ghi lý do.`,
  named: (names: string, others: number) => (others > 0 ? `${names} và ${others} đơn vị khác` : names),

  coverageCaption: 'Tình hình nộp phiếu theo đơn vị',
  overallCaption: 'Các chỉ tiêu của đợt',
  byUnitCaption: 'Các chỉ tiêu theo đơn vị',
  actionsCaption: 'Việc còn phải khắc phục theo đơn vị',
  trendCaption: 'Các chỉ tiêu chung qua các kỳ; nét đứt là mục tiêu',
  trendOf: (indicator: string) => `${indicator} qua các kỳ`,
  heatCaption: (indicator: string, isPercent: boolean) =>
    `${indicator} của từng đơn vị qua các tháng${isPercent ? ' (%)' : ''}; ô càng sẫm số càng lớn`,
  distributionCaption: (question: string) => `${question} (số phiếu chọn)`,
  choice: 'Phương án',
  /** Below a chart, where there is little room. */
  shortPeriod: ({ kind, year, ordinal }: Pick<PeriodSpan, 'kind' | 'year' | 'ordinal'>) =>
    ({
      month: `${ordinal}/${year % 100}`,
      quarter: `Q${ordinal}/${year}`,
      half: `${ordinal === 1 ? 'Đầu' : 'Cuối'} ${year}`,
      year: String(year),
    })[kind],

  shortNote: 'Ô sẫm, chữ đậm: chưa đủ phiếu.',

  unit: 'Đơn vị',
  due: 'Phiếu phải có',
  done: 'Đã nhận',
  rate: 'Tỷ lệ',
  late: 'Nộp muộn',
  returned: 'Đang trả lại',
  waiting: 'Chờ chấp nhận',
  total: 'Tổng cộng',
  together: 'Chung',
  indicator: 'Chỉ tiêu',
  target: 'Mục tiêu',
  value: 'Kết quả',
  before: 'Kỳ trước',
  yearBefore: 'Cùng kỳ năm trước',
  change: 'Thay đổi',
  answers: 'Số phiếu',

  nothingIn: 'Chưa có phiếu nào được tính, nên chưa có kết quả theo chỉ tiêu.',
  noIndicators: 'Đợt này chưa đặt chỉ tiêu, nên báo cáo chỉ nêu tình hình nộp phiếu.',
  missedNote: 'Ô sẫm, chữ đậm: chưa đạt mục tiêu.',
  changeNote: (period: string) =>
    `Trong ngoặc: tăng, giảm so với ${period}, tính trên cùng những đơn vị ấy; chỉ tiêu phần trăm tính bằng điểm phần trăm.`,
  changeColumnNote: {
    before: (period: string) =>
      `Kỳ trước là ${period}, tính trên cùng những đơn vị ấy; thay đổi của chỉ tiêu phần trăm tính bằng điểm phần trăm.`,
    'year-before': (period: string) =>
      `Cùng kỳ năm trước là ${period}, tính trên cùng những đơn vị ấy; thay đổi của chỉ tiêu phần trăm tính bằng điểm phần trăm.`,
  },
  notStatedNote: '“–”: chưa có phiếu, hoặc phiếu không nêu đủ số liệu để tính.',
  noBefore: 'Đợt không có kỳ trước để so sánh.',
  noYearBefore: 'Đợt không có số liệu cùng kỳ năm trước để so sánh.',
  inCampaign: (title: string) => `“${title}”:`,
  /** `then`: values of earlier periods, with the change since. */
  indicatorIs: (
    name: string,
    value: Run,
    parts: readonly [Run, Run] | undefined,
    target: { readonly text: string; readonly met: boolean } | undefined,
    then: readonly { readonly name: string; readonly old: Run; readonly change: Run }[],
  ) =>
    say`${name}: ${value}${parts ? say` (${parts[0]}/${parts[1]})` : ''}${target ? `, ${target.met ? 'đạt' : 'chưa đạt'} mục tiêu (${target.text})` : ''}${then.flatMap(
      (one) => say`; ${one.name} là ${one.old} (thay đổi ${one.change})`,
    )}.`,

  ranked: (name: string, target: string, best: readonly Run[], worst: readonly Run[]) =>
    say`${name} (mục tiêu ${target}): đứng đầu ${best}; cần lưu ý ${worst}.`,
  place: (name: string, value: Run) => say`${name} (${value})`,
  places: (each: readonly (readonly Run[])[], others: number) =>
    others > 0 ? joined([...each, `${others} đơn vị khác`], ', ') : joined(each, ', '),

  open: 'Còn mở',
  reported: 'Đã báo xong',
  overdue: 'Quá hạn',
  longest: 'Quá hạn lâu nhất (ngày)',
  since: 'Có từ kỳ',
  actionsOpen: (open: Count, units: Count, overdue: Count, reported: Count) =>
    say`Còn ${open} việc phải khắc phục ở ${units} đơn vị, trong đó ${overdue} việc quá hạn; ngoài ra ${reported} việc đơn vị đã báo xong, chờ xác nhận.`,
  noActions: 'Không còn việc nào phải khắc phục.',

  asOf: (moment: string, responses: Count, units: Count) =>
    say`Số liệu tính đến ${moment}, từ ${responses} phiếu của ${units} đơn vị; phiếu gửi sau thời điểm này không có trong báo cáo.`,
  stillOpen: (closing: string) => `Lúc lập báo cáo kỳ này chưa khóa (hạn ${closing}): số liệu còn có thể thay đổi.`,
  stillOpenByHand: 'Lúc lập báo cáo kỳ này chưa khóa: số liệu còn có thể thay đổi.',
  stillLate: (closed: string, until: string) =>
    `Kỳ đã khóa lúc ${closed}; phiếu làm xong trước lúc khóa còn được nhận muộn đến ${until}, nên số liệu còn có thể thay đổi.`,
  notIn: (units: Count) => say`Chưa có số liệu của ${units} đơn vị chưa nộp phiếu.`,
  lateIn: (late: Count) => say`Trong số phiếu được tính có ${late} phiếu đến sau khi khóa kỳ.`,
  undecided: (waiting: Count, returned: Count) =>
    say`Chưa tính ${waiting} phiếu chờ chấp nhận và ${returned} phiếu đang trả lại để sửa.`,
  figures: {
    submitted: 'Số liệu tính mọi phiếu đã nộp và không bị trả lại.',
    accepted: 'Số liệu chỉ tính phiếu đã được chấp nhận.',
  },
  kept: (uncounted: Count, quarantined: Count) =>
    say`Có ${uncounted} phiếu trùng và ${quarantined} phiếu gửi sau khi khóa kỳ được lưu mà không tính.`,
  restated: (report: string, period: string, figures: number) =>
    `${report} nêu số liệu ${period} theo những phiếu đã có lúc đó. Do có phiếu nộp muộn hoặc được sửa, ${figures} số liệu nay đã khác; phần so sánh trong báo cáo này dùng số liệu mới.`,
  restatedCaption: (period: string) => `Số liệu ${period} đã thay đổi so với báo cáo đã ban hành`,
  noRules: 'Phiếu không đặt quy tắc đối chiếu số liệu.',
  nothingToCheck: 'Chưa có phiếu nào để đối chiếu số liệu.',
  rulesBroken: (broken: Count, rules: Count, units: Count) =>
    say`Đối chiếu theo ${rules} quy tắc của phiếu: ${broken} quy tắc không khớp, ở ${units} đơn vị. Đề nghị đơn vị kiểm tra, báo cáo lại.`,
  rulesKept: (rules: Count) => say`Đối chiếu theo ${rules} quy tắc của phiếu: số liệu của mọi đơn vị đều khớp.`,
  ruleKept: (figures: readonly Run[]) => say`Khớp: ${figures}.`,
  withValue: (name: string, value: Run) => say`${name} ${value}`,
  inconsistent: (question: string) => `${question}: không khớp với câu trả lời khác`,
  brokenCaption: 'Số liệu không khớp',
  contradiction: 'Điểm không khớp',
  stated: 'Số liệu đã nêu',
  wrote: (unit: string, text: string) => `${unit}: ${text}`,
  wroteIn: (period: string, text: string) => `(${period}) ${text}`,
  classified: (indicator: string, units: Count) => say`Xếp loại ${units} đơn vị theo chỉ tiêu “${indicator}”:`,
  classesCaption: (indicator: string) => `Xếp loại theo chỉ tiêu “${indicator}”`,
  class: 'Loại',
  threshold: 'Mức',
  from: (value: string) => `từ ${value} trở lên`,
  upTo: (value: string) => `từ ${value} trở xuống`,
  theRest: 'còn lại',
  units: 'Số đơn vị',
  whichUnits: 'Đơn vị',
  unclassified: 'Chưa xếp loại',
  rounding:
    'Mỗi tỷ lệ, mỗi số bình quân được tính từ tổng các số liệu gốc và làm tròn một lần; đạt hay chưa đạt xét trên số chưa làm tròn. Đơn vị xếp theo cây tổ chức ngày cuối kỳ.',
}
