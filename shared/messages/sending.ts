// What forms say whose files are too large, or whose work takes a while, in both languages. Vietnamese is the source.

import type { Language } from '../language.ts'
import { formatCount } from './number.ts'

const vi = {
  /** `{size}` is filled in by the browser, in megabytes. */
  tooLarge: (megabytes: number) =>
    `Đã chọn {size} MB, mà mỗi lần chỉ nhận tối đa ${formatCount(megabytes, 'vi')} MB. Chưa gửi gì. Hãy bỏ những phần không cần, hoặc chia thành nhiều tệp rồi gửi từng tệp.`,
  reading: 'Đang gửi và đọc tệp…',
  checking: 'Đang kiểm tra lại…',
  storing: 'Đang ghi…',
}

export const sendingMessages: Record<Language, typeof vi> = {
  vi,
  en: {
    tooLarge: (megabytes) =>
      `{size} MB are chosen, and at most ${formatCount(megabytes, 'en')} MB are taken at a time. Nothing was sent. Take away what isn’t needed, or make several files of it and send them one by one.`,
    reading: 'Sending and reading the file…',
    checking: 'Checking again…',
    storing: 'Storing…',
  },
}
