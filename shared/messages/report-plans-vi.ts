// The desk of periodic reports, in Vietnamese: the source of the catalogue.

import type { ReportPlan } from '../report/plan.ts'
import type { roleKinds } from '../report/template.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

const every: Record<ReportPlan['every'], string> = {
  period: 'Theo từng kỳ của đợt',
  quarter: 'Hằng quý',
  half: 'Hằng nửa năm',
  year: 'Hằng năm',
}

export const reportPlansVi = {
  title: 'Báo cáo định kỳ',
  new: 'Tạo báo cáo định kỳ',
  list: {
    lead: 'Mỗi báo cáo định kỳ lấy số liệu từ một hoặc nhiều đợt, và tự được lập đúng ngày đã đặt.',
    none: 'Chưa có báo cáo định kỳ nào.',
    noneNext: 'Chọn một mẫu để bắt đầu. Sau đó chọn đợt lấy số liệu, đơn vị và ngày lập.',
    noCampaigns:
      'Báo cáo lấy số liệu từ các đợt, mà hiện chưa có đợt nào đã mở. Hãy mở một đợt trước, hoặc nhờ văn phòng mở.',
    templates: 'Các mẫu báo cáo',
    /** `roles`: what the template takes its figures from, each with the kind of campaign. */
    needs: (roles: string) => `Lấy số liệu từ: ${roles}`,
    begin: 'Dùng mẫu này',
    running: 'Đang lập theo lịch',
    stopped: 'Đã dừng',
    ofCampaign: 'Báo cáo của đợt',
    editCampaign: 'Sửa ở bước “Ngôn ngữ, nhắc, báo cáo” của đợt',
    next: (period: string, moment: string) => `Lập tiếp: ${period}, vào ${moment}`,
    noNext: 'Không còn ngày lập nào phía trước',
    byHand: 'Chỉ lập khi có người yêu cầu',
    last: (period: string, moment: string) => `Gần nhất: ${period}, lập ${moment}`,
    noLast: 'Chưa lập báo cáo nào',
    state: 'Tình trạng',
    all: 'Về danh sách báo cáo định kỳ',
  },
  scopes: {
    whole: 'Một báo cáo chung cho cả đơn vị',
    children: 'Mỗi đơn vị trực thuộc một báo cáo riêng',
  } satisfies Record<ReportPlan['scope'], string>,
  every,
  kinds: {
    inspection: 'đợt kiểm tra',
    'unit-report': 'đợt báo cáo của đơn vị',
    'member-survey': 'đợt lấy ý kiến cá nhân',
    'named-survey': 'đợt lấy ý kiến có ghi tên',
  } satisfies Record<(typeof roleKinds)[number], string>,
  form: {
    newTitle: 'Tạo báo cáo định kỳ',
    editTitle: 'Sửa báo cáo định kỳ',
    parts: {
      content: 'Nội dung',
      about: 'Đơn vị và phạm vi',
      dates: 'Kỳ và ngày lập',
      frame: 'Thể thức, nơi nhận, người ký',
    },
    titleVi: 'Tên báo cáo',
    titleHint: 'Nếu mỗi đơn vị có một báo cáo riêng, viết {unit} ở chỗ cần tên đơn vị: “Chất lượng chi bộ của {unit}”.',
    titleEn: 'Tên bằng tiếng Anh',
    template: 'Mẫu báo cáo',
    templateHint: 'Mẫu quyết định báo cáo có những mục, bảng, biểu đồ nào.',
    own: 'Mẫu của cơ quan',
    roleHint: (kind: string | undefined) =>
      kind === undefined ? 'Đợt nào có số liệu theo đơn vị cũng được.' : `Chọn một ${kind}.`,
    chooseCampaign: 'Chọn một đợt',
    noCampaign: (kind: string | undefined) =>
      kind === undefined
        ? 'Chưa có đợt nào đã mở mà ông/bà được xem kết quả ở đơn vị phụ trách.'
        : `Chưa có ${kind} nào đã mở mà ông/bà được xem kết quả ở đơn vị phụ trách.`,
    campaignLine: (title: string, unit: string, periods: number) => `${title} (${unit}, ${count(periods)} kỳ)`,
    unit: 'Đơn vị của báo cáo',
    unitHint: 'Báo cáo nói về đơn vị này và các đơn vị cấp dưới. Ai được xem báo cáo ở đây thì xem được.',
    scope: 'Lập mấy báo cáo',
    scopeNotes: {
      whole: 'Số liệu của mọi đơn vị cấp dưới gộp vào một báo cáo.',
      children: 'Mỗi đơn vị cấp dưới trực tiếp xem được báo cáo của mình. Viết {unit} trong tên và cơ quan ban hành.',
    } satisfies Record<ReportPlan['scope'], string>,
    every: 'Bao lâu một lần',
    everyHint: 'Kỳ dài hơn kỳ của đợt thì gộp số liệu các kỳ nằm trong đó: báo cáo quý gộp ba tháng.',
    look: 'Xem những ngày lập tới',
    save: 'Lưu',
    saveNew: 'Tạo',
    leave: 'Thôi, không sửa',
  },
  dates: {
    title: 'Những ngày lập tới',
    period: 'Kỳ',
    due: 'Ngày lập',
    none: 'Không còn kỳ nào của các đợt đã chọn đến ngày lập.',
    byHand: 'Không có ngày lập: báo cáo chỉ được lập khi có người yêu cầu.',
    stopped: 'Đã dừng: đến những ngày này cũng không lập.',
    more: (dates: number) => `và ${count(dates)} ngày nữa`,
    passed: (dates: number) => `${count(dates)} kỳ đã qua ngày này: cần thì lập bằng tay ở trang của báo cáo.`,
    eachTime: (reports: number) => `Mỗi lần lập ${count(reports)} báo cáo, mỗi đơn vị một báo cáo.`,
    noUnits: 'Hiện không có đơn vị trực thuộc nào có đơn vị tham gia các đợt này.',
  },
  show: {
    facts: 'Đang đặt như sau',
    template: 'Mẫu',
    unit: 'Đơn vị',
    scope: 'Phạm vi',
    every: 'Kỳ',
    schedule: 'Lập',
    campaigns: 'Số liệu từ',
    /** What the campaign gives the report, and its title. */
    campaign: (role: string, title: string) => `${role}: ${title}`,
    lostCampaign: 'đợt không còn',
    lostTemplate: 'mẫu không còn',
    layout: 'Thể thức',
    signs: 'Người ký',
    recipients: 'Nơi nhận',
    edit: 'Sửa',
    stop: 'Dừng',
    resume: 'Lập tiếp theo lịch',
    isStopped: 'Đã dừng: không tự lập nữa. Những báo cáo đã lập vẫn xem được.',
    ofCampaign: (campaign: string) =>
      `Đây là báo cáo của đợt “${campaign}”: mẫu, thể thức và ngày lập được đặt cùng với đợt.`,
    toCampaign: 'Sửa ở trang của đợt',
    make: 'Lập ngay',
    makeHint: 'Báo cáo được lập từ số liệu mới nhất đã nhận; báo cáo cũ vẫn còn.',
    from: 'Kỳ',
    to: 'Đến kỳ',
    sameOnly: 'chỉ kỳ này',
    toHint: 'Chọn một kỳ sau đó thì gộp số liệu cả khoảng thời gian vào một báo cáo.',
    which: 'Của đơn vị',
    everyUnit: (units: number) => `tất cả ${count(units)} đơn vị`,
    makeButton: 'Lập báo cáo',
    noPeriods: 'Các đợt chưa có kỳ chung nào để lập báo cáo.',
    history: 'Những báo cáo đã lập',
    noHistory: 'Chưa lập báo cáo nào. Báo cáo hiện ở đây khi đến ngày, hoặc khi có người bấm “Lập báo cáo”.',
    allHistory: 'Xem tất cả, có bộ lọc',
  },
  changes: {
    stop: {
      title: 'Dừng báo cáo định kỳ',
      lead: 'Từ nay không tự lập báo cáo này nữa. Những báo cáo đã lập vẫn xem, sửa, ban hành được. Có thể lập tiếp bất cứ lúc nào.',
      button: 'Dừng',
    },
    resume: {
      title: 'Lập tiếp báo cáo định kỳ',
      lead: 'Báo cáo lại được lập đúng ngày. Những ngày đã qua trong lúc dừng thì không lập bù; cần thì lập bằng tay.',
      button: 'Lập tiếp',
    },
    leave: 'Thôi',
  },
  /** What the fields are called in the list of faults and of changes. */
  fields: {
    titleVi: 'Tên báo cáo',
    titleEn: 'Tên bằng tiếng Anh',
    template: 'Mẫu báo cáo',
    unit: 'Đơn vị của báo cáo',
    scope: 'Phạm vi',
    every: 'Kỳ báo cáo',
  },
}
