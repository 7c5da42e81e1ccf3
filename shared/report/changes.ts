// Which figures differ between two documents, or between two wordings of a sentence. Figures are told apart by what they
// rest on and by where they stand, not by what is written around them.

import type { Cell, KeyedBlock, ReportDocument, Run } from './document.ts'
import { textOf } from './edits.ts'
import { itemKey } from './keys.ts'

/** `was` or `is` is undefined where the other document has no such figure. */
export type FigureChange = {
  /** What it is part of: a table's caption, or the heading that the sentence stands under. */
  readonly where: string
  /** Which figure: row and column of the table, or the words before it in the sentence. */
  readonly what: string
  readonly was: string | undefined
  readonly is: string | undefined
}

type Figure = { readonly where: string; readonly what: string; readonly text: string }

/** What a figure rests on, without how many responses those were. */
function sourceOf({ source }: Run): string {
  if (!source) return ''
  const { campaign, period, unit, within = '', indicator = '' } = source
  return [campaign, period, unit, within, indicator].join(' ')
}

/** The figures of a document by what they rest on and where they stand. */
function figuresOf({ blocks }: Blocks, isWanted: (run: Run) => boolean = () => true): Map<string, Figure> {
  const figures = new Map<string, Figure>()
  const add = (place: string, run: Run, about: Omit<Figure, 'text'>) => {
    if (!isWanted(run)) return
    const base = `${place} ${sourceOf(run)}`
    let n = 1
    while (figures.has(`${base} ${n}`)) n += 1
    figures.set(`${base} ${n}`, { ...about, text: run.text })
  }
  let heading = ''
  for (const block of blocks) {
    if (block.type === 'heading') heading = block.text
    if (block.type === 'paragraph') addSentence(block.runs, block.key, heading, add)
    if (block.type === 'list')
      for (const [index, runs] of block.items.entries()) addSentence(runs, itemKey(block.key, index), heading, add)
    if (block.type === 'table') addTable(block, add)
  }
  return figures
}
type Add = (place: string, run: Run, about: Omit<Figure, 'text'>) => void

/** Characters of a sentence that say which of its figures is meant. */
const enough = 60

function addSentence(runs: readonly Run[], key: string, where: string, add: Add): void {
  const place = key.replace(/[^/]*$/, '')
  for (const [index, run] of runs.entries()) {
    if (!run.source) continue
    const before = textOf(runs.slice(0, index)).trimEnd()
    const words = before.length > enough ? `…${before.slice(-enough).replace(/^\S*\s/, '')}` : before
    add(place, run, { where, what: words })
  }
}

const labelOf = (cell: Cell | undefined): string => (cell ? textOf(cell.runs) : '')

function addTable(block: Extract<KeyedBlock, { type: 'table' }>, add: Add): void {
  for (const { cells } of block.rows) {
    const label = labelOf(cells.find(({ runs }) => runs.every(({ source }) => !source) && /\p{L}/u.test(textOf(runs))))
    for (const [index, { runs }] of cells.entries()) {
      const column = block.columns[index]?.header ?? ''
      for (const run of runs)
        if (run.source)
          add(`${block.key} ${label} ${column}`, run, {
            where: block.caption,
            what: [label, column].filter((text) => text !== '').join(', '),
          })
    }
  }
}

type Blocks = Pick<ReportDocument, 'blocks'>

/** Every figure that is not what it was, in the order of the new document; those that are gone come last. */
export const changedFigures = (was: Blocks, is: Blocks): FigureChange[] => differences(figuresOf(was), figuresOf(is))

/** The same between a report and what it would say now: figures of a moment, which is over, are none that would read otherwise. */
export const restatedFigures = (was: Blocks, is: Blocks): FigureChange[] =>
  differences(figuresOf(was, isLasting), figuresOf(is, isLasting))

const isLasting = ({ source }: Run): boolean => source?.actions === undefined

function differences(before: ReadonlyMap<string, Figure>, after: ReadonlyMap<string, Figure>): FigureChange[] {
  const changed = [...after].flatMap(([place, { where, what, text }]): FigureChange[] => {
    const old = before.get(place)?.text
    return old === text ? [] : [{ where, what, was: old, is: text }]
  })
  const gone = [...before].flatMap(([place, { where, what, text }]): FigureChange[] =>
    after.has(place) ? [] : [{ where, what, was: text, is: undefined }],
  )
  return [...changed, ...gone]
}

/** The same between two wordings of one sentence, in the order of its figures. */
export function changedInSentence(was: readonly Run[], is: readonly Run[]): Pick<FigureChange, 'was' | 'is'>[] {
  const [before, after] = [was, is].map((runs) => runs.filter(({ source }) => source).map(({ text }) => text))
  const longer = Math.max(before?.length ?? 0, after?.length ?? 0)
  return Array.from({ length: longer }, (_, index) => ({ was: before?.[index], is: after?.[index] })).filter(
    (one) => one.was !== one.is,
  )
}
