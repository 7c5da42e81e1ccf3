// The way in by a personal link, in both languages.

import type { Language } from '../language.ts'

const vi = {
  enter: {
    title: 'Vào hệ thống',
    you: (name: string) => `Xin chào ${name}`,
    press: 'Đường dẫn này dành riêng cho người có tên trên. Bấm nút dưới đây để vào.',
    enter: 'Vào hệ thống',
    replaces: (name: string) => `Trên máy này ${name} đang đăng nhập; khi vào, người đó sẽ được đăng xuất.`,
    until: (moment: string) => `Đường dẫn dùng được đến ${moment}. Trên máy dùng chung, hãy đăng xuất khi xong việc.`,
    notYou: (name: string) => `Nếu không phải là ${name}, vui lòng đóng trang này.`,
  },
}

const en: typeof vi = {
  enter: {
    title: 'Come in',
    you: (name) => `You are ${name}`,
    press: 'This link is for the person named above alone. Press the button to come in.',
    enter: 'Come in',
    replaces: (name) => `${name} is signed in on this device, and will be signed out.`,
    until: (moment) => `The link is good until ${moment}. On a shared device, sign out when you are done.`,
    notYou: (name) => `If you are not ${name}, please close this page.`,
  },
}

export const entryMessages: Record<Language, typeof vi> = { vi, en }
