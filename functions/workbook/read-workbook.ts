// Bytes of a workbook (.xlsx, .xlsm: macros are never looked at) become cells. Whoever sends it may be hostile: it is
// read in steps under the bounds of limits.ts, and refused with a reason the moment one is passed. XML by saxes and
// deflate by fflate, because readers of whole workbooks unpack first and ask later.

import type { Result } from '../../shared/result.ts'
import { type WorkbookLimits, workbookLimits } from './limits.ts'
import { readDateStyles } from './number-format.ts'
import { type WorkbookProblem, workbookProblem } from './problems.ts'
import { readSheet, type SheetContext } from './read-sheet.ts'
import { Refused, unlessRefused } from './refused.ts'
import { readRelationships } from './relationships.ts'
import { readSharedStrings } from './shared-strings.ts'
import type { Workbook } from './workbook.ts'
import { readXml } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

/**
 * Hidden sheets are read like the others; charts and other sheets without cells are left out. `marksNumbers`: cells say
 * whether they hold a number.
 */
export function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = workbookLimits,
  { marksNumbers = false }: { readonly marksNumbers?: boolean } = {},
): Result<Workbook, WorkbookProblem> {
  return unlessRefused(() => {
    if (bytes.length > limits.bytes) throw new Refused(workbookProblem.tooLarge(limits.bytes))
    expectZip(bytes)
    return readPackage(openZip(bytes, limits), limits, marksNumbers)
  })
}

/** Excel's passwords wrap the zip in an old container, the one that .xls files are. */
function expectZip(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    const isEncrypted = file.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new Refused(isEncrypted ? workbookProblem.encrypted() : workbookProblem.oldFormat())
  }
  const signature = file.subarray(0, 4).toString('latin1')
  if (signature !== 'PK\x03\x04' && signature !== 'PK\x05\x06') throw new Refused(workbookProblem.notAZip())
}

function readPackage(zip: Zip, limits: WorkbookLimits, marksNumbers: boolean): Workbook {
  const main = mainPart(zip)
  const { sheets, from1904 } = readContents(zip, main, limits)
  const related = readRelationships(zip, main)
  const partOf = (type: string) => [...related.values()].find((part) => part.type === type)?.target ?? ''
  const stylesPart = partOf('styles')
  const stringsPart = partOf('sharedStrings')
  const styles = zip.read(stylesPart)
  const strings = zip.read(stringsPart)
  const context: SheetContext = {
    dateStyles: styles ? readDateStyles(stylesPart, styles) : [],
    strings: strings ? readSharedStrings(stringsPart, strings) : [],
    from1904,
    limits,
    marksNumbers,
    spent: { cells: 0, characters: 0 },
  }
  return {
    sheets: sheets.flatMap(({ name, id }) => {
      const relation = related.get(id)
      if (relation && relation.type !== 'worksheet') return []
      const chunks = relation && zip.read(relation.target)
      if (!chunks) throw new Refused(workbookProblem.damaged(name))
      return readSheet(name, relation.target, chunks, context)
    }),
  }
}

function mainPart(zip: Zip): string {
  const main = [...readRelationships(zip, '').values()].find(({ type }) => type === 'officeDocument')
  const part = main?.target ?? 'xl/workbook.xml'
  if (part.endsWith('.bin')) throw new Refused(workbookProblem.otherFormat('xlsb'))
  if (zip.has(part)) return part
  throw new Refused(workbookProblem.otherFormat(zip.has('mimetype') ? 'ods' : 'unknown'))
}

/** The workbook's own part: its sheets in their order, and the day that it counts dates from. */
function readContents(zip: Zip, main: string, limits: WorkbookLimits) {
  const sheets: { name: string; id: string }[] = []
  let root: string | undefined
  let from1904 = false
  readXml(main, zip.read(main) ?? [], {
    open: (element, attributes) => {
      root ??= element
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (element !== 'sheet') return
      const name = attributes['name'] ?? ''
      const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? []
      if (name === '' || name.length > 255) throw new Refused(workbookProblem.damaged(main))
      if (sheets.length === limits.sheets) throw new Refused(workbookProblem.tooManySheets(limits.sheets))
      sheets.push({ name, id })
    },
  })
  if (root !== 'workbook') throw new Refused(workbookProblem.otherFormat('unknown'))
  return { sheets, from1904 }
}
