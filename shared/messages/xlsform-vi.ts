// Errors and warnings of a form's import in Vietnamese.

import type { ExpressionTexts, IssueTexts } from './xlsform.ts'

const things = {
  expressions: 'ký tự trong các biểu thức',
  patterns: 'mẫu trong regex()',
  rows: 'dòng',
  columns: 'cột',
  characters: 'ký tự',
  choices: 'lựa chọn trong một danh sách',
  levels: 'cấp nhóm lồng nhau',
}
const sections: Readonly<Record<string, string>> = { group: 'nhóm', repeat: 'nhóm lặp', loop: 'vòng lặp' }
const section = (name: string) => sections[name] ?? name

export const issueTextsVi: IssueTexts = {
  'sheet.missing': ({ sheet, similar }, { list }) =>
    `Tệp không có trang tính “${sheet}” mà biểu mẫu này cần. ${similar.length > 0 ? `Có phải là ${list(similar)}? Hãy đổi tên trang đó.` : 'Hãy thêm trang này.'}`,
  'sheet.similar': ({ sheet, similar }, { list }) =>
    `Không có trang tính “${sheet}” nhưng có trang tên gần giống: ${list(similar)}. Hãy đổi tên, hoặc thêm dấu gạch dưới vào đầu tên nếu trang đó không thuộc biểu mẫu.`,
  'sheet.twice': ({ sheet }) => `Có nhiều trang tính cùng tên “${sheet}”. Hãy giữ lại một trang.`,
  'sheet.unused': ({ sheet }) => `Trang tính “${sheet}” được giữ lại để xuất ra nhưng không có tác dụng ở đây.`,
  'sheet.dropped': ({ sheet }) =>
    `Trang tính “${sheet}” không thuộc biểu mẫu và quá lớn nên không được giữ lại: tệp xuất ra sẽ không có trang này.`,
  'sheet.empty': () => 'Biểu mẫu chưa có câu hỏi nào. Hãy thêm các dòng có loại và tên.',
  'sheet.far': () => 'Các ô nằm quá xa, sau nhiều dòng hoặc cột trống, không được đọc. Hãy chuyển lại gần hoặc xóa đi.',
  'sheet.too-many': ({ what, limit }, { count }) =>
    `Có quá ${count(limit)} ${things[what]}. Hãy rút gọn biểu mẫu hoặc chuyển danh sách dài sang tệp CSV.`,
  'column.missing': ({ column }) => `Trang tính thiếu cột “${column}”. Hãy thêm cột này vào dòng đầu.`,
  'column.twice': ({ other }) =>
    `Cột này trùng nghĩa với cột “${other}”. Hãy giữ một trong hai, hoặc đổi tên cột mang nghĩa khác.`,
  'column.unknown': () => 'Không rõ cột này; cột được giữ lại để xuất ra và không có tác dụng. Hãy kiểm tra chính tả.',
  'column.unused': () => 'Cột này không có tác dụng ở đây; được giữ lại để xuất ra.',
  'column.no-effect': ({ type }) =>
    `Ô này không có tác dụng ở dòng loại “${type}”. Hãy chuyển sang câu hỏi cần dùng hoặc để trống.`,
  'column.spaces': () => 'Tên cột có dấu cách nên bộ lọc lựa chọn không dùng được. Hãy dùng dấu gạch dưới.',
  'column.settings-twice': ({ other }) => `Đã có cột “${other}” và cột đó được dùng. Hãy bỏ cột này.`,
  'settings.invalid': ({ value }) => `“${value}” không phải là yes hoặc no; hệ thống coi là no.`,
  'issues.more': ({ what, count: number }, { count }) =>
    `Còn ${count(number)} ${what === 'errors' ? 'lỗi' : 'cảnh báo'} nữa. Hãy sửa các mục trên rồi nhập lại biểu mẫu.`,
  'row.skipped': () => 'Dòng này không có loại, tên và nhãn nên được bỏ qua.',
  'row.disabled': () => 'Cột “disabled” không còn thuộc XLSForm. Hãy dùng cột “relevant”.',
  'type.missing': () => 'Câu hỏi này chưa có loại. Hãy điền cột “type”.',
  'type.unknown': ({ type }) => `Không có loại câu hỏi “${type}”. Hãy kiểm tra chính tả.`,
  'type.refused': ({ type }) =>
    `Loại “${type}” không được hỗ trợ. Hãy đưa các câu hỏi vào chính biểu mẫu này và dùng “choice_filter” cho các danh sách phụ thuộc nhau.`,
  'type.unused': ({ type }) => `Câu hỏi loại “${type}” được giữ lại để xuất ra nhưng ở đây không ghi nhận gì.`,
  'name.missing': () => 'Thiếu tên. Hãy đặt cho dòng này một tên riêng.',
  'name.invalid': ({ name }) =>
    `Không dùng được tên “${name}” ở đây. Tên bắt đầu bằng chữ cái hoặc dấu gạch dưới, sau đó là chữ cái, chữ số, dấu gạch nối, dấu gạch dưới hoặc dấu chấm.`,
  'name.twice': ({ name }) => `Tên “${name}” được dùng hai lần trong cùng một nhóm. Hãy đổi một tên.`,
  'name.case': ({ name }) =>
    `Tên “${name}” chỉ khác một tên khác ở chữ hoa, chữ thường; một số phần mềm không phân biệt được. Nên đổi tên.`,
  'name.reserved': ({ name }) => `Tên “${name}” dành riêng cho hệ thống. Hãy chọn tên khác.`,
  'name.repeat-twice': ({ name }) =>
    `Đã có nhóm lặp khác tên “${name}”. Tên nhóm lặp chỉ được dùng một lần trong cả biểu mẫu.`,
  'name.repeat-root': ({ name }) => `Nhóm lặp không được mang tên “${name}” giống tên biểu mẫu. Hãy chọn tên khác.`,
  'section.end-unmatched': ({ section: name }) =>
    `Dòng này kết thúc một ${section(name)} nhưng ở đây không có ${section(name)} nào đang mở. Hãy thêm dòng mở đầu hoặc bỏ dòng này.`,
  'section.begin-unmatched': ({ section: name, name: own }) =>
    `Mở ${section(name)} “${own}” ở đây nhưng không có dòng kết thúc. Hãy thêm dòng kết thúc.`,
  'section.empty': ({ name }) => `“${name}” không có câu hỏi nào. Hãy thêm câu hỏi hoặc bỏ đi.`,
  'section.label-missing': ({ section: name }) =>
    `Chưa có nhãn cho ${section(name)} này nên sẽ hiển thị không có tiêu đề.`,
  'section.required': ({ section: name }) =>
    `Không thể đặt ${section(name)} là bắt buộc. Hãy đặt bắt buộc cho từng câu hỏi bên trong.`,
  'label.missing': ({ name }) => `Câu hỏi “${name}” không có nhãn và cũng không có gợi ý. Hãy điền cột “label”.`,
  'label.image-missing': () => 'Ảnh lớn cần có ảnh nhỏ để mở ra. Hãy điền thêm cột “image”.',
  'calculation.missing': () => 'Chưa có gì để tính. Hãy điền cột “calculation”.',
  'calculation.forbidden': ({ type }) => `Câu hỏi loại “${type}” không nhận phép tính. Hãy để trống ô này.`,
  'calculation.cycle': ({ names }, { list }) =>
    `Các câu sau phụ thuộc vòng tròn vào nhau nên không thể tính: ${list(names)}. Hãy sửa một phép tính hoặc điều kiện.`,
  'appearance.unknown': ({ word }) => `Không rõ kiểu hiển thị “${word}”; kiểu này không có tác dụng ở đây.`,
  'media.unused': () =>
    'Âm thanh, video và ảnh lớn của nhãn được giữ lại để xuất ra nhưng không phát hoặc hiển thị ở đây.',
  'list.missing': () => 'Thiếu tên danh sách lựa chọn sau loại câu hỏi, ví dụ “select_one co_khong”.',
  'list.unknown': ({ list }) =>
    `Không có danh sách lựa chọn “${list}”. Hãy thêm vào trang “choices” hoặc kiểm tra chính tả.`,
  'list.labels-missing': ({ list }) =>
    `Không lựa chọn nào của danh sách “${list}” có nhãn. Hãy điền cột “label” ở trang “choices”.`,
  'list.extension': ({ file, allowed }) => `Tệp “${file}” phải có đuôi ${allowed.join(', ')}.`,
  'file.missing': ({ file }) =>
    `Không thấy tệp “${file}” bên cạnh biểu mẫu. Hãy thêm tệp, nếu không danh sách sẽ trống.`,
  'file.unreadable': ({ file, problem }, { file: describe }) => `Không đọc được tệp “${file}”. ${describe(problem)}`,
  'file.too-large': ({ file, what, limit }, { count }) =>
    `Tệp “${file}” có quá ${count(limit)} ${things[what]}. Hãy bỏ những gì không câu hỏi nào dùng.`,
  'file.encoding': ({ file, encoding }) =>
    `Tệp “${file}” không ghi rõ bảng mã; hệ thống coi là ${encoding}. Nếu chữ hiển thị sai, hãy lưu thành CSV UTF-8.`,
  'file.column-twice': ({ file, twice }) => `Tệp “${file}” có hai cột “${twice}”. Hãy đổi tên hoặc bỏ một cột.`,
  'file.value': ({ file, why, rows }, { rows: shown }) =>
    why === 'empty'
      ? `Có lựa chọn của tệp “${file}” chưa có giá trị (${shown(rows)}) nên bị bỏ qua. Hãy điền cột này hoặc xóa các dòng đó.`
      : `Có giá trị của tệp “${file}” chứa dấu cách (${shown(rows)}) nên không tách được nhiều câu trả lời. Hãy dùng dấu gạch dưới.`,
  'file.column-missing': ({ file, missing }) =>
    `Tệp “${file}” thiếu cột “${missing}”. Hãy thêm cột, hoặc chỉ định cột khác trong “parameters”.`,
  'file.kind-unused': ({ file }) => `Ở đây không đọc được “${file}”. Hãy lưu danh sách thành tệp CSV.`,
  'list.filter-column': ({ list, missing }) =>
    `Không lựa chọn nào của danh sách “${list}” có giá trị ở cột “${missing}” nên không tìm thấy gì. Hãy kiểm tra chính tả.`,
  'list.filter-unwanted': ({ why }) =>
    why === 'or_other'
      ? 'Câu hỏi có “or_other” không dùng được bộ lọc lựa chọn. Hãy tự thêm lựa chọn “khác” và một câu hỏi dạng chữ.'
      : 'Câu hỏi trong bảng không dùng được bộ lọc lựa chọn. Hãy để trống ô này hoặc bỏ “table-list” của nhóm.',
  'list.table-differs': ({ list, other }) =>
    `Mọi câu hỏi trong bảng phải dùng chung một danh sách: ở đây là “${list}”, phía trên là “${other}”.`,
  'list.instance-twice': ({ name }) =>
    `Có hai danh sách hoặc tệp khác nhau cùng tên “${name}”. Hãy đổi tên một trong hai.`,
  'list.search': () => 'Không hỗ trợ search(). Hãy dùng loại select_one_from_file với chính tệp CSV đó.',
  'choice.name-missing': () => 'Lựa chọn này chưa có tên. Hãy điền cột “name”.',
  'choice.name-twice': ({ name }) =>
    `Lựa chọn “${name}” xuất hiện hai lần trong danh sách này. Hãy đổi tên, hoặc đặt “allow_choice_duplicates” là yes ở trang “settings”.`,
  'choice.name-spaces': ({ name }) =>
    `“${name}” có dấu cách, trong khi nhiều lựa chọn được lưu cách nhau bằng dấu cách. Hãy dùng dấu gạch dưới.`,
  'choice.label-missing': () => 'Lựa chọn này chưa có nhãn nên sẽ hiển thị tên.',
  'choice.list-missing': () => 'Lựa chọn này không thuộc danh sách nào nên được bỏ qua. Hãy điền cột “list_name”.',
  'choice.other-translated': () =>
    '“or_other” chỉ thêm lựa chọn và câu hỏi bằng một ngôn ngữ. Nên tự thêm cả hai kèm bản dịch.',
  'expression.wrong': ({ problem }, { expression }) => `${expression(problem)}.`,
  'expression.pattern': ({ pattern }) =>
    `Không chấp nhận mẫu “${pattern}”: mẫu bị sai, hoặc dùng cách nhìn trước, nhìn sau hay tham chiếu ngược, vốn có thể chạy rất lâu. Hãy viết lại.`,
  'reference.malformed': ({ found }) =>
    `“${found}” mở đầu một tham chiếu nhưng không kết thúc đúng. Hãy viết \${tên} với tên của một câu hỏi.`,
  'expression.bare-name': ({ name }) =>
    `“${name}” đứng một mình ở đây thì luôn trống. Hãy viết $\{${name}} để lấy câu trả lời, '${name}' để chỉ một đoạn chữ.`,
  'reference.unknown': ({ name }) => `Không có câu hỏi nào tên “${name}”. Hãy kiểm tra chính tả.`,
  'reference.ambiguous': ({ name }) => `Có nhiều câu hỏi cùng tên “${name}” nên không rõ là câu nào. Hãy đổi tên.`,
  'trigger.malformed': () => 'Cột trigger là một tham chiếu như ${tên}, hoặc nhiều tham chiếu cách nhau bằng dấu phẩy.',
  'trigger.missing': ({ type }) => `Câu hỏi loại “${type}” cần có trigger. Hãy điền cột “trigger”.`,
  'trigger.hidden': ({ name }) =>
    `“${name}” không bao giờ hiển thị nên không ai thay đổi được và không thể làm trigger. Hãy dùng một câu được hỏi.`,
  'parameters.malformed': () => 'Hãy viết tham số dạng tên=giá_trị, cách nhau bằng dấu cách, ví dụ “start=0 end=10”.',
  'parameters.unknown': ({ names, accepted }, { list }) =>
    `Loại câu hỏi này không có tham số ${list(names)}. Các tham số dùng được: ${list(accepted)}.`,
  'parameters.number': ({ name, whole }) => `“${name}” phải là ${whole ? 'số nguyên' : 'số'}.`,
  'parameters.value': ({ name, allowed }, { list }) => `“${name}” phải là một trong các giá trị ${list(allowed)}.`,
  'parameters.needs': ({ name, needed }, { list }) => `“${name}” cần có thêm ${list(needed)}.`,
  'parameters.name': ({ name }) =>
    `“${name}” phải là tên cột: bắt đầu bằng chữ cái hoặc dấu gạch dưới, sau đó là chữ cái, chữ số, dấu gạch nối, dấu gạch dưới hoặc dấu chấm.`,
  'parameters.package': ({ name }) => `“${name}” phải là tên gói Android, ví dụ org.example.camera.`,
  'parameters.below': ({ name, other }) => `“${name}” không được nhỏ hơn ${/\d/.test(other) ? other : `“${other}”`}.`,
  'parameters.zero': ({ name }) => `“${name}” phải khác 0.`,
  'parameters.beyond-range': ({ name }) => `“${name}” lớn hơn cả khoảng từ “start” đến “end”.`,
  'parameters.multiple': ({ name, of }) =>
    `“${name}” không trùng vạch chia: phải cách “start” một số nguyên lần “${of}”.`,
  'parameters.outside': ({ name }) => `“${name}” nằm ngoài khoảng từ “start” đến “end”.`,
  'parameters.appearance': ({ names }, { list }) =>
    `${list(names)} chỉ dùng được với kiểu hiển thị “vertical”, “no-ticks” hoặc khi không đặt kiểu.`,
  'parameters.labels': ({ why }) =>
    why === 'not-numbers'
      ? 'Tên các lựa chọn trong “tick_labelset” phải là số.'
      : 'Với kiểu “no-ticks”, “tick_labelset” có đúng hai lựa chọn là giá trị của “start” và “end”.',
  'parameters.geometry': () =>
    '“reference-geometry” phải là tên một danh sách lựa chọn, một tệp (không kèm đuôi) hoặc một nhóm lặp, viết dạng ${tên}.',
  'parameters.pixels-advised': () => 'Hãy đặt max-pixels=1024 ở cột “parameters” để ảnh đủ nhẹ khi gửi.',
  'translation.missing': ({ language, columns }, { list }) =>
    language === ''
      ? `Các cột sau có ở một ngôn ngữ nào đó nhưng không có bản không ghi ngôn ngữ: ${list(columns)}. Hãy thêm, hoặc ghi ngôn ngữ vào mọi cột có bản dịch.`
      : `Ngôn ngữ “${language}” thiếu các cột ${list(columns)}. Hãy thêm vào, nếu không người dùng sẽ thấy ngôn ngữ khác.`,
  'translation.language-code': ({ language }) =>
    `Ngôn ngữ “${language}” chưa có mã mà trình duyệt cần để đọc thành tiếng. Hãy viết như “Tiếng Việt (vi)”.`,
  'score.invalid': ({ value }) =>
    `Điểm “${value}” không phải là số nên không có tác dụng. Hãy viết bằng chữ số và dấu chấm, ví dụ 0.5.`,
  'finding.invalid': ({ value, allowed }, { list }) =>
    `Không dùng được “${value}” ở đây. Hãy dùng một trong các giá trị ${list(allowed)}.`,
  'finding.days': ({ value }) => `“${value}” không phải là số ngày. Hãy ghi một số nguyên từ 0 đến 9999.`,
  'finding.message-missing': ({ rule }) =>
    rule === 'consistency'
      ? 'Quy tắc này chưa có thông báo nên người điền chỉ biết rằng số liệu không khớp. Hãy ghi rõ trong “consistency_message”.'
      : 'Phát hiện này chưa có thông báo và nhãn nên người đọc chỉ thấy tên câu hỏi. Hãy điền “finding_message”.',
  'indicator.invalid': ({ name }) =>
    `“${name}” không dùng làm tên chỉ tiêu được. Hãy dùng chữ cái, chữ số, gạch dưới và gạch nối, bắt đầu bằng chữ cái.`,
  'indicator.type': ({ name, type }) =>
    `Câu trả lời loại “${type}” không đếm hoặc cộng được cho chỉ tiêu “${name}”. Hãy dùng số hoặc lựa chọn.`,
  'indicator.types': ({ name, other }) =>
    `Chỉ tiêu “${name}” còn lấy số liệu từ “${other}”, là loại câu trả lời khác. Hãy dùng cùng một loại hoặc tách thành hai chỉ tiêu.`,
  'finding.alone': ({ needed }) => `Ô này không có tác dụng nếu thiếu “${needed}”. Hãy điền cả cột đó.`,
}

