// Problems and faulty answers in Vietnamese.

import type { CampaignState } from '../campaign/campaign.ts'
import type { EvidenceQuestion } from '../evidence/kinds.ts'
import type { FaultTexts, ProblemTexts } from './problem.ts'
import { actionProblemsVi } from './problem-actions.ts'
import { developerProblemsVi } from './problem-developer-vi.ts'
import { organisationProblemsVi } from './problem-organisation-vi.ts'
import { peopleProblemsVi } from './problem-people-vi.ts'
import { reportProblemsVi } from './problem-reports.ts'
import { responseProblemsVi } from './problem-responses-vi.ts'
import { surveyProblemsVi } from './problem-surveys.ts'
import { templateProblemsVi } from './problem-templates.ts'

const askOffice = 'Nếu cần hỗ trợ, vui lòng liên hệ văn phòng.'

const askedForVi: Record<EvidenceQuestion, string> = {
  image: 'một ảnh (JPEG, PNG, WebP, GIF hoặc HEIC)',
  signature: 'ảnh chữ ký (PNG, JPEG hoặc WebP)',
  audio: 'một tệp ghi âm (MP3, M4A, OGG, WAV, WebM hoặc 3GP)',
  video: 'một video (MP4, WebM, MOV hoặc 3GP)',
  file: 'ảnh, ghi âm, video, PDF, tài liệu Office hoặc OpenDocument, hoặc tệp văn bản UTF-8',
}

const stateNames: Record<CampaignState, string> = {
  draft: 'đang soạn',
  open: 'đang mở',
  paused: 'đang tạm dừng',
  closed: 'đã đóng',
}

