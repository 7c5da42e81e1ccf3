// Lists of actions where there are many: an organisation of 10,000 units with 100,000 actions, 40,000 of them open, over a
// table in memory. What a page costs the processor, and how much it reads.

import { writeAction, writeSheet } from '../../functions/store/actions.ts'
import { saveOrganisation } from '../../functions/store/organisation.ts'
import { insertPerson } from '../../functions/store/people.ts'
import { insertSession } from '../../functions/store/sessions.ts'
import type { Table } from '../../functions/store/table.ts'
import { actionStates, severities, type UnitAction } from '../../shared/action/action.ts'
import { daysAfter } from '../../shared/action/day.ts'
import { ActionId, asId } from '../../shared/ids.ts'
import { firstDay } from '../../shared/organisation/day.ts'
import type { Unit } from '../../shared/organisation/unit.ts'
import { testApi } from '../support/api.ts'
import { campaignId, leader, office, org, period, responseId, unitId } from '../support/scenario.ts'
import { callsPerSecond } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'
import { partitionedTable } from './support/partitioned-table.ts'

const committees = 20
const perCommittee = 500
const perUnit = 10

const unit = (id: string, level: string, parentId: string | null): Unit => ({
  id: unitId(id),
  code: id,
  name: `Chi bộ ${id}`,
  level,
  parentId: parentId === null ? null : unitId(parentId),
  members: 30,
})
const cells = Array.from({ length: committees * perCommittee }, (_, n) => ({
  id: `u${n}`,
  above: `k${n % committees}`,
}))
const units = [
  unit('bloc', 'bloc', null),
  ...Array.from({ length: committees }, (_, n) => unit(`k${n}`, 'committee', 'bloc')),
  ...cells.map(({ id, above }) => unit(id, 'cell', above)),
]

const at = '2013-03-01T00:00:00.000Z'
const first = daysAfter(firstDay, 41_000)
const text = { vi: 'Sinh hoạt không đủ số cuộc theo quy định của Điều lệ', en: 'Too few meetings' }

const actionOf = (id: string, n: number): UnitAction => ({
  id: asId(ActionId, n.toString(16).padStart(24, '0')),
  unitId: unitId(id),
  campaignId,
  periodId: period,
  responseId: responseId(n),
  finding: { kind: 'finding', question: 'meetings' },
  question: text,
  message: text,
  remedy: text,
  severity: severities[n % severities.length] ?? 'none',
  raisedAt: at,
  // Two of five are open.
  state: n % 5 < 2 ? 'open' : (actionStates[2 + (n % 2)] ?? 'confirmed'),
  owner: n % 3 === 0 ? { kind: 'role', role: 'reporter', unitId: unitId(id) } : null,
  dueOn: daysAfter(first, n % 700),
  known: { response: 1, bucket: 1 },
  steps: [{ kind: 'raised', at, by: null }],
})

async function fill(table: Table): Promise<void> {
  await saveOrganisation(table, { id: org, name: { vi: 'Khối' }, timeZone: 'Asia/Ho_Chi_Minh' }, units, 0)
  await insertPerson(table, org, office)
  await insertPerson(table, org, { ...leader, roles: [{ role: 'leader', unitId: unitId('k7') }] })
  let n = 0
  for (const { id } of cells) {
    const actions = Array.from({ length: perUnit }, () => actionOf(id, n++))
    for (const action of actions) await writeAction(table, org, action, 0)
    const versioned = actions.map((action) => ({ action, version: 1 }))
    await writeSheet(table, org, unitId(id), versioned, { version: 0, body: undefined })
  }
}

/** Counts what is read through it: calls, and bytes of text. */
function metered(table: Table) {
  const read = { calls: 0, bytes: 0 }
  const weigh = (items: readonly object[]) => {
    read.calls += 1
    for (const item of items) for (const value of Object.values(item)) read.bytes += Buffer.byteLength(String(value))
  }
  return {
    read,
    table: {
      ...table,
      get: async (key) => {
        const item = await table.get(key)
        weigh(item ? [item] : [])
        return item
      },
      query: async (pk, options) => {
        const page = await table.query(pk, options)
        weigh(page.items)
        return page
      },
    } satisfies Table,
  }
}

const table = partitionedTable()
await fill(table)
const { read, table: watched } = metered(table)
const api = testApi({ table: watched, now: () => '2013-06-01T00:00:00.000Z' })
for (const { id: personId } of [office, leader])
  await insertSession(table, `token-of-${personId}`, { organisationId: org, personId }, '2999-01-01T00:00:00.000Z')
const pages = {
  'organisation-first-page': ['/actions', office],
  'organisation-late': ['/actions?state=late', office],
  'organisation-confirmed': ['/actions?state=confirmed', office],
  'committee-first-page': ['/actions', leader],
} as const

const ask = async (name: keyof typeof pages) => {
  const [address, as] = pages[name]
  const headers = { cookie: `phieu-session=token-of-${as.id}`, 'accept-language': 'vi' }
  const answer = await api.app.request(`${api.deps.publicUrl}${address}`, { headers })
  const html = await answer.text()
  const rows = html.split('<th scope="row">').length - 1
  if (rows !== 50) throw new Error(`${name}: ${rows} rows, answered ${answer.status}`)
}
const names = Object.keys(pages) as (keyof typeof pages)[]
const speeds = await callsPerSecond(
  Object.fromEntries(names.map((name) => [name, { calls: 1, run: () => ask(name) }])) as Record<
    keyof typeof pages,
    { calls: number; run: () => Promise<void> }
  >,
)
for (const name of names) {
  Object.assign(read, { calls: 0, bytes: 0 })
  await ask(name)
  printFigure(`actions-${name}`, 1_000 / speeds[name], 'CPU ms', {
    detail: {
      actions: cells.length * perUnit,
      units: units.length,
      reads: read.calls,
      megabytes: rounded(read.bytes / 1e6),
    },
  })
}
