// The fold: stored responses into summaries, over a table in memory that answers at once. Beside it the least that any
// count of the same answers does: parse each response's JSON and add up one number.

import { rulesOf } from '../../functions/store/facts.ts'
import { foldEveryBucket } from '../../functions/store/fold.ts'
import { partition } from '../../functions/store/keys.ts'
import { addMark } from '../../functions/store/marks.ts'
import { insertRevision, nothingRaised } from '../../functions/store/responses.ts'
import { queryAll, type Table, textOf } from '../../functions/store/table.ts'
import { bucketFor, unitBuckets } from '../../shared/campaign/bucket.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { checkedAnswers } from '../../shared/form/draft-fixture.ts'
import { asId, PersonId } from '../../shared/ids.ts'
import { sentStep } from '../../shared/response/step.ts'
import { cellCampaign, starterPeriods } from '../../shared/starter/campaigns.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { cells } from '../../shared/starter/organisation.ts'
import { starterSubmissions } from '../../shared/starter/responses.ts'
import { responseId } from '../support/scenario.ts'
import { callsPerSecond, type Timed } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'
import { partitionedTable } from './support/partitioned-table.ts'

/** The starter's survey of cells as it would be for members: every response counts. */
const campaign = { ...cellCampaign, countingRule: 'many' } as const
const rules = rulesOf(campaign, cellSurvey)
const by = asId(PersonId, 'p-bench')

/** All 20 questions answered: what a cell left out, the one before it had said. */
const answerSets = starterSubmissions()
  .filter(({ submission }) => submission.campaign === campaign.id)
  .map(({ submission }) => checkedAnswers(cellSurvey, { asks: 'Không', ...submission.answers }))
  .map(({ answers }) => answers)

/** One unit with so many responses, in the buckets it gets when it enters the campaign expecting them. */
async function filled(table: Table, count: number) {
  const [cell] = cells
  if (!cell) throw new Error('The starter has no cells')
  const unit = enterUnit(cell.id, count)
  for (let index = 0; index < count; index += 1) {
    const id = responseId(index)
    const bucket = bucketFor(campaign.id, starterPeriods.complete, unit, id)
    const answers = answerSets[index % answerSets.length] ?? new Map()
    const revision = {
      id,
      revision: 1,
      formVersion: cellSurvey.version,
      answers,
      by,
      finishedAt: undefined,
      contentHash: 'h'.repeat(43),
      raised: nothingRaised,
    }
    const receivedAt = new Date(Date.UTC(2013, 2, 1) + index * 1_000).toISOString()
    await insertRevision(table, bucket, { ...revision, receivedAt, standing: 'on-time', step: sentStep })
    await addMark(table, bucket)
  }
  return unitBuckets(campaign.id, starterPeriods.complete, unit)
}

async function kindsFor(count: number): Promise<{ fold: Timed; plain: Timed }> {
  const table = partitionedTable()
  const buckets = await filled(table, count)
  const items = (await Promise.all(buckets.map((bucket) => queryAll(table, partition.bucket(bucket))))).flat()
  const texts = items.map((item) => textOf(item, 'a'))
  return {
    fold: { calls: count, run: () => foldEveryBucket(table, rules, buckets) },
    plain: { calls: count, run: () => addUpPlainly(texts) },
  }
}

function addUpPlainly(texts: readonly string[]): number {
  let sum = 0
  for (const text of texts) {
    const answers: [string, string | number][] = JSON.parse(text)
    sum += Number(answers.find(([name]) => name === 'meetings')?.[1] ?? 0)
  }
  return sum
}

const [small, large] = [await kindsFor(1_000), await kindsFor(10_000)]
const speeds = await callsPerSecond({
  small: small.fold,
  smallPlain: small.plain,
  large: large.fold,
  largePlain: large.plain,
})
for (const [responses, fold, plain] of [
  [1_000, speeds.small, speeds.smallPlain],
  [10_000, speeds.large, speeds.largePlain],
] as const)
  printFigure(`fold-${responses}-responses-per-cpu-second`, fold, 'responses per CPU-second', {
    detail: { plainPerCpuSecond: rounded(plain), timesPlainCpu: rounded(plain / fold) },
  })
