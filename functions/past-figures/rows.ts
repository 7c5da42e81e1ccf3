// The rows of a table of figures from before: whose each is, of which period, and what it answers.

import type { Campaign, CampaignPeriod, CampaignUnit } from '../../shared/campaign/campaign.ts'
import { findPeriod, periodState } from '../../shared/campaign/campaign.ts'
import { readPeriod } from '../../shared/campaign/period-text.ts'
import type { AnswerValue } from '../../shared/form/answers.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { allTypes } from '../../shared/form/types.ts'
import type { PeriodId } from '../../shared/ids.ts'
import { mayAt, type Person } from '../../shared/organisation/access.ts'
import { foldText } from '../../shared/organisation/search.ts'
import { type Unit, type UnitTree, unitIn } from '../../shared/organisation/unit.ts'
import { answerIn, type ChoiceNames, choiceNames } from '../../shared/past/cell.ts'
import type { RowRemark } from '../../shared/past/import.ts'
import { type PastColumns, type PastRow, type PastTable, readColumns } from '../../shared/past/table.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { programFor } from '../form-engine.ts'

export type RowPlace = { readonly campaignUnit: CampaignUnit; readonly unit: Unit; readonly period: CampaignPeriod }

export type PastRows = {
  readonly columns: PastColumns
  /** Rows that answer something, and where each belongs. */
  readonly rows: readonly { readonly row: PastRow; readonly place: Result<RowPlace, readonly RowRemark[]> }[]
  readonly answersOf: (row: PastRow) => ReadonlyMap<string, AnswerValue>
  /** The header of the column in which a question is answered; its key where none does. */
  readonly headerFor: (key: string) => string
}

type Given = {
  readonly campaign: Campaign
  readonly version: FormVersion
  readonly units: readonly CampaignUnit[]
  readonly person: Person
  readonly tree: UnitTree
  readonly now: string
  /** The period of rows that name none. */
  readonly period: PeriodId | undefined
}

/** Longer headers and cells are cut where they are told of. */
const short = (text: string) => (text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text)

export function openRows(given: Given, table: PastTable): PastRows {
  const columns = readColumns(given.version, table.header)
  const answering = table.rows.filter(({ cells }) => cells.some(({ column }) => columns.questions.has(column)))
  const seen = new Map<string, number>()
  const unitsByText = indexUnits(given)
  const rows = answering.map((row) => {
    const place = placeOf(given, columns, unitsByText, row)
    if (!place.ok) return { row, place }
    const name = `${place.value.campaignUnit.unitId}#${place.value.period.id}`
    const other = seen.get(name)
    if (other !== undefined)
      return { row, place: fail([{ row: row.row, column: '', code: 'row-twice', other } as const]) }
    seen.set(name, row.row)
    return { row, place }
  })
  const headers = new Map(table.header.cells.map(({ column, text }) => [column, short(text.trim())]))
  const byKey = new Map([...columns.questions].map(([column, { key }]) => [key, headers.get(column) ?? key]))
  return { columns, rows, answersOf: answersReader(given, columns, table), headerFor: (key) => byKey.get(key) ?? key }
}

/** Units of the campaign by their code, and by their name without marks; a name that several have stands for none. */
function indexUnits({ units, tree }: Given) {
  const codes = new Map<string, CampaignUnit>()
  const names = new Map<string, CampaignUnit | 'several'>()
  for (const one of units) {
    const unit = unitIn(tree, one.unitId)
    if (!unit) continue
    codes.set(unit.code.trim().toLowerCase(), one)
    const name = foldText(unit.name)
    names.set(name, names.has(name) ? 'several' : one)
  }
  return { codes, names }
}

const textAt = ({ cells }: PastRow, column: number | undefined): string =>
  cells.find((cell) => cell.column === column)?.text.trim() ?? ''

function placeOf(
  given: Given,
  columns: PastColumns,
  index: ReturnType<typeof indexUnits>,
  row: PastRow,
): Result<RowPlace, readonly RowRemark[]> {
  const found = unitOf(columns, index, row)
  const period = periodOf(given, columns, row)
  const remarks = [...(found.ok ? [] : [found.problem]), ...(period.ok ? [] : [period.problem])]
  if (!found.ok || !period.ok) return fail(remarks)
  const campaignUnit = found.value
  const unit = unitIn(given.tree, campaignUnit.unitId)
  if (!unit || !mayAt(given.person, given.tree, 'response.amend', campaignUnit.unitId))
    return fail([{ row: row.row, column: '', code: 'unit-not-yours' }])
  return ok({ campaignUnit, unit, period: period.value })
}

function unitOf(
  columns: PastColumns,
  { codes, names }: ReturnType<typeof indexUnits>,
  row: PastRow,
): Result<CampaignUnit, RowRemark> {
  const [code, name] = [textAt(row, columns.code), textAt(row, columns.name)]
  const remark = (why: 'unit-missing' | 'unit-unknown' | 'unit-ambiguous') =>
    fail({ row: row.row, column: short(code || name), code: why } as const)
  if (code !== '') {
    const found = codes.get(code.toLowerCase())
    return found ? ok(found) : remark('unit-unknown')
  }
  if (name === '') return remark('unit-missing')
  const found = names.get(foldText(name))
  if (found === 'several') return remark('unit-ambiguous')
  return found ? ok(found) : remark('unit-unknown')
}

function periodOf(given: Given, columns: PastColumns, row: PastRow): Result<CampaignPeriod, RowRemark> {
  const text = textAt(row, columns.period)
  const id = text === '' ? given.period : readPeriod(text)
  const at = { row: row.row, column: short(text) }
  if (id === undefined) return fail({ ...at, code: text === '' ? 'period-missing' : 'period-unreadable' } as const)
  const period = findPeriod(given.campaign, id)
  if (!period) return fail({ ...at, code: 'period-not-held', period: id } as const)
  const isEarly = periodState(period, given.now) === 'early'
  return isEarly ? fail({ ...at, code: 'period-early', period: id } as const) : ok(period)
}

function answersReader({ version }: Given, { questions }: PastColumns, { locale }: PastTable): PastRows['answersOf'] {
  const { program } = programFor(version, '')
  const names = new Map<number, ChoiceNames>()
  for (const [column, item] of questions) names.set(column, choiceNames(version, item))
  return ({ cells }) =>
    new Map(
      cells.flatMap((cell): [string, AnswerValue][] => {
        const item = questions.get(cell.column)
        const asked = item && program.items[item.index]
        const own = names.get(cell.column)
        if (!item || !asked || !own) return []
        const value = answerIn(cell, { program: asked, names: own, types: allTypes, locale })
        return value === undefined ? [] : [[item.key, value]]
      }),
    )
}
