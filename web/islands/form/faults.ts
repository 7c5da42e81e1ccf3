// What is wrong with answers, shown as the server shows it: beside the question, and on sending in a list above the form.

import type { DraftNode } from '../../../shared/form/draft-node.ts'
import { faultOf } from '../../../shared/form/fault.ts'
import { type FormPage, fieldsOf } from './page.ts'

/** Made of texts alone: labels and messages are other people's. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...inside: (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...inside)
  return made
}

/** The words for what is wrong at a place; undefined where nothing is. */
function wordsFor({ draft, data: { texts } }: FormPage, node: DraftNode, wrapper: HTMLElement): string | undefined {
  const code = faultOf(draft, node)?.code
  if (code === undefined) return undefined
  const { dataset } = wrapper
  // A file that isn't sent yet goes with the form.
  if (code === 'answer.required' && wrapper.querySelector<HTMLInputElement>('[type=file]')?.files?.length)
    return undefined
  const own =
    code === 'answer.required' ? dataset['required'] : code === 'answer.constraint' ? dataset['constraint'] : undefined
  return own ?? texts[code] ?? texts['answer.constraint']
}

/** Shows or takes away the fault of a question; answers its words. */
export function showFault(page: FormPage, place: string): string | undefined {
  const wrapper = page.places.get(place)
  const node = page.nodes.get(place)
  if (!wrapper || !node) return undefined
  const words = wordsFor(page, node, wrapper)
  const id = `e-${place}`
  document.getElementById(id)?.remove()
  wrapper.classList.toggle('bad', words !== undefined)
  const fields = fieldsOf(wrapper, place)
  const described = wrapper.querySelector('fieldset') ?? fields[0]
  const ids = (described?.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id)
  if (words !== undefined) {
    const fault = element('p', { class: 'fault', id }, element('b', {}, page.data.texts['error'] ?? ''), ` ${words}`)
    const before = wrapper.querySelectorAll('.hint, legend, label:not(.choice)')
    before[before.length - 1]?.after(fault)
    ids.push(id)
  }
  if (ids.length > 0) described?.setAttribute('aria-describedby', ids.join(' '))
  else described?.removeAttribute('aria-describedby')
  if (described === fields[0] && described)
    if (words === undefined) described.removeAttribute('aria-invalid')
    else described.setAttribute('aria-invalid', 'true')
  return words
}

/** What a question is called in a sentence. */
export const nameOf = (wrapper: HTMLElement): string => {
  const label = wrapper.querySelector('legend, label:not(.choice)')?.cloneNode(true)
  if (!(label instanceof Element)) return ''
  for (const small of label.querySelectorAll('small')) small.remove()
  return (label.textContent ?? '').trim().replace(/[\s:.]+$/, '')
}

/** A question mark is mark enough. */
const lead = (name: string): string => (/[?!]$/.test(name) ? name : `${name}:`)

/** Checks everything that is in sight; with faults they are listed above the form, and the list takes the focus. */
export function checkAll(page: FormPage): boolean {
  const items: HTMLElement[] = []
  for (const [place, wrapper] of page.places) {
    const words = wrapper.isConnected ? showFault(page, place) : undefined
    if (words !== undefined)
      items.push(element('li', {}, element('a', { href: `#q-${place}` }, `${lead(nameOf(wrapper))} ${words}`)))
  }
  for (const old of document.querySelectorAll('.panel')) old.remove()
  const { texts } = page.data
  const mark = `${texts['error']} `
  document.title = document.title.replace(mark, '')
  if (items.length === 0) return true
  document.title = mark + document.title
  const panel = element(
    'div',
    { class: 'panel', role: 'alert', tabindex: '-1' },
    element('h2', {}, texts['faults'] ?? ''),
    element('ul', {}, ...items),
  )
  page.form.parentElement?.before(panel)
  panel.focus()
  return false
}
