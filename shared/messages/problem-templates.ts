// What problems with templates of reports say to people, in both languages.

import type { TemplateProblemTexts } from './problem.ts'

/** "A; B; còn 3 báo cáo khác". */
const listed = (names: readonly string[], others: string) => [...names, ...(others === '' ? [] : [others])].join('; ')

export const templateProblemsVi: TemplateProblemTexts = {
  'template.unknown': () => ({
    title: 'Không tìm thấy mẫu báo cáo',
    detail: 'Không có mẫu nào ở địa chỉ này, hoặc mẫu đã xóa.',
    next: 'Vui lòng chọn lại trong danh sách mẫu.',
  }),
  'template.changed': () => ({
    title: 'Mẫu vừa có thay đổi',
    detail: 'Trong lúc chờ, người khác đã sửa hoặc ban hành mẫu này. Bước vừa rồi chưa được ghi.',
    next: 'Hãy xem mẫu hiện nay ở bên dưới, rồi làm lại nếu vẫn cần.',
  }),
  'template.step-not-possible': () => ({
    title: 'Chưa làm được bước này',
    detail:
      'Chỗ vừa chọn không còn, đã ở đầu hoặc cuối, còn khối dùng nguồn số liệu này, hoặc mẫu đã đến giới hạn số phần, số khối hay độ dài.',
    next: 'Hãy xem mẫu hiện nay ở bên dưới.',
  }),
  'template.needs-campaign': () => ({
    title: 'Khối này cần một đợt có số liệu để chọn',
    detail: 'Đợt đang xem trước chưa có chỉ tiêu hoặc câu hỏi mở mà khối này dùng.',
    next: 'Hãy chọn đợt khác ở phần xem trước, rồi thêm lại.',
  }),
  'template.in-use': ({ names, others }, { count }) => ({
    title: 'Mẫu đang được dùng',
    detail: `Các báo cáo sau theo mẫu này: ${listed(names, others > 0 ? `${count(others)} báo cáo khác` : '')}.`,
    next: 'Hãy chuyển các báo cáo đó sang mẫu khác rồi xóa.',
  }),
  'template.breaks-plans': ({ names, others }, { count }) => ({
    title: 'Chưa ban hành được',
    detail: `Các báo cáo sau theo mẫu này mà thiếu đợt cho một nguồn số liệu của mẫu mới: ${listed(names, others > 0 ? `${count(others)} báo cáo khác` : '')}.`,
    next: 'Hãy giữ nguyên các nguồn số liệu, hoặc chép thành mẫu mới.',
  }),
  'template.file-wrong': ({ limitBytes }, { count }) => ({
    title: 'Tệp mẫu này không dùng được',
    detail: `Tệp phải là tệp mẫu dạng JSON (UTF-8), nhiều nhất ${count(Math.floor(limitBytes / 1_024))} KB.`,
    next: 'Hãy tải lại tệp từ trang mẫu báo cáo của cơ quan kia.',
  }),
  'template.faulty': ({ faults }, { count }) => ({
    title: 'Tệp mẫu có chỗ chưa đúng',
    detail: `Có ${count(faults)} chỗ chưa đúng, nêu ở bên dưới. Chưa có gì được lưu.`,
    next: 'Hãy sửa tệp rồi tải lên lại.',
  }),
  'template.too-many': ({ limit }, { count }) => ({
    title: 'Đã đủ số mẫu',
    detail: `Một cơ quan có nhiều nhất ${count(limit)} mẫu của mình.`,
    next: 'Hãy xóa mẫu không dùng nữa.',
  }),
}

export const templateProblemsEn: TemplateProblemTexts = {
  'template.unknown': () => ({
    title: 'Report template not found',
    detail: 'There is no template at this address, or it was deleted.',
    next: 'Choose it from the list again.',
  }),
  'template.changed': () => ({
    title: 'The template has just been changed',
    detail: 'Somebody else changed or published it in the meantime. Your last step was not stored.',
    next: 'Look at it as it is now, below, and do it again if it is still needed.',
  }),
  'template.step-not-possible': () => ({
    title: 'This step is not possible',
    detail:
      'The place is gone, it is the first or last already, blocks still read this source, or the template has as many parts, blocks or words as it may.',
    next: 'Look at the template as it is now, below.',
  }),
  'template.needs-campaign': () => ({
    title: 'This block needs a campaign to choose from',
    detail: 'The campaign that is looked at has no indicator, or no open question, that the block could show.',
    next: 'Choose another campaign for the preview, then add the block again.',
  }),
  'template.in-use': ({ names, others }, { count }) => ({
    title: 'The template is in use',
    detail: `These reports follow it: ${listed(names, others > 0 ? `${count(others)} others` : '')}.`,
    next: 'Give them another template first.',
  }),
  'template.breaks-plans': ({ names, others }, { count }) => ({
    title: 'It can’t be published like this',
    detail: `These reports follow it and have no fitting campaign for one of its sources: ${listed(names, others > 0 ? `${count(others)} others` : '')}.`,
    next: 'Keep the sources of figures as they were, or copy it into a new template.',
  }),
  'template.file-wrong': ({ limitBytes }, { count }) => ({
    title: 'This template file cannot be used',
    detail: `It must be a template file, JSON in UTF-8, of at most ${count(Math.floor(limitBytes / 1_024))} KB.`,
    next: 'Download it again from the template page of the other organisation.',
  }),
  'template.faulty': ({ faults }, { count }) => ({
    title: 'Something in the template file is wrong',
    detail: `It is wrong in ${count(faults)} ${faults === 1 ? 'place' : 'places'}, named below. Nothing was stored.`,
    next: 'Correct the file and upload it again.',
  }),
  'template.too-many': ({ limit }, { count }) => ({
    title: 'There are as many templates as there may be',
    detail: `An organisation has at most ${count(limit)} of its own.`,
    next: 'Delete one that is not used any more.',
  }),
}
