// Workbooks for tests, from the XML of their parts.

import { type FixtureEntry, zipOf } from './zip-fixture.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export type FixtureParts = {
  /** Name and XML of each sheet's data; or an entry of the zip, to be put in its place. */
  readonly sheets: readonly (readonly [name: string, data: string | Omit<FixtureEntry, 'name'>])[]
  /** XML of the items of the shared strings. */
  readonly strings?: string
  readonly styles?: string
  readonly date1904?: boolean
  /** Put before the root element of the first sheet, or of the shared strings. */
  readonly prolog?: string
  readonly more?: readonly FixtureEntry[]
}

export const sheetXml = (data: string, prolog = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${prolog}<worksheet><sheetData>${data}</sheetData></worksheet>`

export function entriesOf({ sheets, strings, styles, date1904, prolog, more = [] }: FixtureParts): FixtureEntry[] {
  const listed = sheets.map(([name], n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="r${n + 1}"/>`)
  const targets = sheets.map((_, n) => relation(`r${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`))
  const optional = (name: string, data: string | undefined) => (data === undefined ? [] : [{ name, data }])
  return [
    { name: '_rels/.rels', data: relationships([relation('r1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relationships([
        ...targets,
        relation('s', 'sharedStrings', 'sharedStrings.xml'),
        relation('t', 'styles', '/xl/styles.xml'),
      ]),
    },
    ...optional('xl/sharedStrings.xml', strings === undefined ? undefined : `<sst>${strings}</sst>`),
    ...optional('xl/styles.xml', styles),
    ...sheets.map(([, data], n) => ({
      name: `xl/worksheets/sheet${n + 1}.xml`,
      ...(typeof data === 'string' ? { data: sheetXml(data, n === 0 ? prolog : '') } : data),
    })),
    ...more,
  ]
}

export const workbookOf = (parts: FixtureParts): Uint8Array => zipOf(entriesOf(parts))

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const relationships = (all: readonly string[]) => `<Relationships>${all.join('')}</Relationships>`
