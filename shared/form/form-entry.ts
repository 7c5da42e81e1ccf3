// What a browser sent of a form becomes a draft again, and the button that was pressed does its work on it. Pure: the page and
// the preview use it, with or without script.

import type { Draft } from './draft.ts'
import type { DraftNode } from './draft-node.ts'
import type { DraftSettings } from './draft-settings.ts'
import { type Entered, readEntered } from './entered.ts'
import { namesIn } from './fault.ts'
import { keyOf, type Program, type ProgramItem } from './program.ts'
import { readTyped } from './typed.ts'

/** Items by the pattern of their places: "household[]/age". */
function patternsOf(program: Program): Map<string, ProgramItem> {
  const found = new Map<string, ProgramItem>()
  const prefixes: string[] = []
  for (const [index, item] of program.items.entries()) {
    const prefix = item.parent === undefined ? '' : (prefixes[item.parent] ?? '')
    const pattern = `${prefix}${keyOf(item)}`
    prefixes[index] = item.type === 'repeat' ? `${pattern}[]/` : prefix
    found.set(pattern, item)
  }
  return found
}

/** Reads typed texts by the types of their questions; `locale`: the language of the page they were typed on. Places that the form doesn't have are left out. */
export function readTypedFields(
  program: Program,
  types: DraftSettings['types'],
  fields: Iterable<readonly [place: string, text: string]>,
  locale: string,
): Entered {
  const patterns = patternsOf(program)
  const read: [string, string][] = []
  for (const [place, text] of fields) {
    const pattern = place.replace(/\[[^[\]]*\]/g, '[]')
    const item = patterns.get(pattern)
    if (item) read.push([place, readTyped(types, item, text, locale)])
    // The word that a round is there.
    else if (pattern.endsWith('[]') && patterns.get(pattern.slice(0, -2))?.type === 'repeat') read.push([place, ''])
  }
  return readEntered(read)
}

/** What a button says: "add household", "up order a". A choice's name has no blanks, a place may. */
export type FormAction = { readonly verb: string; readonly rest: string }

export function readAction(text: string): FormAction {
  const cut = text.indexOf(' ')
  return cut < 0 ? { verb: text, rest: '' } : { verb: text.slice(0, cut), rest: text.slice(cut + 1) }
}

/** The typed texts without those of the round that a button takes out: those behind it come back as the next ones. */
export const withoutRemoved = <Field extends readonly [place: string, text: string]>(
  fields: readonly Field[],
  { verb, rest }: FormAction,
): readonly Field[] =>
  verb === 'remove' && rest.endsWith(']')
    ? fields.filter(([place]) => place !== rest && !place.startsWith(`${rest}/`))
    : fields

export function nodeAt(draft: Draft, place: string): DraftNode | undefined {
  for (const nodes of draft.nodes) {
    const found = nodes.find((node) => node.place === place)
    if (found) return found
  }
  return undefined
}

/** Does what a button asks of the draft; answers the place to look at afterwards, undefined for a button of another kind. */
export function applyAction(draft: Draft, { verb, rest }: FormAction): string | undefined {
  switch (verb) {
    case 'add':
      return addRound(draft, rest)
    // What was in the round is gone already (withoutRemoved): its place is the next round's now.
    case 'remove':
      return rest.slice(0, Math.max(0, rest.lastIndexOf('[')))
    case 'drop': {
      const node = nodeAt(draft, rest)
      if (node) draft.set(node, '')
      return rest
    }
    case 'keep':
      return rank(draft, rest, '', 0)
    case 'up':
    case 'down': {
      const cut = rest.lastIndexOf(' ')
      return rank(draft, rest.slice(0, cut), rest.slice(cut + 1), verb === 'up' ? -1 : 1)
    }
    default:
      return undefined
  }
}

function addRound(draft: Draft, place: string): string {
  for (const [index, { type, parent, count }] of draft.program.items.entries()) {
    if (type !== 'repeat' || count !== undefined) continue
    const parents = parent === undefined ? [draft.root] : (draft.nodes[parent] ?? [])
    const found = parents.find((node) => draft.rounds?.place(node, index) === place)
    if (found) return draft.rounds?.add(found, index)?.node.place ?? place
  }
  return place
}

/** The order of a rank question: as it was ranked, what is new in the list behind. */
export function rankOrder(draft: Draft, node: DraftNode): string[] {
  const names = draft.choicesOf(node).map(({ name }) => name)
  const ranked = namesIn(node.value).filter((name) => names.includes(name))
  return [...ranked, ...names.filter((name) => !ranked.includes(name))]
}

function rank(draft: Draft, place: string, name: string, step: -1 | 0 | 1): string {
  const node = nodeAt(draft, place)
  if (!node || draft.item(node)?.type !== 'rank') return place
  const order = rankOrder(draft, node)
  const from = order.indexOf(name)
  const to = from + step
  const [moved, other] = [order[from], order[to]]
  if (moved !== undefined && other !== undefined) {
    order[from] = other
    order[to] = moved
  }
  draft.set(node, order.join(' '))
  return place
}
