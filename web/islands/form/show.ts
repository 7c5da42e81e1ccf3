// Shows a question as its node stands: whether it is asked, must be answered, and what it holds.

import type { DraftNode } from '../../../shared/form/draft-node.ts'
import type { ProgramItem } from '../../../shared/form/program.ts'
import { readTyped } from '../../../shared/form/typed.ts'
import { writtenNumber } from '../../../shared/form/types-number.ts'
import { element, showFault } from './faults.ts'
import { type FormPage, fieldsOf, type Part, putValue, valueIn } from './page.ts'

/** What isn't on the page travels in a hidden field, as the server puts it there. */
function carry({ form, data }: FormPage, node: DraftNode, item: ProgramItem): void {
  const name = `q.${node.place}`
  const field = form.elements.namedItem(name)
  const value = writtenNumber(item.type, node.value, data.locale)
  if (field instanceof HTMLInputElement) field.value = value
  else if (node.value !== '' && (item.keeps || item.type === 'hidden' || item.default !== undefined))
    form.append(element('input', { type: 'hidden', name, value }))
}

export function showNode(page: FormPage, parts: readonly Part[], node: DraftNode): void {
  const { draft, settings, data } = page
  const item = draft.item(node)
  const wrapper = page.places.get(node.place)
  if (!item) return
  if (wrapper) wrapper.hidden = !node.relevant
  if (item.type === 'group' || item.type === 'repeat') return
  if (!wrapper) {
    carry(page, node, item)
    return
  }
  const optional = wrapper.querySelector<HTMLElement>('.optional')
  if (optional) optional.hidden = node.required
  const output = wrapper.querySelector('[data-value]')
  if (output) output.textContent = node.value
  const fields = fieldsOf(wrapper, node.place)
  const [first] = fields
  if (first && first.type !== 'checkbox') first.required = node.required
  if (readTyped(settings.types, item, valueIn(fields), data.locale) !== node.value)
    putValue(fields, writtenNumber(item.type, node.value, data.locale))
  for (const part of parts) part.update?.(page, node, wrapper)
  if (wrapper.classList.contains('bad')) showFault(page, node.place)
}
