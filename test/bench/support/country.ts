// A country's organisation, of 12,000 units with 250 responses each: three million. They are made when they are read,
// always the same ones, and kept nowhere; what is counted from them is kept, in a table in memory.

import { revisionSortKey } from '../../../functions/store/keys.ts'
import type { Item, Table } from '../../../functions/store/table.ts'
import { readBucketName, unitBuckets } from '../../../shared/campaign/bucket.ts'
import { type Campaign, type CampaignUnit, enterUnit } from '../../../shared/campaign/campaign.ts'
import { checkedAnswers } from '../../../shared/form/draft-fixture.ts'
import { asId, UnitId } from '../../../shared/ids.ts'
import { cellCampaign, starterPeriods } from '../../../shared/starter/campaigns.ts'
import { cellSurvey } from '../../../shared/starter/forms.ts'
import { pick, seededRandom, wholeNumber } from '../../../shared/starter/random.ts'
import { starterSubmissions } from '../../../shared/starter/responses.ts'
import { responseId } from '../../support/scenario.ts'
import { partitionedTable } from './partitioned-table.ts'

export const responsesPerUnit = 250
export const countryUnits = 12_000
const seed = 20_131_128

/** The starter's survey of cells as it would be for members: every response counts. */
export const countryCampaign: Campaign = { ...cellCampaign, countingRule: 'many' }
export const period = starterPeriods.complete

export const campaignUnits = (count: number): CampaignUnit[] =>
  Array.from({ length: count }, (_, index) =>
    enterUnit(asId(UnitId, `u${String(index).padStart(6, '0')}`), responsesPerUnit),
  )

export const bucketsOf = (units: readonly CampaignUnit[]) =>
  units.flatMap((unit) => unitBuckets(countryCampaign.id, period, unit))

/** As stored: all 20 questions answered, what a cell left out as the one before it had said, with other numbers. */
function storedAnswers(): string[] {
  const random = seededRandom(seed)
  const given = starterSubmissions()
    .filter(({ submission }) => submission.campaign === cellCampaign.id)
    .map(({ submission }) => submission.answers)
  return Array.from({ length: 512 }, () => {
    const meetings = wholeNumber(random, 1, 6)
    const changed = {
      asks: 'Không',
      ...pick(random, given),
      meetings,
      branchMeetings: wholeNumber(random, 0, meetings),
    }
    return JSON.stringify([...checkedAnswers(cellSurvey, changed).answers])
  })
}

export type ReadCounts = { responses: number; buckets: number; others: number }

const answers = storedAnswers()

/** Writes go to a table of its own; `counts` are the reads since it was made. */
export function countryTable(): { readonly table: Table; readonly counts: ReadCounts } {
  const stored = partitionedTable()
  const counts: ReadCounts = { responses: 0, buckets: 0, others: 0 }
  const prefix = `C#${countryCampaign.id}#B#`
  const made = (pk: string): Item[] => {
    const { unitId } = readBucketName(countryCampaign.id, pk.slice(prefix.length))
    const unit = Number(unitId.slice(1))
    const random = seededRandom(seed + unit)
    return Array.from({ length: responsesPerUnit }, (_, index) => ({
      pk,
      sk: revisionSortKey(responseId(unit * responsesPerUnit + index), 1),
      a: pick(random, answers),
      f: cellSurvey.version,
      h: 'h'.repeat(43),
      t: new Date(Date.UTC(2013, 2, 1) + wholeNumber(random, 0, 8_000_000) * 1_000).toISOString(),
      s: random() < 0.05 ? 'l' : 'o',
      p: 'p-bench',
    }))
  }
  const table: Table = {
    ...stored,
    get: (key) => {
      counts.others += 1
      return stored.get(key)
    },
    query: async (pk, options) => {
      if (!pk.startsWith(prefix)) {
        counts.others += 1
        return stored.query(pk, options)
      }
      counts.buckets += 1
      const items = made(pk)
      counts.responses += items.length
      return { items, next: undefined }
    },
  }
  return { table, counts }
}
