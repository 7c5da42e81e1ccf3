// Hands on the pages of actions: visits that raise them, the list, and the moves.

import { listUnitActions } from '../../functions/store/actions.ts'
import type { VersionedAction } from '../../shared/action/action.ts'
import type { MoveName } from '../../shared/action/lifecycle.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import type { TestApi } from './api.ts'
import { pageText } from './desk.ts'
import { aSubmission, inspector, office, org, responseId, unitId } from './scenario.ts'

/** Answers that raise two actions. */
const bad = { meetings: 4, minutes: 'no' }

/** `current`: the API of the running test. */
export function actionDesk(current: () => TestApi) {
  const visit = (n = 1, unit = 'cell-1', answers: Record<string, unknown> = bad) =>
    current().postJson(path.api.responses(), aSubmission({ id: responseId(n), unit: unitId(unit), answers }), inspector)
  const see = (address: string, as: Person) => current().request(address, { as })
  const list = async (query = '', as: Person = office) => pageText(await see(`/actions${query}`, as))
  const actionOf = async (question = 'meetings', unit = 'cell-1'): Promise<VersionedAction> => {
    const all = await listUnitActions(current().table, org, unitId(unit))
    const found = all.find(({ action }) => action.finding.question === question)
    if (!found) throw new Error(`No action about ${question}`)
    return found
  }
  const move = async (name: MoveName, as: Person, fields: Record<string, string> = {}, of?: VersionedAction) => {
    const { action, version } = of ?? (await actionOf())
    return current().postForm(path.actionMove(action, name), { version: String(version), ...fields }, as)
  }

  return { visit, see, list, actionOf, move }
}
