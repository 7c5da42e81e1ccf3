// One sheet's XML as rows of texts. It goes by the cells that are there: what the sheet declares to be its range, and
// rows and cells that hold nothing, cost no memory.

import { unescapeText } from './escape.ts'
import { excelLimits, type WorkbookLimits } from './limits.ts'
import type { DateKind } from './number-format.ts'
import { dateText, numberText } from './number-text.ts'
import { workbookProblem } from './problems.ts'
import { Refused } from './refused.ts'
import { RichText } from './rich-text.ts'
import type { Cell, Row, Sheet } from './workbook.ts'
import { readXml, type XmlHandler } from './xml.ts'

/** What the sheets of one workbook share. `spent` is counted up over all of them. */
export type SheetContext = {
  readonly strings: readonly string[]
  readonly dateStyles: readonly (DateKind | undefined)[]
  readonly from1904: boolean
  readonly limits: WorkbookLimits
  readonly marksNumbers: boolean
  readonly spent: { cells: number; characters: number }
}

const maxUncalculated = 20
const longestValue = excelLimits.textLength * 7

export function readSheet(name: string, part: string, chunks: Iterable<Uint8Array>, context: SheetContext): Sheet {
  const reader = new SheetReader(name, part, context)
  readXml(part, chunks, reader)
  return { name, rows: reader.rows, uncalculated: reader.uncalculated }
}

class SheetReader implements XmlHandler {
  readonly rows: Row[] = []
  readonly uncalculated: { row: number; column: number }[] = []
  readonly #sheet: string
  readonly #part: string
  readonly #context: SheetContext
  readonly #inline: RichText
  #inData = false
  #row = 0
  /** Undefined until the row, or else its first cell, says its number. */
  #numbered = false
  #cells: Cell[] = []
  #column = -1
  #type = 'n'
  #style = 0
  #inValue = false
  #value: string | undefined
  #hasFormula = false
  #inInline = false

  constructor(sheet: string, part: string, context: SheetContext) {
    this.#sheet = sheet
    this.#part = part
    this.#context = context
    this.#inline = new RichText(part)
  }

  readonly open: XmlHandler['open'] = (name, attributes) => {
    if (name === 'sheetData') this.#inData = true
    if (!this.#inData) return
    if (name === 'row') this.#openRow(attributes['r'])
    else if (name === 'c') this.#openCell(attributes['r'], attributes['t'], attributes['s'])
    else if (name === 'v') this.#openValue()
    else if (name === 'f') this.#hasFormula = true
    else if (name === 'is') this.#inInline = true
    else if (this.#inInline) this.#inline.open(name)
  }

  readonly text = (text: string): void => {
    if (this.#inInline) this.#inline.add(text)
    if (!this.#inValue) return
    this.#value = (this.#value ?? '') + text
    if (this.#value.length > longestValue) throw this.#damaged()
  }

  readonly close = (name: string): void => {
    if (!this.#inData) return
    if (name === 'sheetData') this.#inData = false
    else if (name === 'row') this.#closeRow()
    else if (name === 'c') this.#closeCell()
    else if (name === 'v') this.#inValue = false
    else if (name === 'is') this.#inInline = false
    else if (this.#inInline) this.#inline.close(name)
  }

  #damaged(): Refused {
    return new Refused(workbookProblem.damaged(this.#part))
  }

  #openRow(number: string | undefined): void {
    this.#goToRow(number === undefined ? this.#row + 1 : Number(number), this.#row)
    this.#numbered = number !== undefined
    this.#cells = []
    this.#column = -1
  }

  #goToRow(row: number, after: number): void {
    if (!Number.isInteger(row) || row <= after || row > excelLimits.rows) throw this.#damaged()
    this.#row = row
  }

  #openCell(reference: string | undefined, type: string | undefined, style: string | undefined): void {
    const place = reference === undefined ? undefined : placeOf(reference)
    if (reference !== undefined && !place) throw this.#damaged()
    if (place && !this.#numbered) {
      this.#goToRow(place.row, this.#row - 1)
      this.#numbered = true
    }
    const column = place?.column ?? this.#column + 1
    if (column <= this.#column || column >= excelLimits.columns) throw this.#damaged()
    this.#column = column
    this.#type = type ?? 'n'
    this.#style = Number(style ?? 0)
    this.#value = undefined
    this.#hasFormula = false
    this.#inline.take()
  }

  #openValue(): void {
    this.#inValue = true
    this.#value = ''
  }

  #closeCell(): void {
    const text = this.#cellText()
    if (this.#hasFormula && this.#value === undefined && this.uncalculated.length < maxUncalculated) {
      this.uncalculated.push({ row: this.#row, column: this.#column })
    }
    if (text === '') return
    const { limits, spent } = this.#context
    const at = [this.#sheet, this.#row] as const
    spent.cells++
    spent.characters += text.length
    if (spent.cells > limits.cells) throw new Refused(workbookProblem.tooManyCells(limits.cells, ...at))
    if (text.length > excelLimits.textLength) {
      throw new Refused(workbookProblem.textTooLong(excelLimits.textLength, ...at))
    }
    if (spent.characters > limits.characters) throw new Refused(workbookProblem.tooMuchText(limits.characters, ...at))
    const isNumber = this.#context.marksNumbers && this.#type === 'n' && !this.#context.dateStyles[this.#style]
    this.#cells.push({ column: this.#column, text, ...(isNumber ? { isNumber } : {}) })
  }

  #closeRow(): void {
    if (this.#cells.length > 0) this.rows.push({ row: this.#row, cells: this.#cells })
    this.#cells = []
  }

  #cellText(): string {
    const raw = this.#value ?? ''
    switch (this.#type) {
      case 's':
        return this.#sharedText(raw)
      case 'inlineStr':
        return unescapeText(this.#inline.take())
      case 'n':
        return this.#numberText(raw)
      case 'b':
        return raw.trim() === '1' || raw.trim() === 'true' ? 'TRUE' : raw === '' ? '' : 'FALSE'
      default:
        // 'str' (what a formula gave), 'e' (an error: "#N/A"), 'd' (an ISO date).
        return unescapeText(raw)
    }
  }

  #sharedText(raw: string): string {
    if (raw === '') return ''
    const text = this.#context.strings[Number(raw)]
    if (text === undefined) throw this.#damaged()
    return text
  }

  #numberText(raw: string): string {
    const { dateStyles, from1904 } = this.#context
    const kind = dateStyles[this.#style]
    return kind ? dateText(raw, kind, from1904) : numberText(raw)
  }
}

/** "AB12" as its row and column; undefined for what isn't a reference. */
function placeOf(reference: string): { row: number; column: number } | undefined {
  const [, letters, row] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference) ?? []
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(row), column: column - 1 }
}
