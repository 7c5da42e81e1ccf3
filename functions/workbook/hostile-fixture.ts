// Workbooks made to hurt whoever reads them, each with the problem it must end in ('read' where it is harmless).

import { entriesOf, type FixtureParts, workbookOf } from './workbook-fixture.ts'
import { bomb, type FixtureEntry, zipOf } from './zip-fixture.ts'

type Hostile = { readonly name: string; readonly code: string; readonly make: () => Uint8Array }

const mebibyte = 2 ** 20
/** Just below what is unpacked at most, so that all of it has to be worked through. */
const most = 7.8 * mebibyte

/** Pieces that differ enough not to be refused for how well they pack. */
function many(length: number, piece: (n: number) => string): string {
  const pieces: string[] = []
  let made = 0
  for (let n = 0; made < length; n++) {
    const next = piece((n * 7_919) % 1_000_003)
    pieces.push(next)
    made += next.length
  }
  return pieces.join('')
}
const survey = (data: FixtureParts['sheets'][0][1], more: Partial<FixtureParts> = {}) =>
  workbookOf({ sheets: [['survey', data]], ...more })
const withEntry = (entry: FixtureEntry) => zipOf([...entriesOf({ sheets: [['survey', '']] }), entry])
const changed = (name: string, change: Omit<FixtureEntry, 'name'>) =>
  zipOf(entriesOf({ sheets: [['survey', '']] }).map((entry) => (entry.name === name ? { ...entry, ...change } : entry)))
const ole = (text: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(text, 'utf16le')])
const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "&a;&a;">`).join('')}]>`

