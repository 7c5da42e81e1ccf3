// With this script a form acts as one types: what is not relevant goes, what is computed shows, faults are said at once. It
// works on the page that the server rendered; the server decides all of it again. Should anything fail here, the plain page
// goes on working.

import { Draft } from '../../../shared/form/draft.ts'
import { readTypedFields } from '../../../shared/form/form-entry.ts'
import { readTyped } from '../../../shared/form/typed.ts'
import { checkAll, showFault } from './faults.ts'
import { type Field, type FormPage, fieldsOf, type PageData, type Part, valueIn } from './page.ts'
import { settingsFor } from './settings.ts'
import { showNode } from './show.ts'

const typedIn = (form: HTMLFormElement) =>
  [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    name.startsWith('q.') && typeof value === 'string' ? [[name.slice(2), value]] : [],
  )

function open(form: HTMLFormElement, data: PageData, parts: readonly Part[]): FormPage {
  const settings = settingsFor(data, parts)
  const draft = new Draft(
    data.program,
    settings,
    readTypedFields(data.program, settings.types, typedIn(form), data.locale),
  )
  const places = new Map<string, HTMLElement>()
  const nodes: FormPage['nodes'] = new Map()
  const references = new Map<string, HTMLElement[]>()
  const page: FormPage = {
    data,
    form,
    draft,
    settings,
    places,
    nodes,
    learn: (within) => {
      for (const list of draft.nodes) for (const node of list) nodes.set(node.place, node)
      for (const one of [within, ...within.querySelectorAll<HTMLElement>('[data-place],[data-ref]')]) {
        const { place, ref } = one.dataset
        if (place !== undefined) places.set(place, one)
        if (ref !== undefined) references.set(ref, [...(references.get(ref) ?? []), one])
      }
    },
    show: (touched) => {
      for (const index of touched) {
        for (const node of draft.nodes[index] ?? []) showNode(page, parts, node)
        const name = data.program.items[index]?.name ?? ''
        for (const one of references.get(name) ?? []) {
          const from = nodes.get(one.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? '') ?? draft.root
          one.textContent = draft.text(['$', name], from)
        }
      }
    },
    answer: (place, value) => {
      const node = nodes.get(place)
      const item = node && draft.item(node)
      if (node && item)
        page.show(new Set([node.item, ...draft.set(node, readTyped(settings.types, item, value, data.locale))]))
    },
  }
  page.learn(form)
  return page
}

const placeOf = (target: EventTarget | null): string | undefined => {
  const name = target instanceof HTMLElement ? (target as Field).name : undefined
  return name?.startsWith('q.') ? name.slice(2) : undefined
}

function listen(page: FormPage, parts: readonly Part[]): void {
  const { form } = page
  const take = ({ target }: Event) => {
    const place = placeOf(target)
    if (place !== undefined) page.answer(place, valueIn(fieldsOf(page.places.get(place) ?? form, place)))
  }
  form.addEventListener('input', take)
  form.addEventListener('change', (event) => {
    take(event)
    const place = placeOf(event.target)
    if (place !== undefined && page.nodes.get(place)?.value !== '') showFault(page, place)
  })
  form.addEventListener('submit', (event) => {
    const button = event.submitter
    const [verb = 'send', ...rest] =
      button instanceof HTMLButtonElement && button.name === 'action' ? button.value.split(' ') : []
    if (button instanceof HTMLButtonElement && button.name === 'language') return
    const sends = verb === 'send' || verb === 'next' || verb === 'send-anyway'
    const pressed =
      button instanceof HTMLButtonElement && parts.some((part) => part.press?.(page, verb, rest.join(' '), button))
    if (pressed || (sends && !checkAll(page))) event.preventDefault()
    // With the script people have seen what follows from their answers on this page.
    const hidden = form.elements.namedItem('hiddenThen')
    if (hidden instanceof HTMLInputElement)
      hidden.value = hidden.value
        .split(' ')
        .filter((place) => !page.places.has(place))
        .join(' ')
  })
}

async function start(): Promise<void> {
  const form = document.getElementById('answers')
  const text = document.getElementById('program')?.textContent
  if (!(form instanceof HTMLFormElement) || !text) return
  const data: PageData = JSON.parse(text)
  const parts = await Promise.all(data.parts.map(async (file): Promise<Part> => (await import(file)).part))
  const page = open(form, data, parts)
  // What the browser put back into the fields counts, and what only the script can know.
  page.show(data.program.items.keys())
  listen(page, parts)
  for (const one of form.querySelectorAll('[name^="then."]')) one.remove()
  for (const part of parts) part.start?.(page)
  document.documentElement.dataset['script'] = 'on'
}

start().catch((error: unknown) => console.error(error))
