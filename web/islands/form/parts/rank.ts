// Ranking without a round trip: by the buttons, and by dragging with a mouse or a finger.

import { rankOrder } from '../../../../shared/form/form-entry.ts'
import { type FormPage, fieldsOf, type Part, putValue } from '../page.ts'

const orderIn = (list: Element): string =>
  [...list.querySelectorAll<HTMLElement>('[data-choice]')].map(({ dataset }) => dataset['choice'] ?? '').join(' ')

function settle(page: FormPage, place: string, list: Element): void {
  putValue(fieldsOf(page.form, place), orderIn(list))
  page.answer(place, orderIn(list))
  list.parentElement?.querySelector('[value^="keep "]')?.remove()
}

const listOf = (page: FormPage, place: string) => page.places.get(place)?.querySelector('[data-rank]')

function move(page: FormPage, verb: string, rest: string): boolean {
  const cut = rest.lastIndexOf(' ')
  const place = verb === 'keep' ? rest : rest.slice(0, cut)
  const list = listOf(page, place)
  if (!list) return false
  const item = [...list.children].find(
    (one) => one instanceof HTMLElement && one.dataset['choice'] === rest.slice(cut + 1),
  )
  if (verb === 'up') item?.previousElementSibling?.before(item)
  if (verb === 'down') item?.nextElementSibling?.after(item)
  settle(page, place, list)
  const focused = item?.querySelector<HTMLElement>(`[value^="${verb} "]`)
  focused?.focus()
  return true
}

function drag(page: FormPage, start: PointerEvent): void {
  const target = start.target instanceof Element ? start.target : undefined
  const list = target?.closest<HTMLElement>('[data-rank]')
  const item = target?.closest('[data-choice]')
  if (!list || !item || target?.closest('button')) return
  start.preventDefault()
  const before = orderIn(list)
  item.classList.add('dragged')
  const over = ({ clientY }: PointerEvent) => {
    for (const other of list.children) {
      const { top, height } = other.getBoundingClientRect()
      if (other === item || clientY < top || clientY > top + height) continue
      if (item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) other.after(item)
      else other.before(item)
    }
  }
  const ended = new AbortController()
  const drop = () => {
    ended.abort()
    item.classList.remove('dragged')
    // A touch that moved nothing is no answer.
    if (orderIn(list) !== before) settle(page, list.dataset['rank'] ?? '', list)
  }
  addEventListener('pointermove', over, ended)
  addEventListener('pointerup', drop, ended)
  addEventListener('pointercancel', drop, ended)
}

export const part: Part = {
  press: (page, verb, rest) => ['up', 'down', 'keep'].includes(verb) && move(page, verb, rest),
  start: (page) => {
    page.form.addEventListener('pointerdown', (event) => drag(page, event))
  },
  update: ({ draft }, node, wrapper) => {
    const list = wrapper.querySelector('[data-rank]')
    if (!list || node.value === '' || orderIn(list) === node.value) return
    const items = new Map(
      [...list.querySelectorAll<HTMLElement>('[data-choice]')].map((one) => [one.dataset['choice'], one]),
    )
    list.append(...rankOrder(draft, node).flatMap((name) => items.get(name) ?? []))
  },
}
