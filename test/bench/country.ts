// Three million responses of 12,000 units: folded by the code that folds them in service, and, unit by unit in turn, counted
// by the least that any count of the same answers does (parse each response's JSON, add up one number). Then what a report
// is made of: the summaries of 700 units and of all, read and merged. Responses are made as they are read; what making them
// takes is measured alone and taken off.

import { rulesOf } from '../../functions/store/facts.ts'
import { foldEveryBucket, readPeriodSummaries } from '../../functions/store/fold.ts'
import { partition } from '../../functions/store/keys.ts'
import { queryAll, textOf } from '../../functions/store/table.ts'
import type { CampaignUnit } from '../../shared/campaign/campaign.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { mergeAll } from '../../shared/summary/summary.ts'
import {
  bucketsOf,
  campaignUnits,
  countryCampaign,
  countryTable,
  countryUnits,
  period,
  responsesPerUnit,
} from './support/country.ts'
import { cpuMilliseconds, median } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'

const unitsAtOnce = 500
const reportUnits = 700
const runs = 5

const rules = rulesOf(countryCampaign, cellSurvey)
const megabytes = () => process.resourceUsage().maxRSS / 1_024

async function count(units: readonly CampaignUnit[]) {
  const { table, counts } = countryTable()
  const spent = { made: 0, folded: 0, plain: 0 }
  let plainSum = 0
  for (let from = 0; from < units.length; from += unitsAtOnce) {
    const buckets = bucketsOf(units.slice(from, from + unitsAtOnce))
    spent.made += await cpuMilliseconds(async () => {
      for (const bucket of buckets) await queryAll(table, partition.bucket(bucket))
    })
    spent.folded += await cpuMilliseconds(() => foldEveryBucket(table, rules, buckets))
    spent.plain += await cpuMilliseconds(async () => {
      for (const bucket of buckets)
        for (const item of await queryAll(table, partition.bucket(bucket))) plainSum += meetingsIn(textOf(item, 'a'))
    })
  }
  return { table, counts, spent, plainSum }
}

function meetingsIn(text: string): number {
  const answers: [string, string | number][] = JSON.parse(text)
  return Number(answers.find(([name]) => name === 'meetings')?.[1] ?? 0)
}

/** Reads and merges as a report does; throws where the figures aren't those of the plain count. */
async function merge(counted: Awaited<ReturnType<typeof count>>, units: number): Promise<void> {
  const { table, counts, plainSum } = counted
  Object.assign(counts, { responses: 0, buckets: 0, others: 0 })
  const times: { read: number; merged: number }[] = []
  for (let run = 0; run < runs; run += 1) {
    let summaries: Awaited<ReturnType<typeof readPeriodSummaries>>['summaries'] = new Map()
    const read = await cpuMilliseconds(async () => {
      const scope = { campaignId: countryCampaign.id, periodId: period }
      summaries = (await readPeriodSummaries(table, rules, scope)).summaries
    })
    let sum = ''
    const merged = await cpuMilliseconds(() => {
      sum = String(mergeAll(summaries.values()).numbers.get('meetings')?.sum.units)
    })
    if (sum !== String(plainSum)) throw new Error(`${units} units come to ${sum} meetings instead of ${plainSum}`)
    times.push({ read, merged })
  }
  printFigure(`merge-${units}-units-cpu`, median(times.map(({ read, merged }) => read + merged)), 'CPU ms', {
    detail: {
      read: rounded(median(times.map(({ read }) => read))),
      merge: rounded(median(times.map(({ merged }) => merged))),
      callsOfTheTable: counts.others / runs,
      responsesRead: counts.responses,
    },
  })
}

await merge(await count(campaignUnits(reportUnits)), reportUnits)

const all = await count(campaignUnits(countryUnits))
const responses = countryUnits * responsesPerUnit
const [folded, plain] = [all.spent.folded - all.spent.made, all.spent.plain - all.spent.made]
printFigure('fold-3000000-responses-per-cpu-second', (responses * 1_000) / folded, 'responses per CPU-second', {
  detail: {
    responses,
    units: countryUnits,
    cpuSeconds: rounded(folded / 1_000),
    plainPerCpuSecond: rounded((responses * 1_000) / plain),
    timesPlainCpu: rounded(folded / plain),
    makingThem: rounded(all.spent.made / 1_000),
  },
})
printFigure('fold-3000000-responses-memory', megabytes(), 'MB')
await merge(all, countryUnits)
