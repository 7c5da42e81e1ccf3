// People and their ways in, in Vietnamese.

import type { FieldFault } from '../organisation/person-entry.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'vi')

const nameFaults: Record<FieldFault, string> = {
  missing: 'Chưa nhập họ và tên.',
  'too-long': 'Họ và tên quá dài, nhiều nhất 200 ký tự.',
  malformed: 'Họ và tên không đọc được.',
}
const contactFaults: Record<'email' | 'phone', string> = {
  email: 'Địa chỉ thư điện tử chưa đúng, ví dụ đúng: ten@coquan.vn.',
  phone: 'Số điện thoại chưa đúng: chỉ gồm chữ số, có thể có dấu + ở đầu và khoảng trắng.',
}
const linkStates: Record<'open' | 'revoked' | 'expired' | 'outgrown', string> = {
  open: 'Đang dùng được',
  revoked: 'Đã thu hồi',
  expired: 'Đã hết hạn',
  outgrown: 'Không dùng được nữa vì vai trò đã thay đổi',
}

export const peopleVi = {
  title: 'Người dùng',
  teams: 'Các tổ',
  add: 'Thêm người',
  import: 'Nhập từ Excel, CSV',
  settings: 'Thông tin cơ quan',
  list: {
    search: 'Tìm theo tên hoặc thư điện tử',
    searchHint: 'Gõ không dấu cũng được.',
    role: 'Vai trò',
    anyRole: 'Tất cả vai trò',
    unit: 'Đơn vị',
    unitHint: 'Gồm cả các đơn vị cấp dưới.',
    state: 'Tình trạng',
    anyState: 'Tất cả',
    filter: 'Lọc',
    clear: 'Bỏ lọc',
    filters: 'Lọc danh sách',
    states: { active: 'Đã vào hệ thống', invited: 'Đã mời, chưa vào', none: 'Chưa mời' },
    shown: (people: number) => `${count(people)} người ở trang này`,
    none: 'Chưa có ai trong danh sách.',
    noneNext: 'Hãy thêm từng người, hoặc nhập cả danh sách từ tệp Excel, CSV.',
    noMatch: 'Không có ai khớp với điều kiện lọc.',
    noMatchSoFar: 'Chưa tìm thấy ai trong phần đã xem; bấm “Xem tiếp” để tìm tiếp.',
    select: (name: string) => `Chọn ${name}`,
    selectAll: 'Chọn tất cả ở trang này',
    selectNone: 'Bỏ chọn tất cả',
    batch: 'Với những người đã chọn',
    invite: 'Gửi thư mời',
    slips: 'In phiếu đường dẫn riêng',
    slipsHint: 'Mỗi phiếu có một đường dẫn mới, chỉ hiện một lần.',
    more: 'Xem tiếp',
    first: 'Về trang đầu danh sách',
    nobodyChosen: 'Chưa chọn ai. Hãy đánh dấu những người cần gửi hoặc in.',
    seen: (moment: string) => `Vào gần nhất ${moment}`,
    invited: (moment: string) => `Đã mời ${moment}, chưa vào`,
    notInvited: 'Chưa mời',
    noRole: 'Chưa có vai trò',
    goneUnit: 'đơn vị không còn',
  },
  form: {
    title: 'Thêm người dùng',
    name: 'Họ và tên',
    email: 'Thư điện tử',
    emailHint:
      'Ai đăng nhập bằng địa chỉ này sẽ vào với tư cách người này. Để trống nếu không có: dùng đường dẫn riêng.',
    phone: 'Điện thoại',
    optional: '(không bắt buộc)',
    roles: 'Vai trò',
    rolesHint: 'Mỗi vai trò có hiệu lực ở đơn vị được chọn và mọi đơn vị cấp dưới. Để trống một dòng để bỏ vai trò đó.',
    roleNumber: (n: number) => `Vai trò ${count(n)}`,
    role: 'Vai trò',
    noRole: 'Không',
    unit: 'Tại đơn vị',
    addRow: 'Thêm một dòng vai trò',
    save: 'Lưu',
    create: 'Thêm người này',
    nameFaults,
    contactFaults,
    noRoles: 'Cần ít nhất một vai trò. Nếu người này không còn làm nữa, hãy xóa người này.',
    roleMissing: 'Chưa chọn vai trò cho đơn vị này.',
    unitMissing: 'Chưa nhập đơn vị cho vai trò này.',
    emailTaken: 'Địa chỉ này đã có người dùng.',
    keep: 'Chỉ sửa được vai trò ở các đơn vị trong phạm vi của bạn. Tên, thư điện tử, điện thoại và cách vào của người này do quản trị viên cấp trên quản lý.',
    ownAdmin: 'Bạn đang bỏ vai trò quản trị viên của chính mình',
    ownAdminHint: 'Sau khi lưu, bạn sẽ không quản lý được người dùng nữa và không tự lấy lại được quyền này.',
    ownAdminConfirm: 'Tôi hiểu và vẫn muốn bỏ',
    stored: 'Đang lưu',
    entered: 'Bạn nhập',
    differs: 'Những chỗ khác nhau',
    nothing: 'để trống',
    faults: 'Những chỗ cần sửa',
    back: 'Về danh sách người dùng',
  },
  person: {
    saved: 'Đã lưu.',
    added: 'Đã thêm. Tiếp theo: gửi thư mời, hoặc tạo đường dẫn riêng.',
    invitedNow: 'Đã gửi thư mời.',
    revokedNow: 'Đã thu hồi đường dẫn.',
    seen: 'Vào gần nhất',
    neverSeen: 'Chưa vào lần nào',
    invited: 'Mời gần nhất',
    edit: 'Thông tin và vai trò',
    ways: 'Cách vào hệ thống',
    mail: 'Thư mời',
    mailTo: (email: string) => `Thư gửi đến ${email}, có liên kết để đăng nhập.`,
    noEmail: 'Người này chưa có thư điện tử nên không mời qua thư được.',
    mailOff: 'Hệ thống chưa cài đặt địa chỉ gửi thư. Hãy dùng đường dẫn riêng.',
    invite: 'Gửi thư mời',
    links: 'Đường dẫn riêng',
    linksHint:
      'Dành cho người không có tài khoản. Ai giữ đường dẫn là vào được với tư cách người này, cho đến khi hết hạn hoặc bị thu hồi.',
    makeLink: 'Tạo đường dẫn riêng',
    makeLinkHint: (days: number) => `Có hiệu lực ${count(days)} ngày. Đường dẫn chỉ hiện một lần, ngay sau khi tạo.`,
    noLinks: 'Chưa có đường dẫn nào.',
    linkMade: 'Tạo lúc',
    linkBy: (moment: string, name: string) => `${moment}, ${name}`,
    linkUsed: 'Dùng gần nhất',
    linkNotUsed: 'chưa dùng',
    linkEnds: 'Hết hạn',
    linkState: 'Tình trạng',
    linkStates,
    revoke: 'Thu hồi',
    revokeThis: (moment: string) => `Thu hồi đường dẫn tạo lúc ${moment}`,
    remove: 'Xóa người này…',
    removeHint: 'Người bị xóa không vào được nữa. Những gì người đó đã làm vẫn giữ tên.',
  },
  removal: {
    title: (name: string) => `Xóa ${name}?`,
    lead: 'Người này sẽ không vào được nữa, kể cả khi đang mở trang. Địa chỉ thư được dùng lại cho người khác.',
    kept: 'Phiếu đã gửi, báo cáo và nhật ký vẫn giữ nguyên, có ghi tên người này.',
    self: 'Đây là chính bạn: sau khi xóa, bạn sẽ không vào được nữa.',
    type: 'Gõ lại họ và tên để xác nhận',
    typeHint: (name: string) => `Gõ đúng: ${name}`,
    mismatch: 'Tên vừa gõ chưa khớp.',
    remove: 'Xóa người này',
    cancel: 'Không xóa',
  },
  link: {
    title: (name: string) => `Đường dẫn riêng của ${name}`,
    once: 'Đường dẫn này chỉ hiện một lần. Hãy sao chép hoặc in ngay.',
    text: 'Đường dẫn',
    textHint: 'Chọn và sao chép để gửi qua Zalo hoặc tin nhắn.',
    message: 'Tin nhắn mẫu',
    sample: (name: string, address: string, until: string) =>
      `Kính gửi ${name}. Đường dẫn riêng để vào hệ thống Phiếu (dùng được đến ${until}): ${address} Xin không chuyển cho người khác.`,
    warning: (name: string) => `Ai giữ đường dẫn này là vào được với tư cách ${name}.`,
    qr: (name: string) => `Mã QR của ${name}`,
    until: (moment: string) => `Dùng được đến ${moment}`,
    print: 'Để in, dùng lệnh in của trình duyệt (Ctrl+P).',
    back: (name: string) => `Về trang của ${name}`,
  },
  slips: {
    title: 'Phiếu đường dẫn riêng',
    lead: (slips: number) => `${count(slips)} phiếu, mỗi phiếu một đường dẫn mới. Trang này chỉ hiện một lần.`,
    skipped: (names: string) => `Không tạo cho: ${names}, vì ngoài phạm vi của bạn.`,
    scan: 'Quét mã để vào, hoặc mở địa chỉ:',
    warning:
      'Ai giữ phiếu này là vào được với tư cách người ghi trên phiếu. Xin giữ kín; nếu mất, báo văn phòng để thu hồi.',
  },
  invitations: {
    title: 'Kết quả gửi thư mời',
    sent: (people: number) => `Đã gửi ${count(people)} thư.`,
    notSent: 'Không gửi được',
    reasons: {
      'no-email': 'chưa có thư điện tử',
      refused: 'máy chủ thư không nhận địa chỉ này',
      failed: 'dịch vụ gửi thư đang gián đoạn, vui lòng gửi lại sau',
      'not-yours': 'ngoài phạm vi của bạn',
    },
    back: 'Về danh sách người dùng',
  },
  mail: {
    subject: (organisation: string) => `Mời vào hệ thống Phiếu của ${organisation}`,
    text: (name: string, organisation: string, inviter: string, address: string) =>
      `Kính gửi ${name},

${inviter} mời vào hệ thống Phiếu của ${organisation}.

Mở liên kết sau và đăng nhập bằng địa chỉ thư đã nhận thư này:
${address}

Nếu không chờ thư này, vui lòng bỏ qua.
`,
  },
}
