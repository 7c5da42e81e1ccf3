// The parts of a workbook that hold no cells, and what Excel asks of names and places: for whoever writes one.

import { escapeText } from './escape.ts'

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The part of the n-th sheet (from 0), below xl/. */
export const sheetPart = (n: number) => `worksheets/sheet${n + 1}.xml`

/** Every part that leads from the zip to its sheets, by path. `names`: acceptable ones. */
export function frameParts(names: readonly string[]): readonly (readonly [path: string, xml: string])[] {
  return [
    ['[Content_Types].xml', xmlHead + contentTypes(names.length)],
    ['_rels/.rels', xmlHead + relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', xmlHead + workbook(names)],
    [
      'xl/_rels/workbook.xml.rels',
      xmlHead + relationships([...names.map((_, n) => ['worksheet', sheetPart(n)] as const), ['styles', 'styles.xml']]),
    ],
  ]
}

function contentTypes(sheets: number): string {
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${mime}.${type}+xml"/>`
  return [
    `<Types xmlns="${packaged}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('workbook.xml', 'sheet.main'),
    override('styles.xml', 'styles'),
    ...Array.from({ length: sheets }, (_, n) => override(sheetPart(n), 'worksheet')),
    '</Types>',
  ].join('')
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`
}

function workbook(names: readonly string[]): string {
  const all = names.map((name, n) => `<sheet name="${escapeText(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
  return `<workbook xmlns="${spreadsheet}" xmlns:r="${relations}"><sheets>${all.join('')}</sheets></workbook>`
}

/** 0 is "A", 26 is "AA". */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

/** Excel wants 1 to 31 characters, none of []:*?/\ or control characters, no apostrophe at the ends, each name once. */
export function acceptableNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const clean = name.toWellFormed().replace(/[[\]:*?/\\\p{Cc}\uFFFE\uFFFF]|^'|'$/gu, '_')
    const base = cut(clean, 31) || 'sheet'
    let free = base
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${cut(base, 31 - ` (${n})`.length)} (${n})`
    taken.add(free.toLowerCase())
    return free
  })
}

/** At most so many UTF-16 units, never half a pair. */
export function cut(text: string, length: number): string {
  const short = text.slice(0, length)
  return short.isWellFormed() ? short : short.slice(0, -1)
}
