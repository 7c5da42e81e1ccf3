// Problems and faulty answers in Vietnamese.

import type { CampaignState } from '../campaign/campaign.ts'
import type { EvidenceQuestion } from '../evidence/kinds.ts'
import type { Uneditable } from '../response/editing.ts'
import type { FaultTexts, ProblemTexts } from './problem.ts'
import { organisationProblemsVi } from './problem-organisation-vi.ts'
import { peopleProblemsVi } from './problem-people-vi.ts'

const askOffice = 'Nếu cần hỗ trợ, vui lòng liên hệ văn phòng.'

const askedForVi: Record<EvidenceQuestion, string> = {
  image: 'một ảnh (JPEG, PNG, WebP, GIF hoặc HEIC)',
  signature: 'ảnh chữ ký (PNG, JPEG hoặc WebP)',
  audio: 'một tệp ghi âm (MP3, M4A, OGG, WAV, WebM hoặc 3GP)',
  video: 'một video (MP4, WebM, MOV hoặc 3GP)',
  file: 'ảnh, ghi âm, video, PDF, tài liệu Office hoặc OpenDocument, hoặc tệp văn bản UTF-8',
}

const whyUneditableVi: Record<Uneditable, string> = {
  decided: 'Phiếu đã được cấp trên chấp nhận hoặc văn phòng đính chính.',
  withdrawn: 'Phiếu đã được rút lại.',
  'not-possible': 'Phiếu này chỉ ghi nhận lần kiểm tra không thực hiện được, không có câu trả lời.',
  'not-yours': 'Phiếu do người khác gửi; chỉ người gửi mới sửa được.',
  'in-quarantine': 'Một bản gửi sau của phiếu đang chờ văn phòng xem xét.',
}

const stateNames: Record<CampaignState, string> = {
  draft: 'đang soạn',
  open: 'đang mở',
  paused: 'đang tạm dừng',
  closed: 'đã đóng',
}

