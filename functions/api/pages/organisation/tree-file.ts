// The tree as a file, with all its dates, as far as the visitor may see it. It can be changed and imported again.

import { localize } from '../../../../shared/language.ts'
import { exportRows } from '../../../../shared/organisation/export.ts'
import { writeCsv } from '../../../workbook/write-csv.ts'
import { writeWorkbook } from '../../../workbook/write-workbook.ts'
import { attachment } from '../../attachment.ts'
import type { SignedInCall } from '../../call.ts'
import { mayDo } from './sight.ts'

const rowsFor = ({ me, language }: SignedInCall) => exportRows(me.history, language, (id) => mayDo(me, 'unit.read', id))

function sent({ c, me, language }: SignedInCall, bytes: Uint8Array, kind: 'csv' | 'xlsx'): Response {
  const types = {
    csv: 'text/csv; charset=utf-8',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }
  c.header('content-type', types[kind])
  c.header('content-disposition', attachment(`${localize(me.organisation.name, language)} ${me.today}.${kind}`))
  return c.body(Buffer.from(bytes))
}

/** GET /organisation/units.csv */
export const sendTreeCsv = (call: SignedInCall): Response => sent(call, writeCsv(rowsFor(call)), 'csv')

/** GET /organisation/units.xlsx */
export function sendTreeWorkbook(call: SignedInCall): Response {
  const sheet = { name: 'Units', rows: rowsFor(call), columnWidths: [14, 40, 14, 16, 14, 18, 18, 24, 18] }
  return sent(call, writeWorkbook([sheet]), 'xlsx')
}
