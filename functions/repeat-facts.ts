// The rounds of repeats that units have answered, of the responses that count. Only these repeats leave the store.

import type { CampaignPeriod } from '../shared/campaign/campaign.ts'
import type { AnswerRound, AnswerValue } from '../shared/form/answers.ts'
import type { CampaignFacts, UnitRounds } from '../shared/report/input.ts'
import { readRound } from './store/responses.ts'
import type { Table } from './store/table.ts'

/** Units whose answers are read at once. */
const atOnce = 16

const roundsIn = (value: AnswerValue | undefined): readonly AnswerRound[] =>
  Array.isArray(value) ? value.filter((one: string | AnswerRound) => typeof one === 'object') : []

/** By key of the repeat; `periods`: those that the report is about, earliest first. */
export async function repeatFacts(
  { table }: { readonly table: Table },
  { campaign, units }: Pick<CampaignFacts, 'campaign' | 'units'>,
  periods: readonly CampaignPeriod[],
  repeats: readonly string[],
): Promise<ReadonlyMap<string, readonly UnitRounds[]>> {
  const found = new Map(repeats.map((key) => [key, [] as UnitRounds[]]))
  for (const period of periods)
    for (let start = 0; start < units.length; start += atOnce) {
      const read = await Promise.all(
        units.slice(start, start + atOnce).map(async (campaignUnit) => ({
          unitId: campaignUnit.unitId,
          counted: (await readRound(table, { campaign, period, campaignUnit })).counted,
        })),
      )
      for (const { unitId, counted } of read)
        for (const { answers } of counted)
          for (const [key, own] of found) {
            const rounds = roundsIn(answers.get(key))
            if (rounds.length > 0) own.push({ unitId, rounds })
          }
    }
  return found
}
