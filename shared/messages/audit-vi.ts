// The audit log in Vietnamese. What each verb says continues a person's name: "Nguyễn An ban hành biểu mẫu".

import type { AuditVerb } from '../organisation/audit.ts'
import { formatCount } from './number.ts'

const verbs: Record<AuditVerb, string> = {
  'form.published': 'ban hành biểu mẫu',
  'campaign.moved-to-version': 'chuyển đợt sang phiên bản khác của biểu mẫu',
  'action.assigned': 'giao việc phải làm',
  'action.done': 'báo đã khắc phục',
  'action.checked': 'ghi nhận chưa khắc phục',
  'action.confirmed': 'xác nhận đã khắc phục',
  'action.reopened': 'mở lại việc phải làm',
  'action.dropped': 'bỏ việc phải làm',
  'report.asked-for': 'yêu cầu lập báo cáo',
  'report.edited': 'sửa dự thảo báo cáo',
  'report.made-again': 'lập lại báo cáo theo số liệu mới',
  'report.commented': 'góp ý dự thảo báo cáo',
  'report.issued': 'ban hành báo cáo',
  'report.signed-copy-added': 'tải lên bản báo cáo có chữ ký',
  'report.correction-begun': 'lập dự thảo thay thế báo cáo',
  'report.withdrawn': 'thu hồi báo cáo',
  'organisation.founded': 'lập cơ quan trên hệ thống',
  'organisation.changed': 'sửa thông tin cơ quan',
  'person.added': 'thêm người dùng',
  'person.changed': 'sửa người dùng',
  'person.removed': 'xóa người dùng',
  'person.invited': 'gửi thư mời',
  'person.link-made': 'tạo đường dẫn riêng',
  'person.link-revoked': 'thu hồi đường dẫn riêng',
  'people.imported': 'nhập danh sách người dùng',
  'team.created': 'lập tổ',
  'team.changed': 'sửa tổ',
  'team.removed': 'xóa tổ',
  'campaign.created': 'soạn đợt mới',
  'campaign.changed': 'sửa đợt',
  'campaign.opened': 'mở đợt',
  'campaign.paused': 'tạm dừng đợt',
  'campaign.resumed': 'tiếp tục đợt',
  'campaign.closed': 'đóng đợt',
  'campaign.copied': 'chép đợt sang năm sau',
  'campaign.deleted': 'xóa bản soạn của đợt',
  'campaign.period-extended': 'đổi hạn của kỳ',
  'campaign.period-closed': 'đóng kỳ',
  'campaign.units-changed': 'thêm, bớt đơn vị của đợt',
  'campaign.assigned': 'phân công đơn vị',
  'campaign.reminded': 'gửi lời nhắc',
  'survey.invited': 'mời trả lời phiếu lấy ý kiến',
  'survey.slips-made': 'in giấy mời',
  'survey.links-taken': 'lấy danh sách liên kết mời',
  'survey.reminded': 'gửi thư mời hoặc thư nhắc',
  'survey.released': 'công bố kết quả lấy ý kiến',
  'response.accepted': 'chấp nhận phiếu',
  'response.returned': 'trả lại phiếu để sửa',
  'response.withdrawn': 'rút phiếu',
  'response.released': 'giải tỏa phiếu bị giữ',
  'response.corrected': 'sửa phiếu',
  'response.scored': 'chấm điểm phiếu',
  'response.entered': 'nhập phiếu thay người khác',
  'responses.imported': 'nhập số liệu kỳ trước',
  'records.printed': 'in biên bản hàng loạt',
  'export.fetched': 'tải về tệp dữ liệu đã xuất',
  'unit.added': 'thêm đơn vị',
  'unit.changed': 'sửa đơn vị',
  'unit.moved': 'chuyển đơn vị',
  'unit.merged': 'hợp nhất đơn vị',
  'unit.split': 'tách đơn vị',
  'unit.closed': 'ghi nhận đơn vị kết thúc',
  'tree.imported': 'nhập cây đơn vị',
  'export.asked-for': 'yêu cầu xuất dữ liệu',
  'token.made': 'tạo mã truy cập API',
  'token.revoked': 'thu hồi mã truy cập API',
}

const count = (value: number) => formatCount(value, 'vi')

/** What is left of it once the counts that are 0 are taken away. */
const listed = (counts: readonly (readonly [count: number, text: string])[]) =>
  counts
    .filter(([value]) => value > 0)
    .map(([value, text]) => `${text} ${count(value)}`)
    .join(', ')

export const auditVi = {
  /** The details of entries, which hold ids and codes. */
  told: {
    nobody: 'bỏ phân công',
    teamGone: 'một tổ đã xóa',
    noDeadline: 'không hạn',
    fromFile: (units: string) => `${units}, từ tệp`,
    units: (units: number) => `${count(units)} đơn vị`,
    mails: (mails: number) => `${count(mails)} thư`,
    records: (records: number) => `${count(records)} biên bản`,
    responses: (responses: number) => `${count(responses)} phiếu`,
    past: (file: string, added: number, changed: number) =>
      `${file}: ${listed([
        [added, 'thêm'],
        [changed, 'sửa'],
      ])}`,
    tree: (file: string, [added, changed, moved, closed]: readonly string[]) =>
      `${file}: ${listed([
        [Number(added), 'thêm'],
        [Number(changed), 'sửa'],
        [Number(moved), 'chuyển'],
        [Number(closed), 'kết thúc'],
      ])}`,
    people: (added: number, changed: number, names: string) =>
      `${listed([
        [added, 'thêm'],
        [changed, 'sửa'],
      ])}: ${names}`,
  },
  title: 'Nhật ký',
  lead: 'Mọi việc nhân viên đã làm trên hệ thống. Nhật ký chỉ ghi thêm, không sửa và không xóa được.',
  filters: 'Lọc nhật ký',
  month: 'Từ tháng',
  monthHint: 'Xem từ cuối tháng này trở về trước.',
  person: 'Người làm',
  personHint: 'Một phần của tên; gõ không dấu cũng được.',
  verb: 'Việc',
  anyVerb: 'Tất cả',
  unit: 'Đơn vị',
  unitHint: 'Gồm cả các đơn vị cấp dưới.',
  text: 'Có chữ',
  textHint: 'Trong nội dung hoặc địa chỉ.',
  filter: 'Lọc',
  clear: 'Bỏ lọc',
  caption: 'Các việc, mới nhất ở trên',
  when: 'Lúc',
  what: 'Việc',
  open: 'Mở',
  openWhat: (what: string) => `Mở trang của việc: ${what}`,
  none: 'Không có mục nào khớp.',
  noneNext: 'Hãy bỏ bớt điều kiện lọc, hoặc xem các tháng trước.',
  noneYet: 'Nhật ký còn trống. Mọi việc nhân viên làm từ nay sẽ được ghi ở đây.',
  more: 'Xem các mục cũ hơn',
  newest: 'Về các mục mới nhất',
  verbs,
}
