// The results of a survey, in both languages.

import { leastAnswers } from '../disclosure/shown-units.ts'
import type { Language } from '../language.ts'
import { formatCount } from './number.ts'

const vi = {
  title: 'Kết quả lấy ý kiến',
  notYet: 'Chưa công bố',
  notYetWords: (moment: string | undefined) =>
    moment
      ? `Kết quả được công bố một lần, vào ${moment}: bảy ngày sau khi kỳ này đóng. Trước lúc đó chỉ xem được tỷ lệ trả lời.`
      : 'Kết quả được công bố một lần, bảy ngày sau khi kỳ này đóng. Kỳ này chưa có hạn đóng.',
  rateHere: 'Xem tỷ lệ trả lời',
  releaseTitle: 'Công bố ngay',
  releaseLead:
    'Kết quả được tính một lần và không đổi nữa; chìa khóa của kỳ này bị hủy. Từ đó người đã trả lời bằng mã in không còn được báo là đã ghi nhận, và không thể gia hạn kỳ này.',
  nameLabel: 'Gõ tên đợt để xác nhận',
  release: 'Công bố kết quả',
  unit: 'Đơn vị',
  hiddenOption: (name: string) => `${name} (không nêu riêng)`,
  seeAbove: (name: string) => `Xem kết quả của ${name}`,
  hiddenUnits: (units: number) => `${formatCount(units, 'vi')} đơn vị không được nêu riêng`,
  hiddenWhy: `Nhóm có dưới ${leastAnswers} phiếu không được nêu, để không ai đoán được ai đã trả lời gì. Có đơn vị đủ phiếu cũng không được nêu, vì lấy số của cấp trên trừ đi sẽ ra số của đơn vị nhỏ. Phiếu của các đơn vị này vẫn được tính ở cấp trên.`,
  closed: (moment: string) => `Kỳ đóng lúc ${moment}.`,
  times: (count: number) => `(${formatCount(count, 'vi')} lần)`,
  noGroups: (question: string) => `Theo “${question}”: không nêu ở đơn vị này, vì có nhóm dưới ${leastAnswers} phiếu.`,
  show: 'Xem',
  answered: (n: number) => `${formatCount(n, 'vi')} phiếu`,
  rate: (answered: number, invited: number) =>
    `${formatCount(answered, 'vi')} trên ${formatCount(invited, 'vi')} người được mời đã trả lời`,
  hiddenUnit: `Đơn vị này có dưới ${leastAnswers} phiếu, hoặc nêu ra sẽ làm lộ một nhóm dưới ${leastAnswers} phiếu; các phiếu được tính ở cấp trên.`,
  hidden: `Không nêu: có nhóm dưới ${leastAnswers} phiếu.`,
  answer: 'Trả lời',
  count: 'Số phiếu',
  share: 'Tỷ lệ',
  mean: (text: string) => `Trung bình ${text}`,
  texts: 'Ý kiến viết, xếp theo bảng chữ cái',
  onlyCounted: (n: number) => `${formatCount(n, 'vi')} người đã trả lời câu này.`,
  by: (question: string) => `Theo “${question}”`,
  noCategory: 'Không trả lời câu này',
  below: (edge: string) => `dưới ${edge}`,
  classOf: (from: string | undefined, to: string | undefined) =>
    from === undefined
      ? to === undefined
        ? 'tất cả'
        : `dưới ${to}`
      : to === undefined
        ? `từ ${from}`
        : `${from} đến dưới ${to}`,
  method: 'Cách tính',
  methodWords: `Kết quả tính một lần từ mọi phiếu của kỳ. Nhóm có dưới ${leastAnswers} phiếu không được nêu, và không tính ra được bằng cách trừ các con số cho nhau. Khi mọi người trong một nhóm trả lời giống nhau, câu trả lời của nhóm là câu trả lời của từng người.`,
  released: (moment: string) => `Công bố lúc ${moment}.`,
  fingerprint: 'Mã băm SHA-256 của bộ số liệu',
  live: {
    words:
      'Đợt này có ghi tên: số liệu dưới đây tính từ các phiếu đang có lúc mở trang, còn thay đổi khi phiếu được chấm, trả lại hay gửi lại. Kỳ này không có lần công bố nào.',
    noFigures:
      'Đợt này có ghi tên. Số liệu theo từng câu chưa có ở đây: kỳ chưa mở, hoặc đợt có quá nhiều đơn vị để tính ngay trên trang. Phiếu đã nhận xem trong bảng phiếu.',
    answers: 'Xem từng phiếu',
    scoring: 'Chấm điểm và xác nhận',
    method: `Tính lại mỗi lần mở trang, từ các phiếu được tính của kỳ. Nhóm có dưới ${leastAnswers} phiếu không được nêu ở đây; ai được đọc phiếu của đơn vị thì xem trong bảng phiếu.`,
  },
  csv: {
    link: 'Tải số liệu (CSV)',
    columns: ['Đơn vị', 'Câu hỏi', 'Nhóm', 'Trả lời', 'Số phiếu', 'Trong số'],
    hidden: 'không nêu',
    sum: 'tổng',
  },
}

