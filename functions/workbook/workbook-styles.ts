// The styles of the cells of one workbook, numbered as they are asked for.

import { escapeText } from './escape.ts'
import { spreadsheet } from './workbook-parts.ts'

/** `format`: the code of a number format; "@" is a text that stays one. */
type CellStyle = { readonly format: string; readonly isBold: boolean; readonly isWrapped: boolean }

export type Styles = {
  /** The number that a cell names its style by. */
  readonly of: (style: CellStyle) => number
  /** styles.xml without its head: all that was asked for. */
  readonly part: () => string
}

/** The number of the text format, which every program knows, and the first that a file may give. */
const textFormat = 49
const firstFormat = 164

const written = ({ format, isBold, isWrapped }: CellStyle): string => `${format} ${isBold} ${isWrapped}`

/** Styles 1 and 2 are a text and a bold text, in every file. */
export function openStyles(): Styles {
  const known = new Map<string, { readonly number: number; readonly style: CellStyle }>()
  const formats = new Map<string, number>([['@', textFormat]])
  const of = (style: CellStyle): number => {
    const found = known.get(written(style))
    if (found) return found.number
    if (!formats.has(style.format)) formats.set(style.format, firstFormat + formats.size - 1)
    const number = known.size + 1
    known.set(written(style), { number, style })
    return number
  }
  const text = { format: '@', isBold: false, isWrapped: false }
  of(text)
  of({ ...text, isBold: true })
  return {
    of,
    part: () =>
      part(
        [...known.values()].map(({ style }) => style),
        formats,
      ),
  }
}

function part(styles: readonly CellStyle[], formats: ReadonlyMap<string, number>): string {
  const own = [...formats].filter(([, id]) => id >= firstFormat)
  const numFmts = own.map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeText(code)}"/>`).join('')
  const xfs = styles.map(({ format, isBold, isWrapped }) => {
    const fixed = `numFmtId="${formats.get(format) ?? textFormat}" fontId="${isBold ? 1 : 0}" fillId="0" borderId="0" xfId="0"`
    const applied = `applyNumberFormat="1"${isBold ? ' applyFont="1"' : ''}`
    return isWrapped
      ? `<xf ${fixed} ${applied} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`
      : `<xf ${fixed} ${applied}/>`
  })
  return [
    `<styleSheet xmlns="${spreadsheet}">`,
    own.length > 0 ? `<numFmts count="${own.length}">${numFmts}</numFmts>` : '',
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>',
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${xfs.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}
