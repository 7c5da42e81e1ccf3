// The plain shape of what a workbook says: texts at places, nothing of how they look.

/** Only what isn't empty is here, however large a range the sheet declares. Order and names are the file's. */
export type Workbook = { readonly sheets: readonly Sheet[] }

export type Sheet = {
  /** As written: it may be "__proto__" or "../x". Never a key of a plain object, never a path. */
  readonly name: string
  readonly rows: readonly Row[]
  /**
   * Formulas that a program wrote without calculating them: Excel shows a value, but the file holds none, and here the
   * cell is missing. At most 20 are named, for a warning.
   */
  readonly uncalculated: readonly Place[]
}

/** `row` counts from 1, as Excel shows it; rows rise. */
export type Row = { readonly row: number; readonly cells: readonly Cell[] }

/** `column` counts from 0 (A); columns rise. `text` is never ''; it isn't trimmed. */
export type Cell = {
  readonly column: number
  readonly text: string
  /** Of a reader that asks for it: the cell holds a number that is no date, so that its point is no sign of thousands. */
  readonly isNumber?: true
}

type Place = { readonly row: number; readonly column: number }