export const expressionTextsVi: ExpressionTexts = {
  'expression.syntax': ({ at, found }, { count }) =>
    found === ''
      ? 'Biểu thức bị thiếu ở cuối; có thể thiếu ngoặc, dấu nháy hoặc giá trị'
      : `Không đọc được biểu thức từ “${found}” trở đi (ký tự thứ ${count(at + 1)}). Hãy kiểm tra ngoặc, dấu nháy và phép toán ở đó`,
  'expression.too-long': ({ limit }, { count }) =>
    `Biểu thức dài quá ${count(limit)} ký tự. Hãy tách thành nhiều phép tính`,
  'expression.too-deep': ({ limit }, { count }) =>
    `Biểu thức lồng nhau quá ${count(limit)} cấp. Hãy tách thành nhiều phép tính`,
  'expression.function-unknown': ({ name }) => `Không có hàm “${name}”. Hãy kiểm tra chính tả`,
  'expression.argument-count': ({ name }) => `Hàm “${name}” thiếu hoặc thừa tham số`,
  'expression.argument-invalid': ({ name }) => `Một tham số của hàm “${name}” không hợp lệ`,
  'expression.nodes-expected': ({ where }) => `“${where}” cần câu hỏi chứ không phải một giá trị`,
  'expression.reference-unknown': ({ name }) => `Không có câu hỏi nào tên “${name}”. Hãy kiểm tra chính tả`,
  'expression.unavailable': ({ name }) => `Không tính được “${name}” ở đây`,
  'expression.pattern-refused': ({ pattern }) => `Không chấp nhận mẫu “${pattern}”`,
  'expression.format-unknown': ({ format }) => `Không có định dạng ngày “${format}”`,
  'expression.budget-spent': () => 'Biểu thức tính quá lâu',
}
