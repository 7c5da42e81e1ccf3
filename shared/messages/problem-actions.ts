// What problems with actions say to people, in both languages.

import type { ProblemTexts } from './problem.ts'

type ActionProblems = Pick<ProblemTexts, 'action.unknown' | 'action.changed' | 'action.faulty'>

export const actionProblemsVi: ActionProblems = {
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
}

export const actionProblemsEn: ActionProblems = {
  'action.unknown': () => ({
    title: 'There is no such action',
    detail: 'This action does not exist, or it is not among yours.',
    next: 'Go back to the list of actions.',
  }),
  'action.changed': () => ({
    title: 'This action has just changed',
    detail: 'Somebody else changed it in the meantime. What you entered has not been stored.',
    next: 'Look at its state below, and enter it again if it is still needed.',
  }),
  'action.faulty': () => ({
    title: 'Not stored yet',
    detail: 'Something has to be corrected; what you entered is still there.',
    next: 'Correct it and send it again.',
  }),
}
