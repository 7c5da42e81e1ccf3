// What a document shows: its figures row by row, cell by cell.

import type { Cell, KeyedBlock, Run } from '../../shared/report/document.ts'
import type { Figure } from './recount-scope.ts'

/** A sentence, an item, a row of a table or of a chart's data: its figures cell by cell, and what marks the cell. */
export type Row = {
  readonly label: string
  readonly cells: readonly (readonly Figure[])[]
  readonly marks: readonly string[]
}

export const figuresIn = (runs: readonly Run[]): Figure[] =>
  runs.flatMap(({ text, source }) =>
    source
      ? [
          {
            ...{ text, unit: source.unit, within: source.within, period: source.period },
            ...{ indicator: source.indicator, responses: source.responses },
          },
        ]
      : [],
  )

const shownRow = (cells: readonly Cell[], isMarked: boolean): Row => {
  const [first, ...rest] = cells
  return {
    label: first?.runs.map(({ text }) => text).join('') ?? '',
    cells: rest.map(({ runs }) => figuresIn(runs)),
    marks: isMarked ? rest.map(({ emphasis }) => emphasis ?? '') : [],
  }
}

/** Target rows and rows that explain themselves have no figures. */
export function shownRows(block: KeyedBlock, isMarked: boolean): Row[] {
  switch (block.type) {
    case 'heading':
      return []
    case 'paragraph':
      return [{ label: '', cells: [figuresIn(block.runs)], marks: [] }]
    case 'list':
      return block.items.map((runs) => ({ label: '', cells: [figuresIn(runs)], marks: [] }))
    case 'table':
      return block.rows.filter(({ kind }) => kind !== 'target').map(({ cells }) => shownRow(cells, isMarked))
    case 'chart':
      return block.data.rows.map((cells) => shownRow(cells, false))
  }
}
