// What reports say of surveys of members, in Vietnamese.

import { leastAnswers } from '../disclosure/shown-units.ts'
import type { Run } from '../report/document.ts'
import { formatCount } from './number.ts'
import { type Count, say } from './sentence.ts'

export const reportSurveyVi = {
  /** Where figures are told period by period. */
  inPeriod: (caption: string, period: string) => `${caption}, ${period}`,
  turnout: (title: string, answered: Count, invited: Count, rate: Run) =>
    say`“${title}”: ${answered}/${invited} người được mời đã trả lời, đạt ${rate}.`,
  /** Over several periods a member answers several times. */
  turns: (title: string, periods: number, answered: Count, invited: Count, rate: Run) =>
    say`“${title}”: qua ${String(periods)} kỳ đã nhận ${answered}/${invited} lượt phiếu của người được mời, đạt ${rate}.`,
  received: (title: string, answers: Count) => say`“${title}”: đã nhận ${answers} phiếu.`,
  hiddenRate: (title: string, unit: string) =>
    `“${title}”: số người trả lời của ${unit} không nêu riêng, vì có nhóm dưới ${leastAnswers} người.`,
  notYet: (title: string, period: string, moment: string | undefined) =>
    moment
      ? `“${title}”: kết quả ${period} chưa được công bố. Kết quả công bố một lần, vào ${moment}; trước lúc đó báo cáo không nêu số liệu nào.`
      : `“${title}”: kết quả ${period} chưa được công bố, báo cáo không nêu số liệu nào. Kỳ này chưa có hạn đóng.`,
  notBegun: (title: string, period: string) => `“${title}”: chưa có số liệu ${period}, kỳ chưa mở.`,
  tooLarge: (title: string) =>
    `“${title}”: đợt có quá nhiều đơn vị nên báo cáo không tính số liệu theo từng câu; xem trong bảng phiếu.`,
  nothingTold: (unit: string) =>
    `Kết quả của ${unit} không nêu riêng: có dưới ${leastAnswers} phiếu, hoặc nêu ra sẽ làm lộ một nhóm dưới ${leastAnswers} phiếu. Các phiếu này được tính ở cấp trên.`,

  turnoutCaption: 'Người được mời và người đã trả lời theo đơn vị',
  turnsCaption: 'Lượt phiếu phải có và đã nhận theo đơn vị',
  answersCaption: 'Số phiếu theo đơn vị',
  invited: 'Được mời',
  answered: 'Đã trả lời',
  due: 'Phải có',
  came: 'Đã nhận',
  notTold: 'không\u00a0nêu',
  notToldNote: `“không\u00a0nêu”: có nhóm dưới ${leastAnswers}, hoặc nêu ra thì lấy số của cấp trên trừ đi sẽ ra số của một nhóm dưới ${leastAnswers}. Các phiếu này vẫn được tính ở cấp trên.`,
  nestedNote: 'Dòng của đơn vị cấp trên gồm cả các đơn vị trực thuộc.',
  onlyBelowNote: 'Chỉ nêu các đơn vị trực thuộc trực tiếp.',

  missing: (title: string, missing: Count) => say`“${title}”: còn ${missing} người được mời chưa tham gia.`,
  missingTurns: (title: string, missing: Count) =>
    say`“${title}”: còn ${missing} lượt chưa tham gia trong các kỳ của báo cáo.`,
  noneMissing: (title: string) => `“${title}”: mọi người được mời đã tham gia.`,
  missingIn: (unit: string, missing: Count) => say`${unit}: ${missing} người.`,
  missingTurnsIn: (unit: string, missing: Count) => say`${unit}: ${missing} lượt.`,

  question: 'Câu hỏi',
  choice: 'Phương án',
  count: 'Số phiếu',
  share: 'Tỷ lệ',
  mean: 'Trung bình',
  meanPlace: 'Thứ hạng trung bình',
  meanIs: (question: string, mean: Run, answers: Count) => say`“${question}”: trung bình ${mean}, từ ${answers} phiếu.`,
  onlyCounted: (question: string, answers: Count) => say`“${question}”: ${answers} người đã trả lời.`,
  hiddenQuestion: (question: string) => `“${question}”: không nêu, vì có nhóm dưới ${leastAnswers} phiếu.`,
  hiddenGroups: (question: string, by: string) =>
    `“${question}” theo “${by}”: không nêu, vì có nhóm dưới ${leastAnswers} phiếu.`,
  questionCaption: (question: string) => `${question} (số phiếu)`,
  shareChart: (question: string) => `${question} (% số phiếu trả lời câu này)`,
  batteryCaption: (section: string) => `${section}: số phiếu theo phương án`,
  batteryChart: (section: string) => `${section}: % số phiếu của từng câu; ô càng sẫm tỷ lệ càng cao`,
  battery: 'Các câu cùng phương án trả lời',
  byUnitCaption: (question: string) => `${question}, theo đơn vị (số phiếu)`,
  byGroupCaption: (question: string, by: string) => `${question}, theo “${by}” (số phiếu)`,

  targetsCaption: 'Chỉ tiêu đặt ra và kết quả lấy ý kiến',
  met: 'Đạt',
  notMet: 'Chưa đạt',
  verdict: 'Đánh giá',
  unitsMet: 'Đơn vị đạt',
  unitsMetOf: (met: number, units: number) => `${formatCount(met, 'vi')}/${formatCount(units, 'vi')}`,

  wrote: (question: string) => `Trả lời câu “${question}”:`,
  wroteIn: (unit: string) => `${unit}:`,
  /** What stands under a unit is of those below it that are not told by themselves. */
  alsoBelow: (unit: string) => `${unit} (gồm cả đơn vị trực thuộc không nêu riêng):`,
  times: (text: string, count: Count) => say`${text} (${count}\u00a0lần)`,
  moreTexts: (left: number) => `Còn ${left} ý kiến khác, xem ở trang kết quả.`,

  scoringIs: (title: string, scored: Count, sent: Count, share: Run, confirmed: Count) =>
    say`“${title}”: đã chấm điểm ${scored}/${sent} phiếu, đạt ${share}; bí thư đã xác nhận ${confirmed} phiếu.`,
  nothingScored: (title: string) => `“${title}”: chưa có phiếu nào để chấm điểm.`,
  scoringCaption: 'Gửi phiếu, chấm điểm và xác nhận theo đơn vị (lượt phiếu)',
  sent: 'Đã gửi',
  scored: 'Đã chấm',
  scoredShare: 'Tỷ lệ đã chấm',
  confirmed: 'Đã xác nhận',
  classesCaption: (question: string) => `${question} theo đơn vị (lượt phiếu đã tính)`,
  classesChart: (question: string) => `${question} (% lượt phiếu đã tính)`,

  /** `choices`: "“Hoàn thành xuất sắc nhiệm vụ”". */
  commended: (members: Count, choices: string, least: number) =>
    say`Đề nghị biểu dương ${members} người được xếp loại ${choices} trong ít nhất ${String(least)} kỳ:`,
  nobodyCommended: (choices: string, least: number) =>
    `Chưa có người nào được xếp loại ${choices} trong ít nhất ${least} kỳ.`,
  commendedIn: (unit: string, members: readonly Run[]) => say`${unit}: ${members}.`,
  person: (name: string, times: Run) => say`${name} (${times}\u00a0kỳ)`,
  nameless: 'người không ghi tên',

  repeatCaption: (name: string) => `${name}, theo đơn vị`,
  noRounds: (name: string) => `Chưa có đơn vị nào nêu “${name}”.`,
  moreRounds: (left: number) => `Còn ${left} dòng khác, xem trong phiếu của đơn vị.`,

  released: (moment: string, answers: Count) =>
    say`Kết quả lấy ý kiến công bố một lần, lúc ${moment}, từ ${answers} phiếu; báo cáo chỉ nêu đúng những số đã công bố, không tính lại và không chia nhỏ hơn.`,
  releasedHidden: (moment: string) =>
    `Kết quả lấy ý kiến công bố một lần, lúc ${moment}; báo cáo chỉ nêu đúng những số đã công bố, không tính lại và không chia nhỏ hơn.`,
  fingerprint: (sha256: string) => `Mã băm SHA-256 của bộ số liệu công bố: ${sha256}.`,
  suppressed: (units: number, all: number) =>
    `${formatCount(units, 'vi')}/${formatCount(all, 'vi')} đơn vị trong phạm vi báo cáo không được nêu riêng (nhóm dưới ${leastAnswers} phiếu, hoặc nêu ra sẽ tính được nhóm như vậy).`,
  noneSuppressed: 'Mọi đơn vị trong phạm vi báo cáo đều được nêu riêng; có thể có câu hỏi không đủ phiếu để nêu.',
  live: 'Số liệu theo từng câu tính từ các phiếu có ghi tên đang được tính lúc lập báo cáo.',
}
