// A box above a long list that narrows it as one types; diacritics don't matter ("hung yen" finds Hưng Yên).

import { element, nameOf } from '../faults.ts'
import type { Part } from '../page.ts'

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

/** Options are taken out and put back: not every browser hides one. */
function addBox(select: HTMLSelectElement, label: string, question: string): void {
  const box = element('input', { type: 'search', placeholder: label, 'aria-label': `${question}: ${label}` })
  select.before(box)
  let all: readonly HTMLOptionElement[] = []
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault()
  })
  box.addEventListener('input', () => {
    const wanted = box instanceof HTMLInputElement ? plain(box.value.trim()) : ''
    if (all.length < select.options.length) all = [...select.options]
    const isShown = (option: HTMLOptionElement) =>
      option.value === '' || option.selected || plain(option.text).includes(wanted)
    select.replaceChildren(...all.filter(isShown))
    if (wanted === '') all = []
  })
}

export const part: Part = {
  update: ({ data }, _, wrapper) => {
    const select = wrapper.querySelector<HTMLSelectElement>('select[data-search]')
    if (select && !select.previousElementSibling?.matches('[type=search]'))
      addBox(select, data.texts['search'] ?? '', nameOf(wrapper))
  },
}
