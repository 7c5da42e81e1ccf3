// What the office changes in a draft, as data beside it: a generated sentence in other words, a paragraph of its own under a
// heading. The generated document stays as it was made; when it is made again from newer figures, the edits are laid over it
// anew, and an edit whose sentence has changed since says so.

import * as v from 'valibot'
import { PersonId } from '../ids.ts'
import { type KeyedBlock, type ReportDocument, Run } from './document.ts'
import { runsAround } from './figure-runs.ts'
import { itemKey } from './keys.ts'

/** The longest sentence or paragraph that is written by hand, in characters. */
export const longestEdit = 4_000
/** All that is written by hand in one report, with the sentences it replaces, in characters of JSON: an item holds no more. */
export const mostEditing = 120_000

const Timestamp = v.pipe(v.string(), v.isoTimestamp())
const Key = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000))
const Text = v.pipe(v.string(), v.maxLength(longestEdit))

/** `key`: of the sentence; `generated`: what it said, with its figures; `text`: what it says instead, empty to leave it out. */
const Edit = v.strictObject({
  key: Key,
  generated: v.array(Run),
  text: Text,
  by: PersonId,
  at: Timestamp,
})
type Edit = v.InferOutput<typeof Edit>

/** A paragraph at the end of what stands under a heading, before the next one; each line of `text` is one. */
export const OwnParagraph = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^own-\d{1,4}$/)),
  /** The heading's key. */
  under: Key,
  text: v.pipe(Text, v.minLength(1)),
  by: PersonId,
  at: Timestamp,
})
export type OwnParagraph = v.InferOutput<typeof OwnParagraph>

export const Edits = v.strictObject({ sentences: v.array(Edit), own: v.array(OwnParagraph) })
export type Edits = v.InferOutput<typeof Edits>

export const noEdits: Edits = { sentences: [], own: [] }
export const hasEdits = ({ sentences, own }: Edits): boolean => sentences.length + own.length > 0

/** A generated sentence: a paragraph, or an item of a list. */
export type Sentence = { readonly key: string; readonly runs: readonly Run[] }

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

const sentencesIn = (block: KeyedBlock): Sentence[] => {
  if (block.type === 'paragraph') return [{ key: block.key, runs: block.runs }]
  if (block.type === 'list') return block.items.map((runs, index) => ({ key: itemKey(block.key, index), runs }))
  return []
}

/** Every sentence of a generated document that can be edited, in its order. */
export const sentencesOf = ({ blocks }: Pick<ReportDocument, 'blocks'>): Sentence[] => blocks.flatMap(sentencesIn)

/** `now`: what the sentence says today; `hasChanged`: not what it said when it was edited. */
export type Placed = { readonly edit: Edit; readonly now: readonly Run[]; readonly hasChanged: boolean }
export type Placing = {
  readonly placed: ReadonlyMap<string, Placed>
  /** Edits of sentences that are generated no more, and paragraphs under headings that are no longer there. */
  readonly lost: readonly Edit[]
  readonly lostOwn: readonly OwnParagraph[]
}

/** What a key stands under: sentences of one place may have moved up or down there when the report was made again. */
const placeOf = (key: string): string => key.replace(/[^/]*$/, '')

/** Where each edit belongs in the document as it is generated now: by what the sentence says, else by where it stood. */
export function placeEdits(document: Pick<ReportDocument, 'blocks'>, edits: Edits): Placing {
  const sentences = sentencesOf(document)
  const placed = new Map<string, Placed>()
  const waiting: Edit[] = []
  for (const edit of edits.sentences) {
    const said = textOf(edit.generated)
    const same = sentences.filter(({ key, runs }) => !placed.has(key) && textOf(runs) === said)
    const found = same.find(({ key }) => key === edit.key) ?? same.find(({ key }) => placeOf(key) === placeOf(edit.key))
    if (found) placed.set(found.key, { edit, now: found.runs, hasChanged: false })
    else waiting.push(edit)
  }
  const lost = waiting.filter((edit) => {
    const found = sentences.find(({ key }) => key === edit.key && !placed.has(key))
    if (found) placed.set(found.key, { edit, now: found.runs, hasChanged: true })
    return found === undefined
  })
  const headings = new Set(document.blocks.filter(({ type }) => type === 'heading').map(({ key }) => key))
  return { placed, lost, lostOwn: edits.own.filter(({ under }) => !headings.has(under)) }
}

/** The document as the office has edited it; every change is marked as made by hand. */
export function withEdits(document: ReportDocument, edits: Edits): ReportDocument {
  if (!hasEdits(edits)) return document
  const { placed } = placeEdits(document, edits)
  const blocks = document.blocks.flatMap((block) => editedBlock(block, placed))
  return { ...document, blocks: withOwn(blocks, edits.own) }
}

