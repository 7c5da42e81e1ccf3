// Consistency rules, said beside their question once what they name is answered. On sending the server asks again.

import { isInconsistent } from '../../../../shared/form/rules.ts'
import type { Part } from '../page.ts'

export const part: Part = {
  start: (page) => {
    page.form.addEventListener('change', () => {
      for (const one of page.form.querySelectorAll<HTMLElement>('[data-consistency]')) {
        const node = page.nodes.get(one.dataset['consistency'] ?? '')
        if (node) one.hidden = !isInconsistent(page.draft, node)
      }
    })
  },
}
