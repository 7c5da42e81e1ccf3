// What the reports of the demo must say.

import { starterPeriods, starterPlan } from '../../shared/starter/campaigns.ts'
import { helperSectionPlan } from '../../shared/starter/helper-section.ts'
import { scoringPlanId, studyFollowUpPlanId } from '../../shared/starter/member-plans.ts'
import { rollOutPeriod, rollOutPlan } from '../../shared/starter/roll-out.ts'

/** What has been published of each practice, or what its invented members gave: sentences, and lines of tables by their first cell. */
type Golden = {
  readonly name: string
  /** What its pictures are called; left out where they are of other months. */
  readonly pictures?: string
  readonly report: string
  readonly sentences: readonly string[]
  /** Cells as they are printed; a workbook has the figures among them as numbers. */
  readonly rows: readonly (readonly string[])[]
}

export const golden: readonly Golden[] = [
  {
    name: 'P1, quality of cells',
    pictures: 'p1',
    report: `${starterPlan.id}-${starterPeriods.complete}`,
    sentences: [
      'đã khảo sát 47/47 chi bộ, đạt 100 %.',
      'có 20/20 đảng bộ gửi báo cáo, đạt 100 %.',
      'Tỷ lệ đảng viên dự sinh hoạt: 90,0 % (8.865/9.850), đạt chỉ tiêu (từ 85 % trở lên)',
      'Đảng bộ Trung ương Đoàn: 6 tổ kiểm tra 22 chi bộ; Đảng bộ Ngoài nước: 6 tổ kiểm tra 15 chi bộ ở 15 nước;',
      'Đảng bộ Ngoài nước 82 chi bộ,',
    ],
    rows: [
      ['Đảng bộ Ban Tuyên giáo Trung ương', '28', '15', '53,6 %', '–', '–', '–', '–', '–'],
      ['Đảng bộ Cơ quan Ủy ban Kiểm tra Trung ương', '14', '8', '57,1 %', '14', '100 %', '–', '–', '–'],
      ['Đảng bộ Trung ương Đoàn', '–', '22', '–', '–', '–', '6', '–', '–'],
      ['Đảng bộ Ngoài nước', '–', '15', '–', '–', '–', '6', '15', '82'],
    ],
  },
  {
    name: 'P2, roll-out',
    pictures: 'p2',
    report: `${rollOutPlan.id}-${rollOutPeriod}`,
    sentences: [
      'Tỷ lệ đảng bộ đã tổ chức hội nghị triển khai: 100 % (14/14), đạt mục tiêu (100 %).',
      'Tỷ lệ nhiệm vụ trọng tâm đang triển khai: 87,5 % (7/8), chưa đạt mục tiêu (100 %).',
      'Đối chiếu theo 3 quy tắc của phiếu: 1 quy tắc không khớp, ở 1 đơn vị.',
      'Khớp: Tổng số cán bộ 257; Ủy viên ban thường vụ 19; Cấp ủy viên 110; Trưởng, phó phòng, ban 111; Chuyên viên 17.',
      'Khớp: Tổng số 26; Trưởng bộ phận 1; Phó trưởng bộ phận 2; Thành viên 20; Chuyên trách 3.',
    ],
    rows: [
      ...['Sông Hồng', 'Sông Lô', 'Sông Gâm'].map((name) => [`Đảng bộ ${name}`, '100 %']),
      ['Đảng bộ Sông Chảy', '80,0 %'],
      [
        'Đảng ủy Khối',
        'Tổng số cán bộ không bằng số thuộc bộ phận giúp việc cộng số thuộc bộ phận chuyên trách',
        'Tổng số cán bộ 257; Cán bộ thuộc bộ phận giúp việc 237; Cán bộ thuộc bộ phận chuyên trách 37',
      ],
    ],
  },
  {
    name: 'P3, criteria and scores',
    report: `${scoringPlanId}-2013-H2`,
    sentences: [
      'qua 6 kỳ đã nhận 280/330 lượt phiếu của người được mời, đạt 84,8 %.',
      'đã chấm điểm 280/280 phiếu, đạt 100 %; bí thư đã xác nhận 264 phiếu.',
    ],
    rows: [
      ['Chi bộ Sông Hồng 1', '126', '106', '84,1 %'],
      ['Chi bộ Sông Hồng 2', '73', '73', '100 %', '68'],
      ['Chung', '39', '224', '1', '0'],
    ],
  },
  {
    name: 'P4, study sessions',
    report: `${studyFollowUpPlanId}-2013-Q4`,
    sentences: [
      'quý IV năm 2013 có 3/3 đơn vị đã nộp phiếu, đạt 100 %.',
      'qua 3 kỳ đã nhận 131/183 lượt phiếu của người được mời, đạt 71,6 %.',
    ],
    rows: [
      ['Chi bộ Sông Lô 1', '3', '2'],
      ['Chi bộ Sông Lô 3', '20', '19', '11', '11', '61'],
      ['Trực tuyến', '44', '33,6 %'],
    ],
  },
  {
    name: 'P5, helper sections',
    pictures: 'p5',
    report: `${helperSectionPlan.id}-2013`,
    sentences: [
      'Đảng bộ Sông Hồng: Không.',
      'Đảng bộ Sông Hồng: Đề nghị quy định chế độ phụ cấp cho thành viên bộ phận giúp việc.',
    ],
    // Staff of 6, all of them part-time, and 2 meetings, as in the year before.
    rows: [['Đảng bộ Sông Hồng', '6 (0)', '6 (0)', '2 (0)']],
  },
]
