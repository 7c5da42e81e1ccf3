// A box above a long list that narrows it as one types; diacritics don't matter ("hung yen" finds Hưng Yên).

import { element } from '../faults.ts'
import type { Part } from '../page.ts'

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

export const part: Part = {
  start: ({ form, data }) => {
    for (const select of form.querySelectorAll<HTMLSelectElement>('select[data-search]')) {
      const box = element('input', {
        type: 'search',
        placeholder: data.texts['search'] ?? '',
        'aria-label': data.texts['search'] ?? '',
      })
      select.before(box)
      box.addEventListener('input', () => {
        const wanted = box instanceof HTMLInputElement ? plain(box.value.trim()) : ''
        for (const option of select.options)
          option.hidden = option.value !== '' && !option.selected && !plain(option.text).includes(wanted)
      })
    }
  },
}
