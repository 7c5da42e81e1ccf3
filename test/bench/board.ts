// The progress board over a tree of 10,000 units and three periods, every unit with actions that are open, over a table in
// memory that answers at once: what the page takes of the processor, counted up to date. The ratio within this run, with the sheets of actions
// against without them, says more than the time.

import { insertCampaignUnit, saveCampaign } from '../../functions/store/campaigns.ts'
import { rulesOf } from '../../functions/store/facts.ts'
import { readPeriodSummaries } from '../../functions/store/fold.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import { key } from '../../functions/store/keys.ts'
import { addMark } from '../../functions/store/marks.ts'
import { saveOrganisation } from '../../functions/store/organisation.ts'
import { insertPerson } from '../../functions/store/people.ts'
import { insertRevision, nothingRaised } from '../../functions/store/responses.ts'
import { encodeSheet } from '../../shared/action/sheet.ts'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { checkedAnswers } from '../../shared/form/draft-fixture.ts'
import { ActionId, asId, PeriodId } from '../../shared/ids.ts'
import { readDay } from '../../shared/organisation/day.ts'
import type { Unit } from '../../shared/organisation/unit.ts'
import { path } from '../../shared/paths.ts'
import { sentStep } from '../../shared/response/step.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { starterSubmissions } from '../../shared/starter/responses.ts'
import { testApi } from '../support/api.ts'
import { aCampaign, campaignId, inspector, leader, org, responseId, unitId } from '../support/scenario.ts'
import { cpuMilliseconds, median } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'
import { partitionedTable } from './support/partitioned-table.ts'

const units = 10_000
const communes = 100
const turns = 7
const due = readDay('2013-02-01') ?? null
/** All of them have opened by the time of the test. */
const periods = ['2011-H2', '2012-H1', '2012-H2'].map((id) => asId(PeriodId, id))
const campaign = aCampaign({
  form: { formId: cellSurvey.formId, version: cellSurvey.version },
  indicators: [],
  countingRule: 'one-per-unit',
  periods: periods.map((id) => ({ id, opensAt: '2011-07-01T00:00:00.000Z', closesAt: null, graceDays: 10 })),
})
const answers = starterSubmissions()
  .filter(({ submission }) => submission.formVersion === cellSurvey.version && 'meetings' in submission.answers)
  .map(({ submission }) => checkedAnswers(cellSurvey, submission.answers).answers)[0]
if (!answers) throw new Error('The starter has no answers')

const top: Unit = { id: unitId('bloc'), code: 'B', name: 'Khối', level: 'bloc', parentId: null, members: 1 }
const middle = Array.from(
  { length: communes },
  (_, at): Unit => ({ ...top, id: unitId(`m-${at}`), code: `M${at}`, name: `Xã ${at}`, level: 'xã', parentId: top.id }),
)
const cells = Array.from(
  { length: units - communes - 1 },
  (_, at): Unit => ({
    ...top,
    id: unitId(`u-${at}`),
    code: `C${at}`,
    name: `Chi bộ ${at}`,
    level: 'cell',
    parentId: unitId(`m-${at % communes}`),
  }),
)

const table = partitionedTable()
await saveOrganisation(
  table,
  { id: org, name: { vi: 'Khối' }, timeZone: 'Asia/Ho_Chi_Minh' },
  [top, ...middle, ...cells],
  0,
)
for (const person of [leader, inspector]) await insertPerson(table, org, person)
const publication = { organisationId: org, formId: cellSurvey.formId, form: cellSurvey.form }
await publishForm(table, { ...publication, by: null, at: '2011-06-01T00:00:00.000Z' })
await saveCampaign(table, campaign, 0)
for (const [at, { id }] of cells.entries()) {
  const entered = enterUnit(id, 1)
  await insertCampaignUnit(table, campaign, entered)
  for (const [index, period] of periods.entries()) {
    // Nine in ten have answered.
    if ((at + index) % 10 === 0) continue
    const response = responseId(at * periods.length + index)
    const bucket = bucketFor(campaignId, period, entered, response)
    await insertRevision(table, bucket, {
      ...{ id: response, revision: 1, formVersion: cellSurvey.version, finishedAt: undefined },
      ...{ contentHash: 'h'.repeat(43), standing: 'on-time', step: sentStep, by: inspector.id, raised: nothingRaised },
      answers,
      receivedAt: '2012-12-01T00:00:00.000Z',
    })
    await addMark(table, bucket)
  }
}
for (const periodId of periods)
  await readPeriodSummaries(
    table,
    rulesOf(campaign, cellSurvey),
    { campaignId, periodId },
    { buckets: Number.POSITIVE_INFINITY, isLate: () => false },
  )

const api = testApi({ table })

async function boardTakes(look: Parameters<typeof path.board>[1]): Promise<number> {
  const taken: number[] = []
  for (let turn = 0; turn < turns; turn += 1)
    taken.push(
      await cpuMilliseconds(async () => {
        const answer = await api.request(path.board(campaignId, look), { as: leader })
        if (answer.status !== 200) throw new Error(`Answered ${answer.status}`)
        await answer.text()
      }),
    )
  return median(taken)
}

const without = await boardTakes({})
for (const { id } of cells)
  await table.insert({
    ...key.actionSheet(org, id),
    version: 1,
    body: encodeSheet({
      unitId: id,
      confirmed: 1,
      dropped: 0,
      open: [0, 1].map((n) => ({
        ...{
          id: asId(ActionId, String(n).padStart(24, '0')),
          unitId: id,
          campaignId,
          periodId: periods[n] ?? asId(PeriodId, '2012-H2'),
        },
        ...{ state: 'open', severity: 'high', owner: null, dueOn: due },
      })),
    }),
  })
const whole = await boardTakes({})
printFigure('board-three-periods', whole, 'CPU milliseconds', {
  budget: 2_500,
  detail: { units, actions: 2 * cells.length, timesWithoutActions: rounded(whole / without) },
})
