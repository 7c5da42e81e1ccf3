// Rounds of a repeat come from the template beside them, and go.

import type { DraftNode } from '../../../../shared/form/draft-node.ts'
import { DraftRounds } from '../../../../shared/form/draft-rounds.ts'
import { writtenNumber } from '../../../../shared/form/types-number.ts'
import { type FormPage, fieldsOf, type Part, putValue } from '../page.ts'

function renumber(container: Element): void {
  const rounds = container.querySelectorAll(':scope > .round')
  for (const [at, round] of [...rounds].entries()) {
    const number = round.querySelector('[data-number]')
    if (number) number.textContent = String(at + 1)
  }
}

/** Puts a round of the draft into the page: the template with its tag, and with what its questions hold by default. */
function insert(page: FormPage, container: Element, node: DraftNode): HTMLElement | undefined {
  const template = container.querySelector<HTMLTemplateElement>(':scope > template')
  if (!template) return undefined
  const depth = (node.place.match(/\[/g) ?? []).length - 1
  template.insertAdjacentHTML('beforebegin', template.innerHTML.replaceAll(`[*${depth}]`, `[${node.tag}]`))
  const round = template.previousElementSibling
  if (!(round instanceof HTMLElement)) return undefined
  page.learn(round)
  const fill = (one: DraftNode) => {
    const type = page.draft.item(one)?.type ?? ''
    if (one.value !== '') putValue(fieldsOf(round, one.place), writtenNumber(type, one.value, page.data.locale))
    one.all.forEach(fill)
  }
  fill(node)
  renumber(container)
  return round
}

const containerOf = (page: FormPage, parent: DraftNode, index: number): HTMLElement | null | undefined => {
  const around = parent === page.draft.root ? page.form : page.places.get(parent.place)
  return around?.querySelector<HTMLElement>(`[data-repeat="${index}"]`)
}

function add(page: FormPage, place: string, button: HTMLButtonElement): boolean {
  const { draft } = page
  const index = Number(button.parentElement?.dataset['repeat'])
  const item = draft.program.items[index]
  if (!item || !button.parentElement) return false
  const parents = item.parent === undefined ? [draft.root] : (draft.nodes[item.parent] ?? [])
  const parent = parents.find((node) => draft.rounds?.place(node, index) === place)
  const added = parent && draft.rounds?.add(parent, index)
  if (!added) return true
  const round = insert(page, button.parentElement, added.node)
  page.show([...added.touched, ...draft.program.items.keys()])
  round?.querySelector<HTMLElement>('[tabindex]')?.focus()
  return true
}

function remove(page: FormPage, place: string): boolean {
  const node = page.nodes.get(place)
  const round = page.places.get(place)
  if (!node || !round) return false
  const touched = page.draft.rounds?.remove(node) ?? []
  const container = round.parentElement
  for (const one of [round, ...round.querySelectorAll<HTMLElement>('[data-place]')]) {
    page.places.delete(one.dataset['place'] ?? '')
    page.nodes.delete(one.dataset['place'] ?? '')
  }
  round.remove()
  // Values of the round that nobody types travel apart from it: they would bring it back.
  for (const field of page.form.querySelectorAll<HTMLInputElement>('input[type=hidden]'))
    if (field.name.startsWith(`q.${place}/`)) field.remove()
  if (container) renumber(container)
  page.show(touched)
  container?.querySelector<HTMLElement>(':scope > button')?.focus()
  return true
}

export const part: Part = {
  settings: () => ({ rounds: (draft) => new DraftRounds(draft) }),
  press: (page, verb, rest, button) =>
    verb === 'add' ? add(page, rest, button) : verb === 'remove' && remove(page, rest),
  // Rounds that a count asks for are in the draft before they are on the page; there they come when the count was typed.
  start: (page) => {
    const { draft } = page
    page.form.addEventListener('change', () => {
      let isMore = false
      for (const [index, { type, count, parent }] of draft.program.items.entries()) {
        if (type !== 'repeat') continue
        for (const node of parent === undefined ? [draft.root] : (draft.nodes[parent] ?? [])) {
          const container = containerOf(page, node, index)
          if (!container) continue
          container.hidden = draft.rounds?.isRelevant(node, index) === false
          if (count === undefined) continue
          for (const round of node.rounds.get(index) ?? [])
            isMore = (!page.places.has(round.place) && insert(page, container, round) !== undefined) || isMore
        }
      }
      if (isMore) page.show(draft.program.items.keys())
    })
  },
}
