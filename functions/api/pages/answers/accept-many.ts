// Accepting many responses at once: each is decided and stored for itself, and each that wasn't says why.

import * as v from 'valibot'
import { type Campaign, findPeriod } from '../../../../shared/campaign/campaign.ts'
import { CampaignId, PeriodId, ResponseId, UnitId } from '../../../../shared/ids.ts'
import { type AnswersMessages, answersMessages } from '../../../../shared/messages/answers.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, type Result } from '../../../../shared/result.ts'
import { readsSingly } from '../../../../shared/survey/survey.ts'
import type { ManyResultProps } from '../../../../web/pages/answers/many-result.tsx'
import { shortNumber } from '../../../../web/parts/texts.ts'
import { findCampaign, findCampaignUnit } from '../../../store/campaigns.ts'
import { formFields } from '../../body.ts'
import type { SignedInCall } from '../../call.ts'
import { type Taken, takeStep } from '../../review.ts'

/** More than a page has rows. */
const mostRows = 200
const atOnce = 8

/** "campaign.period.unit.response.revision": a row, and the revision of it that was seen. */
const Row = v.strictTuple([
  CampaignId,
  PeriodId,
  UnitId,
  ResponseId,
  v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number)),
])
type Row = v.InferOutput<typeof Row>

/** POST: what was chosen; `query`: of the table that the records lead back to. */
export async function acceptMany(call: SignedInCall, query: string): Promise<ManyResultProps['result']> {
  const fields = await formFields(call.c)
  const rows = fields
    .getAll('row')
    .slice(0, mostRows)
    .flatMap((text): Row[] => {
      const row = v.safeParse(Row, text.slice(0, 300).split('.'))
      return row.success ? [row.output] : []
    })
  const campaigns = await campaignsOf(call, rows)
  const refused: ManyResultProps['result']['refused'][number][] = []
  let [accepted, written] = [0, 0]
  for (let done = 0; done < rows.length; done += atOnce) {
    const some = rows.slice(done, done + atOnce)
    const taken = await Promise.all(some.map((row) => accept(call, campaigns.get(row[0]), row)))
    for (const [index, one] of taken.entries()) {
      const row = some[index]
      if (!row) continue
      if (one.ok) {
        accepted += 1
        written += one.value.isNew ? 1 : 0
      } else refused.push(refusalOf(call, row, one.problem, query))
    }
  }
  if (written === 0) call.changedNothing()
  return { accepted, refused }
}

/** Each looked up once. */
async function campaignsOf({ deps, me }: SignedInCall, rows: readonly Row[]): Promise<Map<CampaignId, Campaign>> {
  const ids = [...new Set(rows.map(([id]) => id))]
  const found = await Promise.all(ids.map((id) => findCampaign(deps.table, me.organisationId, id)))
  const asked = found.flatMap((one) => (one && readsSingly(one.campaign) ? one.campaign : []))
  return new Map(asked.map((campaign) => [campaign.id, campaign]))
}

async function accept(
  call: SignedInCall,
  campaign: Campaign | undefined,
  [, periodId, unitId, id, replaces]: Row,
): Promise<Result<Taken, Problem>> {
  const { deps, me } = call
  if (!campaign) return fail(problem.responseUnknown())
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
  [campaignId, periodId, unitId, id]: Row,
  why: Problem,
  query: string,
): ManyResultProps['result']['refused'][number] {
  const isUnknown = why.code === 'response.unknown'
  const name = isUnknown ? undefined : unitIn(me.tree, unitId)?.name
  return {
    name: [name, shortNumber(id)].filter(Boolean).join(', '),
    href: isUnknown ? undefined : path.record(campaignId, periodId, unitId, id, query),
    why: whyText(why, answersMessages[language]),
  }
}

function whyText(why: Problem, m: AnswersMessages): string {
  if (why.code === 'response.step-not-allowed') return m.review.whyNot[why.why]
  return why.code === 'response.changed-meanwhile' ? m.many.changed : m.many.unknown
}
