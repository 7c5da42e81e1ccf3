// Accepting many responses at once: each is decided and stored for itself, and each that wasn't says why.

import * as v from 'valibot'
import { type Campaign, findPeriod } from '../../../../shared/campaign/campaign.ts'
import { PeriodId, ResponseId, UnitId } from '../../../../shared/ids.ts'
import { type AnswersMessages, answersMessages } from '../../../../shared/messages/answers.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, type Result } from '../../../../shared/result.ts'
import type { ManyResultProps } from '../../../../web/pages/answers/many-result.tsx'
import { shortNumber } from '../../../../web/parts/texts.ts'
import { findCampaignUnit } from '../../../store/campaigns.ts'
import { formFields } from '../../body.ts'
import type { SignedInCall } from '../../call.ts'
import { type Taken, takeStep } from '../../review.ts'

/** More than a page has rows. */
const mostRows = 200
const atOnce = 8

/** "period.unit.response.revision": a row, and the revision of it that was seen. */
const Row = v.strictTuple([
  PeriodId,
  UnitId,
  ResponseId,
  v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number)),
])
type Row = v.InferOutput<typeof Row>

export async function acceptMany(
  call: SignedInCall,
  campaign: Campaign,
  query: string,
): Promise<ManyResultProps['result']> {
  const fields = await formFields(call.c)
  const rows = fields
    .getAll('row')
    .slice(0, mostRows)
    .flatMap((text): Row[] => {
      const row = v.safeParse(Row, text.slice(0, 300).split('.'))
      return row.success ? [row.output] : []
    })
  const refused: ManyResultProps['result']['refused'][number][] = []
  let [accepted, written] = [0, 0]
  for (let done = 0; done < rows.length; done += atOnce) {
    const some = rows.slice(done, done + atOnce)
    const taken = await Promise.all(some.map((row) => accept(call, campaign, row)))
    for (const [index, one] of taken.entries()) {
      const row = some[index]
      if (!row) continue
      if (one.ok) {
        accepted += 1
        written += one.value.isNew ? 1 : 0
      } else refused.push(refusalOf(call, campaign, row, one.problem, query))
    }
  }
  if (written === 0) call.changedNothing()
  return { accepted, refused }
}

async function accept(call: SignedInCall, campaign: Campaign, row: Row): Promise<Result<Taken, Problem>> {
  const [periodId, unitId, id, replaces] = row
  const { deps, me } = call
  const period = findPeriod(campaign, periodId)
  const campaignUnit = await findCampaignUnit(deps.table, campaign.id, unitId)
  const isReadable = mayAt(me.person, me.tree, 'response.read', unitId)
  if (!period || !campaignUnit || !isReadable) return fail(problem.responseUnknown())
  const { person, tree } = me
  const taken = await takeStep(deps, {
    ...{ campaign, period, campaignUnit, person, tree, id, replaces },
    wanted: { kind: 'accept' },
  })
  if (taken.ok && taken.value.isNew) call.record({ subject: path.record(campaign.id, periodId, unitId, id), unitId })
  return taken
}

function refusalOf(
  { language, me }: SignedInCall,
  campaign: Campaign,
  [periodId, unitId, id]: Row,
  why: Problem,
  query: string,
): ManyResultProps['result']['refused'][number] {
  const isUnknown = why.code === 'response.unknown'
  const name = isUnknown ? undefined : unitIn(me.tree, unitId)?.name
  return {
    name: [name, shortNumber(id)].filter(Boolean).join(', '),
    href: isUnknown ? undefined : path.record(campaign.id, periodId, unitId, id, query),
    why: whyText(why, answersMessages[language]),
  }
}

function whyText(why: Problem, m: AnswersMessages): string {
  if (why.code === 'response.step-not-allowed') return m.review.whyNot[why.why]
  return why.code === 'response.changed-meanwhile' ? m.many.changed : m.many.unknown
}
