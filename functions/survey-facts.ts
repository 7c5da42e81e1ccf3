// What a survey of members gives to a report. Of an anonymous or open one its releases are read and nothing else: no answer, no
// summary, no invitation. Of a named one the figures, scores and names as they stand.

import { type Campaign, type CampaignPeriod, periodState } from '../shared/campaign/campaign.ts'
import { chosenIn } from '../shared/form/values.ts'
import type { PersonId, UnitId } from '../shared/ids.ts'
import { bestChoice, leastTimes } from '../shared/report/commended.ts'
import type { CampaignFacts, Commended, RoleFacts, ScoreCounts, SurveyFacts } from '../shared/report/input.ts'
import type { Needs } from '../shared/report/needs.ts'
import { outlines } from '../shared/response/counted.ts'
import { sendersOf } from '../shared/response/review.ts'
import { memberPersonId } from '../shared/survey/member-id.ts'
import { memberState } from '../shared/survey/member-state.ts'
import { isSealable, sealsAt } from '../shared/survey/sealing.ts'
import type { Directory } from './store/directory.ts'
import { listInvitations } from './store/invitations.ts'
import { findRelease } from './store/releases.ts'
import { readRound, type StoredRevision } from './store/responses.ts'
import type { Table } from './store/table.ts'
import { liveFigures } from './survey-figures.ts'

type Reading = {
  readonly deps: { readonly table: Table; readonly directory: Directory }
  readonly asOf: string
}

/** `periods`: those of the campaign that the report is about, earliest first. */
export async function surveyFacts(
  reading: Reading,
  campaign: Campaign,
  periods: readonly CampaignPeriod[],
): Promise<SurveyFacts> {
  return isSealable(campaign) ? released(reading, campaign, periods) : standing(reading, campaign, periods)
}

async function released({ deps }: Reading, { id }: Campaign, periods: readonly CampaignPeriod[]): Promise<SurveyFacts> {
  const found = await Promise.all(
    periods.map(async (period) => ({ period, stored: await findRelease(deps.table, id, period.id) })),
  )
  return {
    told: found.flatMap(({ period, stored }) =>
      stored
        ? [
            {
              figures: stored.release,
              periods: [period.id],
              ledger: { releasedAt: stored.releasedAt, sha256: stored.sha256 },
            },
          ]
        : [],
    ),
    untold: found.flatMap(({ period, stored }) => {
      const at = sealsAt(period)
      return stored ? [] : [{ period: period.id, ...(at === undefined ? {} : { at }) }]
    }),
  }
}

async function standing(
  { deps, asOf }: Reading,
  campaign: Campaign,
  periods: readonly CampaignPeriod[],
): Promise<SurveyFacts> {
  const begun = periods.filter((period) => periodState(period, asOf) !== 'early')
  const untold = periods.filter((period) => !begun.includes(period)).map(({ id }) => ({ period: id }))
  if (begun.length === 0) return { told: [], untold }
  const figures = await liveFigures({ ...deps, now: () => asOf }, campaign, begun)
  if (!figures) return { told: [], untold, isTooLarge: true }
  return { told: [{ figures, periods: begun.map(({ id }) => id) }], untold }
}

type Scored = Required<Pick<RoleFacts, 'scores' | 'commended'>>

/** Units whose answers are read at once. */
const atOnce = 16

/** Where the answers of a named survey stand, unit by unit, and who is to be commended; nobody else is named. */
export async function scoreFacts(
  { deps }: Reading,
  { campaign, form, units }: Pick<CampaignFacts, 'campaign' | 'form' | 'units'>,
  periods: readonly CampaignPeriod[],
  { commended: blocks }: Pick<Needs, 'commended'>,
): Promise<Scored> {
  const scores = new Map<UnitId, ScoreCounts>()
  const times = new Map(blocks.map((block) => [block, new Map<PersonId, number>()]))
  const note = (unit: UnitId, history: readonly StoredRevision[]) => {
    const state = memberState(history)
    const before = scores.get(unit) ?? { sent: 0, scored: 0, confirmed: 0 }
    if (state === 'none' || state === 'withdrawn') return
    scores.set(unit, {
      sent: before.sent + 1,
      scored: before.scored + (state === 'scored' || state === 'confirmed' ? 1 : 0),
      confirmed: before.confirmed + (state === 'confirmed' ? 1 : 0),
    })
    const [outline] = outlines(history).values()
    for (const [block, people] of times) {
      const [given = ''] = chosenIn(outline?.standing?.answers.get(block.question) ?? [])
      if (state !== 'confirmed' || given === '' || given !== bestChoice(form, block.question)) continue
      for (const sender of sendersOf(history)) people.set(sender, (people.get(sender) ?? 0) + 1)
    }
  }
  for (const period of periods)
    for (let start = 0; start < units.length; start += atOnce) {
      const rounds = await Promise.all(
        units.slice(start, start + atOnce).map(async (campaignUnit) => ({
          unit: campaignUnit.unitId,
          revisions: (await readRound(deps.table, { campaign, period, campaignUnit })).revisions,
        })),
      )
      for (const { unit, revisions } of rounds)
        for (const id of new Set(revisions.map((one) => one.id)))
          note(
            unit,
            revisions.filter((one) => one.id === id).sort((a, b) => a.revision - b.revision),
          )
    }
  const invited = blocks.length > 0 ? await listInvitations(deps.table, campaign.id, 'all') : []
  return {
    scores,
    commended: new Map(
      [...times].map(([block, people]) => {
        const least = leastTimes(block.as, periods.length)
        const found = invited.flatMap((one): Commended[] => {
          const often = people.get(memberPersonId(one)) ?? 0
          const { unitId, name } = one.invitation
          return often >= least ? [{ unitId, name, times: often }] : []
        })
        found.sort((a, b) => b.times - a.times || (a.name ?? '').localeCompare(b.name ?? '', 'vi'))
        return [block, { least, people: found }]
      }),
    ),
  }
}
