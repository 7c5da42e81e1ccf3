// Last period's values beside this one's.

import { answerAction } from '../../../../shared/campaign/campaign.ts'
import { previousPeriod } from '../../../../shared/campaign/period.ts'
import { formItems } from '../../../../shared/form/form.ts'
import { formLanguage } from '../../../../shared/form/texts.ts'
import { familyOf } from '../../../../shared/form/type-family.ts'
import { answerText } from '../../../../shared/messages/answer.ts'
import { enteringMessages } from '../../../../shared/messages/entering.ts'
import { periodName } from '../../../../shared/messages/period.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import type { FormScreen } from '../../../../web/form/screen.ts'
import { readRound } from '../../../store/responses.ts'
import type { UnitAddress } from '../../address.ts'
import type { SignedInCall } from '../../call.ts'

/** Questions whose answers are compared from period to period. */
const isCompared = (type: string) => ['integer', 'decimal', 'range'].includes(type) || type.startsWith('select_')

/**
 * The screen with the answers of the unit's report of the period before, where it counted and the question is still the
 * same; as it is where there is none. Who reports for a unit may read what was reported for it before, whoever typed it.
 */
export async function withPrevious(call: SignedInCall, address: UnitAddress, screen: FormScreen): Promise<FormScreen> {
  const { campaign, period, campaignUnit, unit } = address
  const before = previousPeriod(campaign.periods, period.id)
  const answers = answerAction[campaign.kind]
  const { person, tree } = call.me
  const reads = mayAt(person, tree, 'response.read', unit.id) || (answers && mayAt(person, tree, answers, unit.id))
  if (!before || !reads) return screen
  const round = await readRound(call.deps.table, { campaign, period: before, campaignUnit })
  const stored = round.counted[0] ?? round.waiting[0]
  if (!stored) return screen
  const version = await call.deps.directory.form(call.me.organisationId, {
    formId: campaign.form.formId,
    version: stored.formVersion,
  })
  const then = new Map(formItems(version.form).map((item) => [item.key, item]))
  const m = enteringMessages[screen.ui]
  const shown = { version, language: screen.ui, texts: formLanguage(version.form, screen.language) }
  const previous = formItems(screen.version.form).flatMap(({ key, type, repeats }): [string, string][] => {
    const item = then.get(key)
    const value = stored.answers.get(key)
    const isSame = item && item.repeats.length === 0 && familyOf(item.type) === familyOf(type)
    if (!isSame || repeats.length > 0 || value === undefined || !isCompared(type)) return []
    return [[key, m.previous(periodName(before.id, screen.ui), answerText(item, value, shown))]]
  })
  return { ...screen, previous: new Map(previous) }
}