function editedBlock(block: KeyedBlock, placed: Placing['placed']): KeyedBlock[] {
  if (block.type === 'paragraph') {
    const found = placed.get(block.key)
    if (!found) return [block]
    return found.edit.text === '' ? [] : [{ ...block, runs: runsOf(found), byHand: 'edited' }]
  }
  if (block.type !== 'list') return [block]
  const items = block.items.flatMap((runs, index) => {
    const found = placed.get(itemKey(block.key, index))
    if (!found) return [{ runs, isEdited: false }]
    return found.edit.text === '' ? [] : [{ runs: runsOf(found), isEdited: true }]
  })
  if (items.length === 0) return []
  const edited = items.flatMap(({ isEdited }, index) => (isEdited ? [index] : []))
  return [{ ...block, items: items.map(({ runs }) => runs), ...(edited.length > 0 ? { edited } : {}) }]
}

const runsOf = ({ edit, now }: Placed): Run[] => runsAround(edit.text, now)

/** Own paragraphs stand behind all else under their heading, in the order that they were written in. */
function withOwn(blocks: readonly KeyedBlock[], own: readonly OwnParagraph[]): KeyedBlock[] {
  const parts: KeyedBlock[][] = [[]]
  for (const block of blocks) {
    if (block.type === 'heading') parts.push([])
    parts.at(-1)?.push(block)
  }
  return parts.flatMap((part) => {
    const [heading] = part
    const under = heading?.type === 'heading' ? own.filter((one) => one.under === heading.key) : []
    return [...part, ...under.flatMap(paragraphsOf)]
  })
}

const paragraphsOf = ({ id, under, text }: OwnParagraph): KeyedBlock[] =>
  text.split('\n').map((line, index) => ({
    type: 'paragraph',
    key: `${under}/${id}${index === 0 ? '' : `~${index + 1}`}`,
    runs: [{ text: line }],
    byHand: 'own',
  }))

// --- changes ---

/** What was typed, on one line; blanks that don't break stay. */
const oneLine = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').trim()
/** What was typed, a paragraph a line, without empty ones. */
const lines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n')

type By = Pick<Edit, 'by' | 'at'>

/** The sentence in other words; as it was generated where the words are the same. Undefined where there is no such sentence. */
export function editSentence(
  document: Pick<ReportDocument, 'blocks'>,
  edits: Edits,
  { key, text }: { readonly key: string; readonly text: string },
  by: By,
): Edits | undefined {
  const sentence = sentencesOf(document).find((one) => one.key === key)
  if (!sentence) return undefined
  const before = placeEdits(document, edits).placed.get(key)?.edit
  const others = edits.sentences.filter((one) => one !== before)
  const words = oneLine(text)
  if (words === oneLine(textOf(sentence.runs))) return { ...edits, sentences: others }
  return { ...edits, sentences: [...others, { key, generated: [...sentence.runs], text: words, ...by }] }
}

/** Takes an edit back, also one whose sentence is generated no more. */
export function undoEdit(document: Pick<ReportDocument, 'blocks'>, edits: Edits, key: string): Edits | undefined {
  const { placed, lost } = placeEdits(document, edits)
  const edit = placed.get(key)?.edit ?? lost.find((one) => one.key === key)
  return edit && { ...edits, sentences: edits.sentences.filter((one) => one !== edit) }
}

/** The words that were written stay although the sentence has changed: somebody has looked at both. */
export function keepEdit(document: Pick<ReportDocument, 'blocks'>, edits: Edits, key: string): Edits | undefined {
  const found = placeEdits(document, edits).placed.get(key)
  if (!found) return undefined
  const kept = { ...found.edit, key, generated: [...found.now] }
  return { ...edits, sentences: edits.sentences.map((one) => (one === found.edit ? kept : one)) }
}

export function addParagraph(
  document: Pick<ReportDocument, 'blocks'>,
  edits: Edits,
  { under, text }: Pick<OwnParagraph, 'under' | 'text'>,
  by: By,
): Edits | undefined {
  const hasHeading = document.blocks.some(({ type, key }) => type === 'heading' && key === under)
  const words = lines(text)
  if (!hasHeading || words === '') return undefined
  const number = Math.max(0, ...edits.own.map(({ id }) => Number(id.slice(4)))) + 1
  return { ...edits, own: [...edits.own, { id: `own-${number}`, under, text: words, ...by }] }
}

/** A paragraph of one's own in other words; empty ones go. Undefined where there is none of that id. */
export function changeParagraph(edits: Edits, id: string, text: string, by: By): Edits | undefined {
  if (!edits.own.some((one) => one.id === id)) return undefined
  const words = lines(text)
  const changed = edits.own.flatMap((one) => {
    if (one.id !== id) return [one]
    return words === '' ? [] : [{ ...one, text: words, ...by }]
  })
  return { ...edits, own: changed }
}
