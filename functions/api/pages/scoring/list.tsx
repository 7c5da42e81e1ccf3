// The list of those whom a cell scores, and confirming at once all that are scored.

import * as v from 'valibot'
import { toDecimal } from '../../../../shared/form/decimal.ts'
import { UnitId } from '../../../../shared/ids.ts'
import { formatDecimal } from '../../../../shared/messages/number.ts'
import { isUnder } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { mayTake } from '../../../../shared/response/review.ts'
import type { ManyResultProps } from '../../../../web/pages/answers/many-result.tsx'
import { type MemberLine, ScoringPage } from '../../../../web/pages/scoring/list.tsx'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { acceptMany } from '../answers/accept-many.ts'
import { invitedIn, type Member, membersOf, type ScoringAddress, scoredUnits, scoringAddress } from './members.ts'

/** As many as are confirmed at once; a cell has far fewer. */
const mostMembers = 200
const mostChoices = 500

/** GET: the members of the visitor's units, or of one of them. */
export async function showScoring(call: SignedInCall): Promise<Response> {
  const address = await scoringAddress(call)
  return address.ok ? listPage(call, address.value) : refuse(call, address.problem)
}

/** POST: confirms what was shown as scored, each for itself, as it was seen. */
export async function confirmScored(call: SignedInCall): Promise<Response> {
  const address = await scoringAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  const result = await acceptMany(call, '')
  return listPage(call, address.value, result)
}

async function listPage(
  call: SignedInCall,
  address: ScoringAddress,
  result?: ManyResultProps['result'],
): Promise<Response> {
  const { campaign, period } = address
  const { tree } = call.me
  const [units, invited] = await Promise.all([scoredUnits(call, campaign), invitedIn(call, campaign)])
  const asked = v.safeParse(UnitId, call.c.req.query('unit'))
  const isKnown = asked.success && units.some(({ unitId }) => unitId === asked.output)
  const unit = isKnown ? asked.output : undefined
  const members: Member[] = []
  let more = 0
  for (const campaignUnit of units) {
    if (unit !== undefined && !isUnder(tree, campaignUnit.unitId, unit)) continue
    const all = invited.get(campaignUnit.unitId) ?? []
    if (all.length === 0) continue
    // Units whole, one at least.
    if (members.length > 0 && members.length + all.length > mostMembers) more += all.length
    else members.push(...(await membersOf(call, { ...address, campaignUnit }, all)))
  }
  const lines = members.map((member) => lineOf(call, address, member))
  return call.c.html(
    <ScoringPage
      context={pageContext(call)}
      title={campaign.title}
      periodId={period.id}
      action={path.scoring(campaign.id, period.id)}
      confirmHref={path.scoring(campaign.id, period.id, unit)}
      hasUnits={units.length > 0}
      units={units
        .filter(({ unitId }) => units.some((one) => isUnder(tree, one.unitId, unitId) && invited.has(one.unitId)))
        .slice(0, mostChoices)
        .map(({ unitId }) => ({ id: unitId, name: tree.units.get(unitId)?.name ?? unitId }))}
      unit={unit}
      members={lines}
      more={more}
      isSaved={call.c.req.query('notice') === 'saved'}
      result={result}
    />,
    result && result.accepted === 0 ? 409 : 200,
  )
}

function lineOf({ me, language }: SignedInCall, { campaign, period }: ScoringAddress, member: Member): MemberLine {
  const { unitId, name, state, history } = member
  const { person, tree } = me
  const newest = history.at(-1)
  const facts = { person, tree, campaign, unitId, history }
  const score = state === 'scored' || state === 'confirmed' ? newest?.raised.score : undefined
  return {
    name,
    state,
    unit: tree.units.get(unitId)?.name ?? unitId,
    href: newest && path.scoreMember(campaign.id, period.id, unitId, newest.id),
    score: score === undefined ? undefined : formatDecimal(toDecimal(score), language),
    confirmKey:
      newest && state === 'scored' && mayTake(facts, 'accept').ok
        ? [campaign.id, period.id, unitId, newest.id, newest.revision].join('.')
        : undefined,
  }
}
