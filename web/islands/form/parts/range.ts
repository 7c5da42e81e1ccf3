// A slider beside the number of a range. The number is what is sent: a slider always has a value, a question may have none.

import { element } from '../faults.ts'
import type { Part } from '../page.ts'

export const part: Part = {
  start: (page) => {
    page.form.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'range') return
      const field = target.previousElementSibling
      if (!(field instanceof HTMLInputElement)) return
      field.value = page.data.locale === 'vi' ? target.value.replace('.', ',') : target.value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
  },
  update: (_, node, wrapper) => {
    const field = wrapper.querySelector<HTMLInputElement>('input[data-range]')
    if (!field) return
    const { min = '', max = '', step = '' } = field.dataset
    const there = field.nextElementSibling
    const slider =
      there instanceof HTMLInputElement
        ? there
        : element('input', { type: 'range', min, max, step, tabindex: '-1', 'aria-hidden': 'true' })
    if (slider !== there) field.after(slider)
    if (slider instanceof HTMLInputElement && slider !== document.activeElement) slider.value = node.value || min
  },
}