/** Those that cost the most: each is read in a process of its own. */
export const costlyWorkbooks: readonly Hostile[] = [
  {
    name: '400 MiB of rows in 0.8 MB, honestly declared',
    code: 'workbook.unpacks-too-large',
    make: () => survey({ packed: bomb(400, '<row></row>     '), size: 400 * mebibyte }),
  },
  {
    name: '400 MiB of rows in 0.8 MB, declared as 7 MiB',
    code: 'workbook.damaged',
    make: () => survey({ packed: bomb(400, '<row></row>     '), size: 7 * mebibyte }),
  },
  {
    name: 'one cell of 32 MiB',
    code: 'workbook.unpacks-too-large',
    make: () => survey(`<row><c t="inlineStr"><is><t>${'x'.repeat(32 * mebibyte)}</t></is></c></row>`),
  },
  {
    name: 'one cell as large as fits',
    code: 'workbook.damaged',
    make: () => survey(`<row><c t="inlineStr"><is><t>${many(most, (n) => `${n} `)}</t></is></c></row>`),
  },
  {
    name: 'a million empty rows, numbered',
    code: 'workbook.unpacks-too-large',
    make: () => survey(Array.from({ length: 1_000_000 }, (_, n) => `<row r="${n + 1}"/>`).join('')),
  },
  {
    name: '450,000 empty rows',
    code: 'read',
    make: () => survey(Array.from({ length: 450_000 }, (_, n) => `<row r="${n + 1}"/>`).join('')),
  },
  {
    name: 'as many empty cells as fit, 14,000 a row',
    code: 'read',
    make: () => {
      const row = `<row>${many(80_000, (n) => (n % 7 ? '<c/>' : `<c s="${n}"/>`))}</row>`
      return survey(row.repeat(Math.floor(most / row.length)))
    },
  },
  {
    name: 'as many cells as fit',
    code: 'workbook.too-many-cells',
    make: () => survey(many(most, (n) => `<row><c><v>${n}</v></c></row>`)),
  },
  {
    name: 'as many shared strings as fit',
    code: 'read',
    make: () => survey('', { strings: many(most, (n) => (n % 7 ? '<si/>' : `<si><t>${n}</t></si>`)) }),
  },
  {
    name: 'elements with 70,000 attributes',
    code: 'read',
    make: () => survey(many(most - mebibyte, (k) => `<x ${many(900_000, (n) => `a${k}-${n}="" `)}/>`)),
  },
  {
    name: 'a text that is all entities',
    code: 'workbook.damaged',
    make: () => survey(`<row><c><v>${many(most, (n) => (n % 9 ? '&amp;' : `&#${n};`))}</v></c></row>`),
  },
]

/** Those that end at once. */
export const hostileWorkbooks: readonly Hostile[] = [
  { name: 'nothing', code: 'workbook.not-a-zip', make: () => new Uint8Array() },
  { name: 'a text', code: 'workbook.not-a-zip', make: () => Buffer.from('type,name\ntext,a\n') },
  { name: 'an .xls', code: 'workbook.old-format', make: () => ole('Workbook') },
  { name: 'a workbook with a password', code: 'workbook.encrypted', make: () => ole('EncryptedPackage') },
  {
    name: 'an encrypted entry',
    code: 'workbook.encrypted',
    make: () => withEntry({ name: 'secret', data: 'x', encrypted: true }),
  },
  { name: 'a zip of nothing', code: 'workbook.other-format', make: () => zipOf([]) },
  {
    name: 'an OpenDocument workbook',
    code: 'workbook.other-format',
    make: () => zipOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }]),
  },
  {
    name: 'a workbook in a zip',
    code: 'workbook.other-format',
    make: () => zipOf([{ name: 'form.xlsx', data: survey(''), stored: true }]),
  },
  { name: 'more than 8 MiB', code: 'workbook.too-large', make: () => new Uint8Array(8 * mebibyte + 1) },
  {
    name: '2,001 parts',
    code: 'workbook.too-many-parts',
    make: () => zipOf(Array.from({ length: 2_001 }, (_, n) => ({ name: `${n}` }))),
  },
  {
    name: '101 sheets',
    code: 'workbook.too-many-sheets',
    make: () => workbookOf({ sheets: Array.from({ length: 101 }, (_, n) => [`s${n}`, ''] as const) }),
  },
  {
    name: 'two entries over the same bytes',
    code: 'workbook.damaged',
    make: () => withEntry({ name: 'again', data: '', sharesData: true }),
  },
  {
    name: 'one name twice, in another case',
    code: 'workbook.damaged',
    make: () => withEntry({ name: 'XL/Workbook.xml', data: '<workbook/>' }),
  },
  {
    name: 'a local header with another name',
    code: 'workbook.damaged',
    make: () => changed('xl/workbook.xml', { localName: 'xl/WORKBOOK.xml' }),
  },
  {
    name: 'a checksum that is wrong',
    code: 'workbook.damaged',
    make: () => changed('xl/workbook.xml', { checksum: 1 }),
  },
  {
    name: 'a size that is too large',
    code: 'workbook.damaged',
    make: () => changed('xl/worksheets/sheet1.xml', { size: 9_999 }),
  },
  {
    name: 'a stream that is no deflate',
    code: 'workbook.damaged',
    make: () => changed('xl/workbook.xml', { packed: Buffer.from('\xff\xff\xff', 'latin1') }),
  },
  {
    name: 'zip64 sizes that are true',
    code: 'read',
    make: () => changed('xl/workbook.xml', { zip64: true }),
  },
  {
    name: 'zip64 sizes beyond all bounds',
    code: 'workbook.unpacks-too-large',
    make: () => changed('xl/workbook.xml', { zip64: Number.MAX_SAFE_INTEGER }),
  },
  {
    name: 'entries that would climb out of a folder',
    code: 'read',
    make: () => withEntry({ name: '../../../etc/passwd', data: 'x' }),
  },
  {
    name: 'a sheet that points out of the file',
    code: 'workbook.damaged',
    make: () =>
      changed('xl/_rels/workbook.xml.rels', {
        data: '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>',
      }),
  },
  {
    name: 'a sheet at an address',
    code: 'workbook.damaged',
    make: () =>
      changed('xl/_rels/workbook.xml.rels', {
        data: '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="http://127.0.0.1/" TargetMode="External"/></Relationships>',
      }),
  },
  {
    name: 'entities that multiply',
    code: 'workbook.forbidden-xml',
    make: () => survey('<row><c><v>&a8;</v></c></row>', { prolog: laughs }),
  },
  {
    name: 'an outside document type',
    code: 'workbook.forbidden-xml',
    make: () => survey('', { prolog: '<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">' }),
  },
  { name: 'an unknown entity', code: 'workbook.damaged', make: () => survey('<row><c><v>&nbsp;</v></c></row>') },
  { name: 'XML that ends early', code: 'workbook.damaged', make: () => survey('<row><c><v>1') },
  {
    name: 'bytes that are no UTF-8',
    code: 'workbook.damaged',
    make: () => survey({ data: Uint8Array.of(0x3c, 0xff) }),
  },
  { name: '65 levels', code: 'workbook.damaged', make: () => survey(`${'<x>'.repeat(65)}${'</x>'.repeat(65)}`) },
  {
    name: 'a comment of 2 MiB',
    code: 'workbook.damaged',
    make: () => survey(`<!--${many(2 * mebibyte, (n) => `${n} `)}-->`),
  },
  {
    name: 'an absurd dimension',
    code: 'read',
    make: () => survey({ data: '<worksheet><dimension ref="A1:XFD1048576"/><sheetData/></worksheet>' }),
  },
  {
    name: 'a cell longer than Excel has',
    code: 'workbook.text-too-long',
    make: () => survey(`<row><c t="inlineStr"><is><t>${'x'.repeat(32_768)}</t></is></c></row>`),
  },
  {
    name: 'a text of runs without end',
    code: 'workbook.damaged',
    make: () => survey('', { strings: `<si>${`<r><t>${'x'.repeat(1_000)}</t></r>`.repeat(300)}</si>` }),
  },
  {
    name: 'a long text that 600 cells share',
    code: 'workbook.too-much-text',
    make: () =>
      survey('<row><c t="s"><v>0</v></c></row>'.repeat(600), { strings: `<si><t>${'x'.repeat(32_767)}</t></si>` }),
  },
  {
    name: '65,491 styles',
    code: 'workbook.damaged',
    make: () => survey('', { styles: `<styleSheet><cellXfs>${'<xf/>'.repeat(65_491)}</cellXfs></styleSheet>` }),
  },
]