export const problemsVi: ProblemTexts = {
  ...developerProblemsVi,
  ...actionProblemsVi,
  ...peopleProblemsVi,
  ...responseProblemsVi,
  ...reportProblemsVi,
  ...templateProblemsVi,
  ...surveyProblemsVi,
  'request.not-json': () => ({
    title: 'Không đọc được dữ liệu gửi lên',
    detail: 'Dữ liệu nhận được không phải là JSON.',
    next: 'Vui lòng tải lại trang rồi gửi lại.',
  }),
  'request.bad-encoding': () => ({
    title: 'Nội dung gửi lên bị lỗi mã hóa',
    detail: 'Nội dung không phải chữ theo mã UTF-8 nên không đọc được chính xác; chưa có gì được lưu.',
    next: 'Vui lòng gửi lại với mã UTF-8; nếu gửi từ trang này, hãy tải lại trang rồi gửi lại.',
  }),
  'request.wrong-shape': ({ places }) => ({
    title: 'Dữ liệu gửi lên không đúng mẫu',
    detail: `Những chỗ chưa đúng: ${places.join(', ')}.`,
    next: 'Vui lòng tải lại trang rồi gửi lại.',
  }),
  'request.too-large': ({ limitBytes }, { count }) => ({
    title: 'Nội dung gửi lên quá lớn',
    detail: `Mỗi lần chỉ gửi được tối đa ${count(Math.floor(limitBytes / 1024))} KB.`,
    next: 'Vui lòng rút gọn những câu trả lời dài rồi gửi lại.',
  }),
  'request.cross-site': () => ({
    title: 'Yêu cầu bị từ chối để bảo đảm an toàn',
    detail: 'Yêu cầu này được gửi từ một trang web khác.',
    next: 'Vui lòng mở trang của Phiếu và thực hiện lại từ đó.',
  }),
  'page.unknown': () => ({
    title: 'Không tìm thấy trang',
    detail: 'Địa chỉ này không tồn tại hoặc đã thay đổi.',
    next: 'Vui lòng kiểm tra lại địa chỉ hoặc về trang đầu.',
  }),
  'access.not-signed-in': () => ({
    title: 'Cần đăng nhập',
    detail: 'Trang này chỉ dành cho người đã đăng nhập.',
    next: 'Vui lòng đăng nhập; sau đó trang này sẽ tự mở lại.',
  }),
  'access.role-missing': () => ({
    title: 'Chưa được phân quyền',
    detail: 'Tài khoản đang dùng chưa được giao quyền thực hiện việc này.',
    next: 'Nếu cần quyền này, vui lòng liên hệ người quản trị.',
  }),
  'access.unit-not-yours': () => ({
    title: 'Đơn vị ngoài phạm vi được giao',
    detail: 'Tài khoản đang dùng không được giao phụ trách đơn vị này.',
    next: 'Vui lòng xem lại danh sách được phân công hoặc liên hệ người quản trị.',
  }),
  'sign-in.expired': () => ({
    title: 'Lần đăng nhập này đã hết hạn',
    detail: 'Thời gian từ khi bắt đầu đến khi đăng nhập xong quá lâu.',
    next: 'Vui lòng đăng nhập lại.',
  }),
  'sign-in.failed': () => ({
    title: 'Đăng nhập không thành công',
    detail: 'Hệ thống xác thực không chấp nhận lần đăng nhập này.',
    next: 'Vui lòng thử đăng nhập lại. Nếu vẫn không được, hãy liên hệ người quản trị.',
  }),
  'sign-in.person-unknown': () => ({
    title: 'Tài khoản chưa có trong danh sách',
    detail: 'Đã đăng nhập được, nhưng chưa ai thêm tài khoản này vào danh sách của cơ quan.',
    next: 'Vui lòng liên hệ người quản trị để được thêm vào, rồi đăng nhập lại.',
  }),
  ...organisationProblemsVi,
  'campaign.unknown': () => ({
    title: 'Không tìm thấy đợt',
    detail: 'Đợt này không tồn tại hoặc không thuộc cơ quan đang dùng.',
    next: 'Vui lòng chọn lại đợt trong danh sách.',
  }),
  'campaign.period-unknown': () => ({
    title: 'Không tìm thấy kỳ',
    detail: 'Đợt này không có kỳ được yêu cầu.',
    next: 'Vui lòng chọn lại kỳ trong danh sách.',
  }),
  'campaign.not-yet-open': ({ opensAt }, { moment }) => ({
    title: 'Kỳ này chưa mở',
    detail: `Bắt đầu nhận phiếu từ ${moment(opensAt)}.`,
    next: 'Vui lòng quay lại từ thời điểm đó.',
  }),
  'campaign.closed': ({ closedAt }, { moment }) => ({
    title: 'Kỳ này đã đóng',
    detail: `Đã ngừng nhận phiếu từ ${moment(closedAt)}.`,
    next: 'Nếu vẫn cần nộp phiếu, vui lòng liên hệ văn phòng.',
  }),
  'campaign.unit-unknown': () => ({
    title: 'Đơn vị không có trong đợt',
    detail: 'Đợt này không gồm đơn vị được yêu cầu.',
    next: 'Vui lòng chọn lại đơn vị trong danh sách.',
  }),
  'campaign.in-draft': () => ({
    title: 'Đợt này đang soạn',
    detail: 'Đợt chưa được mở nên chưa nhận phiếu.',
    next: 'Vui lòng quay lại sau khi đợt được mở.',
  }),
  'campaign.paused': ({ pausedAt }, { moment }) => ({
    title: 'Đợt này đang tạm dừng',
    detail: `Tạm ngừng nhận phiếu mới từ ${moment(pausedAt)}; phiếu đã làm xong trước đó vẫn gửi được.`,
    next: 'Vui lòng quay lại khi đợt được tiếp tục, hoặc liên hệ văn phòng.',
  }),
  'campaign.not-now': ({ state }) => ({
    title: 'Việc này không làm được lúc này',
    detail: `Đợt ${stateNames[state]}.`,
    next: 'Vui lòng mở lại trang của đợt để xem những việc làm được.',
  }),
  'campaign.changed': () => ({
    title: 'Có người vừa sửa đợt này',
    detail: 'Chưa lưu gì, để không ghi đè lên phần người khác vừa sửa.',
    next: 'Vui lòng xem lại rồi lưu lần nữa nếu vẫn đúng ý.',
  }),
  'form.version-wrong': ({ expected }, { count }) => ({
    title: 'Mẫu phiếu đã thay đổi',
    detail: `Đợt này dùng mẫu phiếu phiên bản ${count(expected)}.`,
    next: 'Vui lòng kiểm tra lại các câu trả lời theo mẫu phiếu mới rồi gửi lại.',
  }),
  'form.too-complex': () => ({
    title: 'Phiếu quá phức tạp',
    detail: 'Các công thức của phiếu cần tính quá nhiều bước với những câu trả lời này.',
    next: 'Câu trả lời chưa được lưu. Hãy báo cho người thiết kế phiếu.',
  }),
  'form.unknown': () => ({
    title: 'Không có biểu mẫu này',
    detail: 'Đơn vị không có biểu mẫu hoặc phiên bản nào ở địa chỉ này.',
    next: 'Hãy mở từ danh sách biểu mẫu.',
  }),
  'form.upload-wrong': () => ({
    title: 'Chưa chọn tệp Excel',
    detail: 'Mỗi biểu mẫu là một tệp Excel (.xlsx), kèm các tệp .csv nếu có.',
    next: 'Hãy chọn tệp rồi gửi lại.',
  }),
  'form.faulty': ({ errors }, { count }) => ({
    title: 'Biểu mẫu còn lỗi',
    detail: `Còn ${count(errors)} lỗi nên chưa thể ban hành.`,
    next: 'Hãy sửa tệp Excel rồi nhập lại.',
  }),
  'form.files-missing': ({ files }) => ({
    title: 'Còn thiếu tệp kèm theo',
    detail: `Biểu mẫu lấy danh sách từ ${files.join(', ')}. Thiếu tệp thì không ai trả lời được.`,
    next: 'Hãy nhập lại tệp Excel cùng với các tệp .csv.',
  }),
  'form.id-missing': () => ({
    title: 'Biểu mẫu chưa có mã',
    detail: 'Cả form_id ở trang settings lẫn tên tệp đều không dùng làm địa chỉ được.',
    next: 'Hãy ghi form_id gồm chữ cái và chữ số ở trang settings rồi nhập lại.',
  }),
  'form.too-large': () => ({
    title: 'Biểu mẫu quá lớn',
    detail: 'Cùng với các danh sách và tệp kèm, biểu mẫu lớn hơn mức một phiên bản được phép.',
    next: 'Hãy rút ngắn danh sách lựa chọn hoặc tệp .csv rồi nhập lại.',
  }),
  'form.version-name-taken': ({ name, version }, { count }) => ({
    title: `Phiên bản “${name}” đã có nội dung khác`,
    detail: `Tên này đã được ban hành với nội dung khác, mang số ${count(version)}. Phiên bản đã ban hành không bao giờ thay đổi.`,
    next: 'Hãy ghi tên phiên bản khác ở trang settings rồi nhập lại.',
  }),
  'form.version-name-too-long': ({ limit }, { count }) => ({
    title: 'Tên phiên bản quá dài',
    detail: `Tên phiên bản ở trang settings có quá ${count(limit)} ký tự.`,
    next: 'Hãy rút ngắn rồi nhập lại.',
  }),
  'form.too-many-versions': ({ limit }, { count }) => ({
    title: 'Biểu mẫu có quá nhiều phiên bản',
    detail: `Mỗi biểu mẫu có nhiều nhất ${count(limit)} phiên bản.`,
    next: 'Hãy ban hành với form_id khác.',
  }),
  'rehearsal.outdated': () => ({
    title: 'Đã có thay đổi sau lần chạy thử',
    detail: 'Đợt, biểu mẫu hoặc câu trả lời đã nhận không còn như lúc chạy thử. Chưa có gì bị chuyển.',
    next: 'Hãy đọc kết quả chạy thử mới bên dưới rồi quyết định lại.',
  }),
  'answers.invalid': ({ faults }, { count }) => ({
    title: 'Phiếu chưa gửi được',
    detail: `Có ${count(faults.length)} chỗ cần sửa.`,
    next: 'Vui lòng sửa những câu nêu dưới đây rồi gửi lại.',
  }),
  'evidence.size-wrong': ({ limitBytes }, { count }) => ({
    title: 'Dung lượng tệp không phù hợp',
    detail: `Tệp đính kèm không được rỗng và không được lớn hơn ${count(Math.floor(limitBytes / 1_048_576))} MB.`,
    next: 'Vui lòng chọn tệp khác, hoặc quay ngắn hơn, chụp với độ phân giải thấp hơn.',
  }),
  'evidence.part-wrong': ({ part, expectedBytes }, { count }) => ({
    title: 'Một phần của tệp không đúng kích thước',
    detail: `Phần thứ ${count(part)} của tệp phải có đúng ${count(expectedBytes)} byte.`,
    next: 'Vui lòng gửi lại phần này.',
  }),
  'evidence.part-damaged': ({ part }, { count }) => ({
    title: 'Một phần của tệp bị lỗi trên đường truyền',
    detail: `Phần thứ ${count(part)} của tệp nhận được không giống phần đã gửi.`,
    next: 'Vui lòng gửi lại phần này; những phần khác vẫn được giữ.',
  }),
  'evidence.parts-missing': ({ missing }, { count }) => ({
    title: 'Tệp chưa được gửi đủ',
    detail: `Còn thiếu ${count(missing.length)} phần của tệp.`,
    next: 'Vui lòng gửi tiếp những phần còn thiếu.',
  }),
  'evidence.hash-wrong': () => ({
    title: 'Tệp nhận được không đúng với tệp đã chọn',
    detail: 'Các phần nhận được ghép lại không thành đúng tệp đã chọn.',
    next: 'Vui lòng gửi lại toàn bộ tệp.',
  }),
  'evidence.type-wrong': ({ question }) => ({
    title: 'Loại tệp không phù hợp',
    detail: `Câu hỏi này cần ${askedForVi[question]}; nội dung của tệp đã chọn không thuộc loại này.`,
    next: 'Vui lòng chọn tệp khác.',
  }),
  'evidence.unknown': () => ({
    title: 'Không tìm thấy tệp đính kèm',
    detail: 'Không có tệp đính kèm nào được lưu ở địa chỉ này.',
    next: `Vui lòng mở lại phiếu có tệp này. ${askOffice}`,
  }),
  'server.failed': ({ requestId }) => ({
    title: 'Hệ thống gặp sự cố',
    detail: `Yêu cầu vừa rồi chưa được thực hiện xong. Mã sự cố: ${requestId}.`,
    next: 'Vui lòng thử lại sau ít phút; nếu vẫn lỗi, hãy gửi mã sự cố cho người quản trị.',
  }),
}

