// The audit log in Vietnamese. What each verb says continues a person's name: "Nguyễn An ban hành biểu mẫu".

import type { AuditVerb } from '../organisation/audit.ts'

const verbs: Record<AuditVerb, string> = {
  'form.published': 'ban hành biểu mẫu',
  'campaign.moved-to-version': 'chuyển đợt sang phiên bản khác của biểu mẫu',
  'report.asked-for': 'yêu cầu lập báo cáo',
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
  'unit.added': 'thêm đơn vị',
  'unit.changed': 'sửa đơn vị',
  'unit.moved': 'chuyển đơn vị',
  'unit.merged': 'hợp nhất đơn vị',
  'unit.split': 'tách đơn vị',
  'unit.closed': 'ghi nhận đơn vị kết thúc',
  'tree.imported': 'nhập cây đơn vị',
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
}

export const auditVi = {
  title: 'Nhật ký',
  verbs,
}
