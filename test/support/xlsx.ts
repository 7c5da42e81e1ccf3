// Reads a workbook back as what a spreadsheet program gets: sheets, and in their cells texts and numbers with the format that they
// are shown in. By its XML alone, with nothing of what wrote it.

import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

export type XlsxCell = {
  readonly column: string
  readonly text: string
  readonly format: string
  readonly isNumber: boolean
}
export type XlsxSheet = { readonly name: string; readonly rows: readonly (readonly XlsxCell[])[] }

type Attributes = Readonly<Record<string, string>>
type Watcher = {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Throws where the part is missing or not well-formed. */
function read(part: Uint8Array | undefined, { open, text, close }: Watcher): void {
  if (!part) throw new Error('The workbook lacks a part')
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => open?.(name, attributes))
  parser.on('text', (found) => text?.(found))
  parser.on('closetag', ({ name }) => close?.(name))
  parser.write(new TextDecoder().decode(part)).close()
}

/** The formats that every program knows, of those that a report has. */
const known: Readonly<Record<string, string>> = { '0': 'General', '49': '@' }

/** The number format of each style, by the style's number. */
function formatsOf(part: Uint8Array | undefined): string[] {
  const own = new Map(Object.entries(known))
  const formats: string[] = []
  let isOfCells = false
  read(part, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '')
      if (name === 'cellXfs') isOfCells = true
      if (name === 'xf' && isOfCells) formats.push(own.get(attributes['numFmtId'] ?? '') ?? '')
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false
    },
  })
  return formats
}

export function readXlsx(bytes: Uint8Array): XlsxSheet[] {
  const parts = unzipSync(bytes)
  const formats = formatsOf(parts['xl/styles.xml'])
  const targets = new Map<string, string>()
  read(parts['xl/_rels/workbook.xml.rels'], {
    open: (_, { Id = '', Target = '' }) => void targets.set(Id, `xl/${Target.replace(/^\/?(xl\/)?/, '')}`),
  })
  const sheets: XlsxSheet[] = []
  read(parts['xl/workbook.xml'], {
    open: (element, attributes) => {
      if (element !== 'sheet') return
      const part = parts[targets.get(attributes['r:id'] ?? '') ?? '']
      sheets.push({ name: attributes['name'] ?? '', rows: rowsOf(part, formats) })
    },
  })
  return sheets
}

function rowsOf(part: Uint8Array | undefined, formats: readonly string[]): XlsxCell[][] {
  const rows: XlsxCell[][] = []
  let cell = { column: '', format: '', type: '' }
  let text = ''
  let isContent = false
  read(part, {
    open: (name, attributes) => {
      if (name === 'row') rows.push([])
      if (name === 'c') {
        const column = (attributes['r'] ?? '').replace(/\d/g, '')
        cell = { column, format: formats[Number(attributes['s'])] ?? '', type: attributes['t'] ?? '' }
        text = ''
      }
      isContent = name === 't' || name === 'v'
    },
    text: (found) => {
      if (isContent) text += found
    },
    close: (name) => {
      isContent = false
      if (name === 'c')
        rows.at(-1)?.push({ column: cell.column, format: cell.format, text, isNumber: cell.type === '' })
    },
  })
  return rows
}