const en: typeof vi = {
  title: 'Results of the survey',
  notYet: 'Not released yet',
  notYetWords: (moment) =>
    moment
      ? `Results are released once, on ${moment}: seven days after this period closes. Until then only the response rate is shown.`
      : 'Results are released once, seven days after this period closes. It has no closing time yet.',
  rateHere: 'See the response rate',
  releaseTitle: 'Release now',
  releaseLead:
    "Results are worked out once and never change; this period's key is destroyed. From then on a printed code no longer says that its answer was received, and the period can't be extended.",
  nameLabel: 'Type the name of the campaign to confirm',
  release: 'Release the results',
  unit: 'Unit',
  hiddenOption: (name) => `${name} (not shown by itself)`,
  seeAbove: (name) => `See the results of ${name}`,
  hiddenUnits: (units) =>
    units === 1 ? '1 unit is not shown by itself' : `${formatCount(units, 'en')} units are not shown by themselves`,
  hiddenWhy: `A group of fewer than ${leastAnswers} answers is not shown, so that nobody can guess who answered what. Some units with enough answers are not shown either: taken from the figures above them, theirs would tell those of a small one. The answers of all these units count in the units above.`,
  closed: (moment) => `Closed on ${moment}.`,
  times: (count) => `(${formatCount(count, 'en')} times)`,
  noGroups: (question) =>
    `By “${question}”: not shown for this unit, because a group has fewer than ${leastAnswers} answers.`,
  show: 'Show',
  answered: (n) => `${formatCount(n, 'en')} ${n === 1 ? 'answer' : 'answers'}`,
  rate: (answered, invited) =>
    `${formatCount(answered, 'en')} of ${formatCount(invited, 'en')} people invited have answered`,
  hiddenUnit: `This unit has fewer than ${leastAnswers} answers, or showing it would give away a group of fewer; they count in the unit above.`,
  hidden: `Not shown: a group has fewer than ${leastAnswers} answers.`,
  answer: 'Answer',
  count: 'Answers',
  share: 'Share',
  mean: (text) => `Mean ${text}`,
  texts: 'What was written, in alphabetical order',
  onlyCounted: (n) => `${formatCount(n, 'en')} people answered this question.`,
  by: (question) => `By “${question}”`,
  noCategory: 'Did not answer that question',
  below: (edge) => `below ${edge}`,
  classOf: (from, to) =>
    from === undefined
      ? to === undefined
        ? 'all'
        : `below ${to}`
      : to === undefined
        ? `${from} and more`
        : `${from} to below ${to}`,
  method: 'Method',
  methodWords: `Worked out once from all answers of the period. A group of fewer than ${leastAnswers} answers is not shown, and can't be found by taking figures from each other. Where everybody in a group answers alike, the group's answer is the answer of each.`,
  released: (moment) => `Released on ${moment}.`,
  fingerprint: 'SHA-256 of the figures',
  live: {
    words:
      'This campaign is named: the figures below are worked out from the answers as they stand now, and change as answers are scored, returned or sent again. Nothing is ever released of this period.',
    noFigures:
      'This campaign is named. Figures by question are not here yet: the period has not begun, or the campaign has too many units to work them out on a page. What came in is in the table of answers.',
    answers: 'See each answer',
    scoring: 'Scoring and confirming',
    method: `Worked out each time the page is opened, from the answers of the period that count. A group of fewer than ${leastAnswers} answers is not shown here; whoever may read a unit's answers finds them in the table of answers.`,
  },
  csv: {
    link: 'Download the figures (CSV)',
    columns: ['Unit', 'Question', 'Group', 'Answer', 'Answers', 'Of'],
    hidden: 'not shown',
    sum: 'sum',
  },
}

export const surveyResultMessages: Record<Language, typeof vi> = { vi, en }