export const faultsVi: FaultTexts = {
  'answer.unknown-question': ({ question }) => `Mẫu phiếu không có câu hỏi “${question}”; hãy tải lại trang`,
  'answer.required': () => 'Câu này chưa được trả lời',
  'answer.not-text': () => 'Câu trả lời phải là chữ; hãy nhập lại',
  'answer.not-integer': () => 'Nhập số nguyên, ví dụ 3 hoặc 1.200',
  'answer.not-decimal': () => 'Nhập một số, phần thập phân sau dấu phẩy, ví dụ 1,5',
  'answer.unknown-choice': () => 'Chọn một trong các phương án đã cho',
  'answer.not-list': () => 'Câu trả lời phải là danh sách các phương án; hãy chọn lại',
  'answer.not-date': () => 'Nhập ngày có thật, ví dụ 15/7/2013',
  'answer.not-time': () => 'Nhập giờ và phút, ví dụ 07:30',
  'answer.not-date-time': () => 'Nhập ngày và giờ, ví dụ 15/7/2013, 07:30',
  'answer.not-place': () => 'Nhập vĩ độ và kinh độ, ví dụ 21.03 105.85',
  'answer.not-evidence': () => 'Tệp không đúng loại mà câu này cần, hoặc quá lớn; hãy chọn tệp khác',
  'answer.chosen-twice': () => 'Mỗi phương án chỉ chọn một lần',
  'answer.constraint': () => 'Câu trả lời không hợp lệ theo quy định của phiếu; hãy kiểm tra lại',
  'answer.too-many-rounds': ({ max }, { count }) => `Chỉ nhập được tối đa ${count(max)} lượt`,
  'answer.bad-character': () => 'Có ký tự không lưu được; hãy xóa đi và gõ lại',
  'answer.too-small': ({ min }, { decimal }) => `Nhập số từ ${decimal(min)} trở lên`,
  'answer.too-large': ({ max }, { decimal }) => `Nhập số không quá ${decimal(max)}`,
  'answer.too-long': ({ max }, { count }) => `Rút gọn còn tối đa ${count(max)} ký tự`,
}
