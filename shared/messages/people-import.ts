// The import of people, in both languages.

import type { Language } from '../language.ts'
import type { PeopleColumn, RowFault } from '../organisation/people-table.ts'
import { formatCount } from './number.ts'

const columnsVi: Record<PeopleColumn, string> = {
  name: 'Họ và tên',
  email: 'Thư điện tử',
  phone: 'Điện thoại',
  role: 'Vai trò',
  unit: 'Mã đơn vị',
}
const columnsEn: Record<PeopleColumn, string> = {
  name: 'Name',
  email: 'E-mail',
  phone: 'Telephone',
  role: 'Role',
  unit: 'Unit code',
}
const faultsVi: Record<RowFault['code'], (text: string, right: string | undefined) => string> = {
  missing: () => 'còn để trống.',
  'too-long': () => 'quá dài, nhiều nhất 200 ký tự.',
  malformed: (text, right) => `“${text}” chưa đúng${right ? `: ${right}` : ''}.`,
  unknown: (text) => `không có “${text}” trong phạm vi của ông/bà.`,
  several: (text) => `“${text}” có thể là nhiều đơn vị; hãy ghi mã.`,
  'other-name': (text) => `“${text}” có cùng địa chỉ thư với một người khác tên ở dòng trên.`,
  taken: (text) => `“${text}” thuộc về người ngoài phạm vi của ông/bà.`,
}
/** What a column holds where something else stands there. */
const rightVi: Partial<Record<PeopleColumn, string>> = {
  email: 'cần một địa chỉ như an@coquan.vn',
  phone: 'cần ít nhất 5 chữ số, như 0912 345 678',
}
const rightEn: Partial<Record<PeopleColumn, string>> = {
  email: 'an address like an@office.vn is needed',
  phone: 'at least 5 digits are needed, like 0912 345 678',
}
const faultsEn: Record<RowFault['code'], (text: string, right: string | undefined) => string> = {
  missing: () => 'is empty.',
  'too-long': () => 'is too long: 200 characters at most.',
  malformed: (text, right) => `“${text}” is not right${right ? `: ${right}` : ''}.`,
  unknown: (text) => `there is no “${text}” in your care.`,
  several: (text) => `“${text}” may be several units; write the code.`,
  'other-name': (text) => `“${text}” has the address of somebody of another name in a row above.`,
  taken: (text) => `“${text}” belongs to somebody who is not in your care.`,
}

const vi = {
  title: 'Nhập người dùng từ tệp',
  lead: 'Mỗi dòng là một vai trò của một người; người có nhiều vai trò thì ghi nhiều dòng. Tệp chỉ được đọc và hiện ra để xem, chưa lưu gì cho đến khi bấm nhập.',
  columns: columnsVi,
  columnsCaption: 'Các cột của tệp, theo tên ở dòng đầu',
  column: 'Cột',
  meaning: 'Ghi gì',
  meanings: {
    name: 'Bắt buộc.',
    email: 'Để đăng nhập; để trống nếu không có.',
    phone: 'Không bắt buộc.',
    role: 'Bắt buộc, một trong: ',
    unit: 'Bắt buộc: mã hoặc tên đơn vị trong cây đơn vị.',
  } satisfies Record<PeopleColumn, string>,
  file: 'Tệp Excel (.xlsx) hoặc CSV',
  fileHint: (megabytes: number, people: number) =>
    `Không quá ${formatCount(megabytes, 'vi')} MB và ${formatCount(people, 'vi')} người.`,
  look: 'Xem trước',
  noFile: 'Chưa chọn tệp.',
  unreadable: 'Không đọc được tệp',
  noHeader: (names: string) => `Dòng đầu tệp thiếu cột: ${names}.`,
  tooMany: (people: number) => `Tệp có hơn ${formatCount(people, 'vi')} người. Hãy tách thành nhiều tệp.`,
  empty: 'Tệp không có dòng nào dưới dòng tiêu đề.',
  outdated: 'Danh sách đã thay đổi từ lúc xem trước, hoặc trang đã cũ. Chưa nhập gì; hãy xem lại.',
  previewTitle: 'Xem trước khi nhập',
  found: (added: number, changed: number, same: number) =>
    `${formatCount(added, 'vi')} người mới, ${formatCount(changed, 'vi')} người thêm vai trò hoặc điện thoại, ${formatCount(same, 'vi')} người đã có đủ.`,
  faultsFound: (faults: number) => `Có ${formatCount(faults, 'vi')} chỗ cần sửa trước khi nhập`,
  faultsNext: 'Sửa trong tệp rồi chọn lại. Chưa có gì được lưu.',
  faultsCaption: 'Các chỗ cần sửa',
  row: 'Dòng',
  wrong: 'Cần sửa',
  fault: (column: PeopleColumn, code: RowFault['code'], text: string) =>
    `${columnsVi[column]}: ${faultsVi[code](text, rightVi[column])}`,
  moreFaults: (more: number) => `Còn ${formatCount(more, 'vi')} chỗ nữa không hiện ở đây.`,
  ignored: (names: string) => `Không đọc các cột: ${names}.`,
  peopleCaption: 'Những người sẽ được thêm hoặc sửa',
  person: 'Người',
  roles: 'Vai trò sẽ có thêm',
  what: { new: 'mới', changed: 'sửa' },
  morePeople: (more: number) => `Và ${formatCount(more, 'vi')} người nữa.`,
  apply: (people: number) => `Nhập ${formatCount(people, 'vi')} người`,
  nothingNew: 'Tất cả những người trong tệp đã có đủ. Không cần nhập gì.',
  another: 'Chọn tệp khác',
  doneTitle: 'Đã nhập',
  doneBefore: 'Những người trong tệp đã có đủ: tệp này đã được nhập trước đó. Lần này không thêm và không sửa ai.',
  done: (added: number, changed: number) =>
    `Đã thêm ${formatCount(added, 'vi')} người, sửa ${formatCount(changed, 'vi')} người.`,
  failed: 'Không nhập được',
  failures: { 'person.email-taken': 'địa chỉ thư vừa có người khác dùng', other: 'vừa có người sửa; hãy nhập lại tệp' },
  next: 'Tiếp theo: mời qua thư hoặc in phiếu đường dẫn riêng cho những người mới, ở đầu danh sách.',
  toPeople: 'Về danh sách người dùng',
}

