// The field for a unit: its own words, in both languages.

import type { Language } from '../language.ts'
import { formatCount } from './number.ts'

const vi = {
  hint: 'Gõ mã hoặc tên đơn vị; gõ không dấu cũng được.',
  empty: 'Chưa nhập đơn vị. Gõ mã hoặc tên đơn vị',
  none: (text: string) => `Không tìm thấy đơn vị nào có mã hoặc tên “${text}”. Kiểm tra lại, hoặc gõ một phần của tên`,
  choose: (text: string) => `“${text}” có thể là những đơn vị dưới đây. Chọn một đơn vị`,
  candidates: 'Đơn vị muốn nói đến',
  suggestions: 'Gợi ý',
  more: 'Còn nhiều đơn vị khác; nếu không thấy ở đây, gõ tên đầy đủ hơn.',
  /** For the live region, when suggestions change. */
  found: (count: number) =>
    count === 0 ? 'Không có gợi ý nào' : `${formatCount(count, 'vi')} gợi ý, dùng phím mũi tên lên và xuống để chọn`,
}

const en: typeof vi = {
  hint: 'Type the code or the name of a unit; accents may be left out.',
  empty: 'No unit was given. Type the code or the name of a unit',
  none: (text) => `No unit has the code or name “${text}”. Check it, or type a part of the name`,
  choose: (text) => `“${text}” may be one of the units below. Choose one`,
  candidates: 'Unit that is meant',
  suggestions: 'Suggestions',
  more: 'There are more; if it is not here, type more of the name.',
  found: (count) =>
    count === 0
      ? 'No suggestions'
      : `${formatCount(count, 'en')} ${count === 1 ? 'suggestion' : 'suggestions'}, use the up and down arrow keys to choose`,
}

export const unitFieldMessages: Record<Language, typeof vi> = { vi, en }
