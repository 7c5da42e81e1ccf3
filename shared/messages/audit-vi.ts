// The audit log in Vietnamese. What each verb says continues a person's name: "Nguyễn An ban hành biểu mẫu".

import type { AuditVerb } from '../organisation/audit.ts'

const verbs: Record<AuditVerb, string> = {
  'form.published': 'ban hành biểu mẫu',
  'campaign.moved-to-version': 'chuyển đợt sang phiên bản khác của biểu mẫu',
  'report.asked-for': 'yêu cầu lập báo cáo',
  'action.assigned': 'giao việc phải làm',
  'action.done': 'báo đã khắc phục',
  'action.checked': 'ghi nhận chưa khắc phục',
  'action.confirmed': 'xác nhận đã khắc phục',
  'action.reopened': 'mở lại việc phải làm',
  'action.dropped': 'bỏ việc phải làm',
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
}

export const auditVi = {
  title: 'Nhật ký',
  verbs,
}