const en: typeof vi = {
  title: 'Import people from a file',
  lead: 'Each row is one role of one person; whoever has several roles has several rows. The file is only read and shown; nothing is saved until you import it.',
  columns: columnsEn,
  columnsCaption: 'The columns of the file, by their names in the first row',
  column: 'Column',
  meaning: 'What to write',
  meanings: {
    name: 'Required.',
    email: 'To sign in with; empty where there is none.',
    phone: 'Optional.',
    role: 'Required, one of: ',
    unit: 'Required: the code or the name of a unit of the tree.',
  },
  file: 'Excel (.xlsx) or CSV file',
  fileHint: (megabytes, people) =>
    `At most ${formatCount(megabytes, 'en')} MB and ${formatCount(people, 'en')} people.`,
  look: 'Preview',
  noFile: 'No file was chosen.',
  unreadable: 'The file can’t be read',
  noHeader: (names) => `Columns are missing in the first row: ${names}.`,
  tooMany: (people) => `The file has more than ${formatCount(people, 'en')} people. Split it.`,
  empty: 'The file has no row below its first.',
  outdated: 'The list has changed since the preview, or the page is old. Nothing was imported; please look again.',
  previewTitle: 'Before the import',
  found: (added, changed, same) =>
    `${formatCount(added, 'en')} new, ${formatCount(changed, 'en')} with more roles or a telephone, ${formatCount(same, 'en')} there already.`,
  faultsFound: (faults) =>
    faults === 1
      ? 'One place is to be corrected first'
      : `${formatCount(faults, 'en')} places are to be corrected first`,
  faultsNext: 'Correct them in the file and choose it again. Nothing was saved.',
  faultsCaption: 'To be corrected',
  row: 'Row',
  wrong: 'What is wrong',
  fault: (column, code, text) => `${columnsEn[column]}: ${faultsEn[code](text, rightEn[column])}`,
  moreFaults: (more) => `And ${formatCount(more, 'en')} more that are not shown.`,
  ignored: (names) => `Columns that are not read: ${names}.`,
  peopleCaption: 'People who will be added or changed',
  person: 'Person',
  roles: 'Roles to be given',
  what: { new: 'new', changed: 'changed' },
  morePeople: (more) => `And ${formatCount(more, 'en')} more.`,
  apply: (people) => (people === 1 ? 'Import 1 person' : `Import ${formatCount(people, 'en')} people`),
  nothingNew: 'Everybody in the file is there already. There is nothing to import.',
  another: 'Choose another file',
  doneTitle: 'Imported',
  doneBefore: 'Everybody in the file is there: it was imported before. Nobody was added or changed this time.',
  done: (added, changed) => `${formatCount(added, 'en')} added, ${formatCount(changed, 'en')} changed.`,
  failed: 'Not imported',
  failures: {
    'person.email-taken': 'somebody else has just taken the address',
    other: 'somebody has just changed this person; import the file again',
  },
  next: 'Next: invite the new people by mail, or print slips with personal links for them; they are at the head of the list.',
  toPeople: 'Back to the list of people',
}

export const peopleImportMessages: Record<Language, typeof vi> = { vi, en }
