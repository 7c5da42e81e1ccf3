// A chart as an Enhanced Metafile ([MS-EMF]): the vector picture that every Word can draw, also those that know no SVG.

import {
  chartColors,
  chartThickness,
  dashesOf,
  fillOf,
  hatch,
  hatchStrokes,
  isBold,
  isDashed,
  type Stroke,
} from '../../../shared/report/chart-look.ts'
import { widthOf } from '../../../shared/report/chart-marks.ts'
import type { ChartBlock, ChartMark } from '../../../shared/report/document.ts'

/** The picture's grid: hundredths of a millimetre, which are also what its frame is given in. */
const perPoint = 2_540 / 72
const units = (points: number): number => Math.round(points * perPoint)

/** Kinds of records, by their numbers in the specification. */
const kinds = {
  header: 1,
  eof: 14,
  setBkMode: 18,
  setTextAlign: 22,
  setTextColor: 24,
  moveTo: 27,
  selectObject: 37,
  createPen: 38,
  createBrush: 39,
  deleteObject: 40,
  rectangle: 43,
  lineTo: 54,
  createFont: 82,
  textOut: 84,
} as const

const baseline = 24
const alignments = { start: baseline, end: baseline + 2, middle: baseline + 6 } as const
const transparent = 1
const stock = { whiteBrush: 0x8000_0000, nullBrush: 0x8000_0005, nullPen: 0x8000_0008 } as const
/** The one object that is made and forgotten again for each mark; 0 is the picture itself. */
const handle = 1

/** 0x00bbggrr of "#rrggbb". */
const colorRef = (color: string): number =>
  Number.parseInt(`${color.slice(5, 7)}${color.slice(3, 5)}${color.slice(1, 3)}`, 16)

/** Whole numbers of 32 bits, little endian. */
function words(...values: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(values.length * 4))
  values.forEach((value, index) => {
    bytes.setInt32(index * 4, value | 0, true)
  })
  return new Uint8Array(bytes.buffer)
}

function floats(...values: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(values.length * 4))
  values.forEach((value, index) => {
    bytes.setFloat32(index * 4, value, true)
  })
  return new Uint8Array(bytes.buffer)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** UTF-16, little endian, filled up to `length` bytes. */
function utf16(text: string, length: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(length))
  for (let index = 0; index < text.length && index * 2 + 1 < length; index += 1)
    bytes.setUint16(index * 2, text.charCodeAt(index), true)
  return new Uint8Array(bytes.buffer)
}

const record = (kind: number, ...data: readonly Uint8Array[]): Uint8Array => {
  const body = joined(data)
  return joined([words(kind, body.length + 8), body])
}

const chosen = (create: Uint8Array): Uint8Array[] => [create, record(kinds.selectObject, words(handle))]
const forgotten = record(kinds.deleteObject, words(handle))

const pen = (color: string, thickness: number): Uint8Array =>
  record(kinds.createPen, words(handle, 0, Math.max(1, units(thickness)), 0, colorRef(color)))

function strokes(lines: readonly Stroke[], color: string, thickness: number): Uint8Array[] {
  const drawn = lines.flatMap(({ x1, y1, x2, y2 }) => [
    record(kinds.moveTo, words(units(x1), units(y1))),
    record(kinds.lineTo, words(units(x2), units(y2))),
  ])
  return [...chosen(pen(color, thickness)), ...drawn, record(kinds.selectObject, words(stock.nullPen)), forgotten]
}

type Rect = Extract<ChartMark, { mark: 'rect' }>

const edges = ({ x, y, width, height }: Rect): Uint8Array =>
  words(units(x), units(y), units(x + width), units(y + height))

function area(rect: Rect): Uint8Array[] {
  const color = chartColors[rect.tone]
  const fill = fillOf(rect.tone)
  if (fill !== 'solid')
    return [
      ...(fill === 'hatched' ? strokes(hatchStrokes(rect), color, hatch.thickness) : []),
      ...chosen(pen(color, hatch.thickness)),
      record(kinds.selectObject, words(fill === 'empty' ? stock.whiteBrush : stock.nullBrush)),
      record(kinds.rectangle, edges(rect)),
      record(kinds.selectObject, words(stock.nullPen)),
      forgotten,
    ]
  return [
    ...chosen(record(kinds.createBrush, words(handle, 0, colorRef(color), 0))),
    record(kinds.rectangle, edges(rect)),
    record(kinds.selectObject, words(stock.nullBrush)),
    forgotten,
  ]
}

/** EXTLOGFONTW: height, 3 numbers, weight, 8 bytes (the fourth is the character set), the name, and what is left 0. */
function font(name: string, size: number, isBold: boolean): Uint8Array {
  const flags = words(1 << 24, 0)
  const unused = new Uint8Array(320 - 92)
  return record(
    kinds.createFont,
    words(handle, -units(size), 0, 0, 0, isBold ? 700 : 400),
    flags,
    utf16(name, 64),
    unused,
  )
}

type TextMark = Extract<ChartMark, { mark: 'text' }>

/** Each character with its width: some programs draw nothing without. Bold is wider by about a twelfth. */
function text(mark: TextMark, family: string): Uint8Array[] {
  const bold = isBold(mark.tone)
  const characters = mark.text.toWellFormed()
  const advances = characters.split('').map((one) => units(widthOf(one, mark.size) * (bold ? 1.08 : 1)))
  const padded = Math.ceil((characters.length * 2) / 4) * 4
  const start = 76
  return [
    ...chosen(font(family, mark.size, bold)),
    record(kinds.setTextAlign, words(alignments[mark.anchor])),
    record(kinds.setTextColor, words(colorRef(chartColors[mark.tone]))),
    record(
      kinds.textOut,
      words(0, 0, -1, -1, 1),
      floats(1, 1),
      words(units(mark.x), units(mark.y), characters.length, start, 0, 0, 0, -1, -1, start + padded),
      utf16(characters, padded),
      words(...advances),
    ),
    forgotten,
  ]
}

function markRecords(mark: ChartMark, family: string): Uint8Array[] {
  if (mark.mark === 'text') return text(mark, family)
  if (mark.mark === 'rect') return area(mark)
  const lines = isDashed(mark.tone) ? dashesOf(mark) : [mark]
  return strokes(lines, chartColors[mark.tone], chartThickness[mark.tone])
}

/** The bytes of the picture; its texts are set in `family`. */
export function chartEmf({ width, height, marks }: ChartBlock, family: string): Uint8Array {
  const records = [
    record(kinds.setBkMode, words(transparent)),
    record(kinds.selectObject, words(stock.nullPen)),
    record(kinds.selectObject, words(stock.nullBrush)),
    ...marks.flatMap((mark) => markRecords(mark, family)),
    record(kinds.eof, words(0, 16, 20)),
  ]
  const headerBytes = 88
  const size = headerBytes + records.reduce((sum, { length }) => sum + length, 0)
  const frame = [0, 0, units(width), units(height)]
  // A device of 100 dots a millimetre, as large as a sheet.
  const device = [21_000, 29_700, 210, 297]
  const header = record(
    kinds.header,
    words(...frame, ...frame, 0x464d_4520, 0x1_0000, size, records.length + 1, 2, 0, 0, 0, ...device),
  )
  return joined([header, ...records])
}
