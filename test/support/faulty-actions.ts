// Actions in a world of faults: a form whose answers raise findings that come and go with corrections, somebody who reports
// actions as done meanwhile, and a recount by hand of what must be there.

import { listUnitActions, readSheets, saveAction } from '../../functions/store/actions.ts'
import type { StoredRevision } from '../../functions/store/responses.ts'
import type { Table } from '../../functions/store/table.ts'
import { everWas, isOpen, type UnitAction } from '../../shared/action/action.ts'
import { moved } from '../../shared/action/lifecycle.ts'
import { encodeSheet, sheetOf } from '../../shared/action/sheet.ts'
import type { Campaign, CampaignUnit } from '../../shared/campaign/campaign.ts'
import { formVersion } from './forms.ts'
import { cells, formSheets, org, reporter } from './scenario.ts'
import { Crash } from './simulation.ts'

/** First revisions answer with less than 1,024, corrections with more (faults.ts). */
export const raising = formVersion('cell-form', {
  ...formSheets,
  survey: `
    type | name | label | finding | finding_due_days | finding_action
    integer | meetings | Meetings | . >= 1024 | 30 | Meet less
    integer | early | Early | \${meetings} < 1024 | |
    integer | always | Always | \${meetings} > 0 | |`,
})

/** What an answer raises, by hand. */
const raisedBy = (meetings: number): string[] => [meetings >= 1_024 ? 'meetings' : 'early', 'always']
const questions = ['meetings', 'early', 'always']

/** Reports a few actions as done, each as often as it takes for an answer. */
export async function manageActions(table: Table, units: readonly CampaignUnit[], random: () => number): Promise<void> {
  for (let turns = 0; turns < 3; turns += 1) {
    const unit = units[Math.floor(random() * units.length)]
    const known = unit ? await listUnitActions(table, org, unit.unitId) : []
    const found = known[Math.floor(random() * known.length)]
    const at = '2013-03-02T00:00:00.000Z'
    const next = found && moved(found.action, 'done', { at, by: reporter.id, words: 'Done' })
    if (found && next) await untilAnswered(() => saveAction(table, org, next, found.version))
  }
}

/** A person who got no answer presses again. */
async function untilAnswered(save: () => Promise<boolean>): Promise<void> {
  for (let isAnswered = false; !isAnswered; ) {
    try {
      await save()
      isAnswered = true
    } catch (error) {
      if (!(error instanceof Crash)) throw error
    }
  }
}

/**
 * What is wrong with the actions, after a fold of everything. `isSure`: whether what was stored must be known by now; where
 * something of a response or, if one counts alone, of its unit isn't sure, anything goes.
 */
export async function brokenActions(
  table: Table,
  stored: readonly StoredRevision[],
  { countingRule }: Campaign,
  isSure: (one: StoredRevision) => boolean,
): Promise<string[]> {
  const broken: string[] = []
  for (const unitId of cells) {
    const actions = (await listUnitActions(table, org, unitId)).map(({ action }) => action)
    const [sheet] = await readSheets(table, org, [unitId])
    if (encodeSheet(sheet ?? sheetOf(unitId, [])) !== encodeSheet(sheetOf(unitId, actions)))
      broken.push(`${unitId}: its sheet isn't what its actions come to`)
    const names = actions.map(({ responseId, finding }) => `${responseId} ${finding.question}`)
    if (new Set(names).size < names.length) broken.push(`${unitId}: an action is there twice`)
  }
  const all = (await Promise.all(cells.map((unitId) => listUnitActions(table, org, unitId)))).flat()
  const isAllSure = stored.every(isSure)
  if (countingRule === 'one-per-unit' && !isAllSure) return broken
  const actionOf = (id: string, question: string) =>
    all.map(({ action }) => action).find((one) => one.responseId === id && one.finding.question === question)
  for (const id of new Set(stored.map((one) => one.id))) {
    const own = stored.filter((one) => one.id === id)
    if (!own.every(isSure)) continue
    const newest = own.reduce((a, b) => (a.revision > b.revision ? a : b))
    const raised =
      countingRule === 'many' || isFirst(newest, stored) ? raisedBy(Number(newest.answers.get('meetings'))) : []
    for (const question of questions)
      if (!isRight(actionOf(id, question), raised.includes(question)))
        broken.push(`${id} ${question}: ${raised.includes(question) ? 'raised, and not open' : 'open, and not raised'}`)
  }
  return broken
}

/** Responses take turns between two units; all arrive in the same millisecond, so the least id came first. */
function isFirst(one: StoredRevision, stored: readonly StoredRevision[]): boolean {
  const number = ({ id }: StoredRevision) => Number.parseInt(id.slice(0, 8), 16)
  const sameUnit = stored.filter((other) => number(other) % 2 === number(one) % 2)
  return sameUnit.every((other) => other.id >= one.id)
}

const isRight = (action: UnitAction | undefined, isRaised: boolean): boolean =>
  isRaised ? action !== undefined && isOpen(action) && everWas(action) : action === undefined || !isOpen(action)
