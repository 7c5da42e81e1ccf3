// Choices that depend on other answers: the page's choices are made anew where what they depend on was touched.

import { listFunctions } from '../../../../shared/expression/functions/lists.ts'
import { ChoiceSource } from '../../../../shared/form/choices.ts'
import { element } from '../faults.ts'
import type { Part } from '../page.ts'

/** The choices of a set or a list; its first option, and the last box of a set that may stay open, say "no answer". */
export const part: Part = {
  functions: listFunctions,
  settings: () => ({ choices: (draft) => new ChoiceSource(draft) }),
  update: ({ draft }, node, wrapper) => {
    const place = wrapper.querySelector<HTMLElement>('[data-choices]')
    if (!place || !draft.hasChangingChoices(node) || place.closest('[data-place]') !== wrapper) return
    const kind = place.dataset['choices'] ?? ''
    const choices = draft.choicesOf(node)
    const shown = [...place.querySelectorAll<HTMLInputElement | HTMLOptionElement>('input, option')].flatMap(
      ({ value }) => value || [],
    )
    if (shown.join(' ') === choices.map(({ name }) => name).join(' ')) return
    const chosen = node.value.split(' ')
    if (place instanceof HTMLSelectElement) {
      place.replaceChildren(
        ...[place.options[0] ?? ''],
        ...choices.map(({ name, label }) => new Option(label, name, false, chosen.includes(name))),
      )
      return
    }
    const none = [...place.children].filter((one) => one.querySelector('input')?.value === '')
    const boxes = choices.map(({ name, label }, at) => {
      const box = element('input', {
        type: kind,
        name: `q.${node.place}`,
        value: name,
        ...(at === 0 ? { id: `q-${node.place}` } : {}),
      })
      if (box instanceof HTMLInputElement) box.checked = chosen.includes(name)
      return element('label', { class: 'choice' }, box, element('span', {}, label))
    })
    place.replaceChildren(...boxes, ...none)
  },
}