export const problemsVi: ProblemTexts = {
  ...peopleProblemsVi,
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
  'response.conflict': ({ stored }, { count, moment }) => ({
    title: 'Phiếu này đã được lưu với nội dung khác',
    detail: stored
      ? `Bản đang lưu là lần gửi thứ ${count(stored.revision)}, nhận lúc ${moment(stored.receivedAt)}; bản này không bị thay đổi.`
      : 'Trước đó đã nhận một phiếu cùng số với nội dung khác; phiếu đó không bị thay đổi.',
    next: 'Vui lòng so sánh hai nội dung; nếu bản đang lưu chưa đúng, hãy liên hệ văn phòng.',
  }),
  'response.already-reported': () => ({
    title: 'Đơn vị đã có phiếu trong kỳ này',
    detail: 'Mỗi đơn vị chỉ nộp một phiếu trong một kỳ, và phiếu của đơn vị này đã được nhận.',
    next: 'Nếu phiếu đã nhận có sai sót, vui lòng liên hệ văn phòng.',
  }),
  'response.changed': ({ revision }, { count }) => ({
    title: 'Trong lúc đang sửa, phiếu đã có bản mới hơn',
    detail: `Phiếu đã có bản thứ ${count(revision)} nên bản vừa gửi chưa được lưu.`,
    next: 'Những gì đang điền vẫn còn nguyên bên dưới. Hãy so sánh, sửa nếu cần rồi gửi lại: bản gửi sẽ thay cho bản mới này.',
  }),
  'entry.incomplete': ({ fields }, { count }) => ({
    title: 'Phiếu chưa ghi nhận được',
    detail: `Còn ${count(fields.length)} ô ở đầu phiếu cần điền.`,
    next: 'Vui lòng điền những ô nêu dưới đây rồi gửi lại.',
  }),
  'draft.newer': ({ savedAt }, { moment }) => ({
    title: 'Bản nháp này đã được lưu ở nơi khác',
    detail: `Bản ở nơi khác lưu lúc ${moment(savedAt)} và chưa bị thay đổi.`,
    next: 'Bấm lưu nháp lần nữa để thay bản đó bằng những gì đang điền ở đây; hoặc mở lại phiếu từ danh sách để làm tiếp bản đó.',
  }),
  'draft.too-large': () => ({
    title: 'Nội dung quá dài để lưu nháp',
    detail: 'Bản nháp lớn hơn mức lưu được.',
    next: 'Vui lòng rút gọn những câu trả lời dài rồi lưu lại.',
  }),
  'draft.too-many': ({ limit }, { count }) => ({
    title: 'Đã có quá nhiều bản nháp',
    detail: `Mỗi người lưu được nhiều nhất ${count(limit)} bản nháp.`,
    next: 'Vui lòng gửi hoặc bỏ bớt bản nháp trong danh sách rồi lưu lại.',
  }),
  'response.not-editable': ({ why }) => ({
    title: 'Phiếu này không sửa được nữa',
    detail: whyUneditableVi[why],
    next: 'Nếu phiếu còn sai sót, vui lòng đề nghị văn phòng trả lại hoặc đính chính.',
  }),
  'response.step-not-allowed': () => ({
    title: 'Không thực hiện được bước này',
    detail: 'Phiếu đang ở bước không cho phép việc vừa chọn, hoặc cấp trên đã quyết định.',
    next: 'Vui lòng xem lại lịch sử của phiếu.',
  }),
  'response.changed-meanwhile': ({ revision, at }, { count, moment }) => ({
    title: 'Phiếu vừa có thay đổi',
    detail: `Trong lúc trang này đang mở, phiếu đã có bản thứ ${count(revision)}, lúc ${moment(at)}. Việc vừa chọn chưa được thực hiện.`,
    next: 'Vui lòng xem phần lịch sử rồi quyết định lại.',
  }),
  'response.words-wrong': ({ limit }, { count }) => ({
    title: 'Cần ghi lý do',
    detail: `Lý do không được để trống và có tối đa ${count(limit)} ký tự.`,
    next: 'Vui lòng ghi lý do rồi gửi lại.',
  }),
  'response.name-not-confirmed': () => ({
    title: 'Tên đơn vị chưa khớp',
    detail: 'Để tránh nhầm, cần gõ đúng tên hoặc mã của đơn vị.',
    next: 'Vui lòng gõ lại; chưa có gì thay đổi.',
  }),
  'response.revision-out-of-order': ({ expected }, { count }) => ({
    title: 'Bản sửa không đúng thứ tự',
    detail: `Lần gửi tiếp theo của phiếu này phải là lần thứ ${count(expected)}.`,
    next: 'Vui lòng tải lại trang để lấy bản mới nhất rồi sửa lại.',
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
  'response.unknown': () => ({
    title: 'Không tìm thấy phiếu đã gửi',
    detail: 'Không có phiếu nào được lưu ở địa chỉ này.',
    next: `Vui lòng xem lại danh sách phiếu. ${askOffice}`,
  }),
  'action.unknown': () => ({
    title: 'Không tìm thấy việc này',
    detail: 'Việc phải làm này không có, hoặc không thuộc phạm vi phụ trách.',
    next: 'Hãy trở về danh sách việc phải làm.',
  }),
  'action.changed': () => ({
    title: 'Việc này vừa có thay đổi',
    detail: 'Trong lúc chờ, việc này đã được người khác cập nhật. Những gì vừa nhập chưa được ghi.',
    next: 'Hãy xem tình trạng hiện nay ở bên dưới, rồi ghi lại nếu vẫn cần.',
  }),
  'action.faulty': () => ({
    title: 'Chưa ghi được',
    detail: 'Có chỗ cần sửa; những gì đã nhập vẫn còn nguyên.',
    next: 'Hãy sửa rồi gửi lại.',
  }),
  'report.unknown': () => ({
    title: 'Không tìm thấy báo cáo',
    detail: 'Không có báo cáo nào được lưu ở địa chỉ này.',
    next: 'Vui lòng chọn lại báo cáo trong danh sách.',
  }),
  'server.failed': ({ requestId }) => ({
    title: 'Hệ thống gặp sự cố',
    detail: `Yêu cầu vừa rồi chưa được thực hiện xong. Mã sự cố: ${requestId}.`,
    next: 'Vui lòng thử lại sau ít phút; nếu vẫn lỗi, hãy gửi mã sự cố cho người quản trị.',
  }),
  'report.not-ready': () => ({
    title: 'Báo cáo chưa lập xong',
    detail: 'Hệ thống đang lập báo cáo nên chưa có tệp để tải.',
    next: 'Vui lòng chờ một lát rồi tải lại trang.',
  }),
  'records.none': () => ({
    title: 'Chưa có phiếu nào để in',
    detail: 'Đơn vị đã chọn chưa có phiếu nào như vậy trong kỳ này.',
    next: 'Vui lòng chọn đơn vị khác hoặc in tất cả các phiếu.',
  }),
  'records.too-many': ({ found, limit }, { count }) => ({
    title: 'Quá nhiều phiếu cho một tệp',
    detail: `Có ít nhất ${count(found)} phiếu; mỗi tệp chỉ gồm tối đa ${count(limit)} phiếu.`,
    next: 'Vui lòng chọn một đơn vị cấp dưới rồi lập nhiều tệp.',
  }),
  'records.unknown': () => ({
    title: 'Không tìm thấy tệp biên bản',
    detail: 'Tệp này chưa được lập, hoặc đã quá bảy ngày nên không còn được giữ.',
    next: 'Vui lòng lập lại tệp.',
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
