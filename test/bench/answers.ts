// The table of responses at 100,000 of them in one period, over a table in memory that answers at once: what its pages take of
// the processor, from the request to the page, and how many reads of the table. Once in 200 units, once in 10,000.

import { insertCampaignUnit, saveCampaign } from '../../functions/store/campaigns.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import { addMark } from '../../functions/store/marks.ts'
import { saveOrganisation } from '../../functions/store/organisation.ts'
import { insertPerson } from '../../functions/store/people.ts'
import { insertRevision, nothingRaised } from '../../functions/store/responses.ts'
import type { Table } from '../../functions/store/table.ts'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { checkedAnswers } from '../../shared/form/draft-fixture.ts'
import type { Unit } from '../../shared/organisation/unit.ts'
import { path } from '../../shared/paths.ts'
import { sentStep } from '../../shared/response/step.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { starterSubmissions } from '../../shared/starter/responses.ts'
import { testApi } from '../support/api.ts'
import { aCampaign, campaignId, inspector, leader, org, period, responseId, unitId } from '../support/scenario.ts'
import { cpuMilliseconds, median } from './support/cpu.ts'
import { printFigure } from './support/figure.ts'
import { partitionedTable } from './support/partitioned-table.ts'

const responses = 100_000
const campaign = aCampaign({ form: { formId: cellSurvey.formId, version: cellSurvey.version }, indicators: [] })

const answerSets = starterSubmissions()
  .filter(({ submission }) => submission.formVersion === cellSurvey.version && 'meetings' in submission.answers)
  .map(({ submission }) => checkedAnswers(cellSurvey, submission.answers).answers)

/** One in so many has these words in it. */
const rare = 5_000

function treeOf(count: number): Unit[] {
  const top = { id: unitId('bloc'), code: 'B', name: 'Khối', level: 'bloc', parentId: null, members: 1 }
  const unit = (at: number): Unit => ({
    id: unitId(`u-${at}`),
    code: `C${at}`,
    name: `Chi bộ ${at}`,
    level: 'cell',
    parentId: top.id,
    members: 20,
  })
  return [top, ...Array.from({ length: count }, (_, at) => unit(at))]
}

async function fill(table: Table, units: readonly Unit[]): Promise<void> {
  const [, ...cells] = units
  await saveOrganisation(table, { id: org, name: { vi: 'Khối' }, timeZone: 'Asia/Ho_Chi_Minh' }, units, 0)
  for (const person of [leader, inspector]) await insertPerson(table, org, person)
  const publication = { organisationId: org, formId: cellSurvey.formId, form: cellSurvey.form }
  await publishForm(table, { ...publication, by: null, at: '2012-12-01T00:00:00.000Z' })
  await saveCampaign(table, campaign, 0)
  const entered = cells.map(({ id }) => enterUnit(id, responses / cells.length))
  for (const one of entered) await insertCampaignUnit(table, campaign, one)
  for (let at = 0; at < responses; at += 1) {
    const campaignUnit = entered[at % entered.length]
    const answers = answerSets[at % answerSets.length]
    if (!campaignUnit || !answers) throw new Error('No unit, or no answers')
    const id = responseId(at)
    const bucket = bucketFor(campaignId, period, campaignUnit, id)
    await insertRevision(table, bucket, {
      ...{ id, revision: 1, formVersion: cellSurvey.version, finishedAt: undefined, contentHash: 'h'.repeat(43) },
      ...{ standing: 'on-time', step: sentStep, by: inspector.id, raised: nothingRaised },
      answers: at % rare === rare - 1 ? new Map([...answers, ['asks', 'Đề nghị cấp tủ tài liệu']]) : answers,
      receivedAt: new Date(Date.UTC(2013, 1, 1) + at * 100).toISOString(),
    })
    await addMark(table, bucket)
  }
}

/** Counts the reads that reach the table. */
function counted(table: Table): { table: Table; reads: () => number } {
  let reads = 0
  return {
    table: {
      ...table,
      get: (key) => {
        reads += 1
        return table.get(key)
      },
      query: (pk, options) => {
        reads += 1
        return table.query(pk, options)
      },
    },
    reads: () => reads,
  }
}

const turns = 7

async function measure(count: number): Promise<void> {
  const { table, reads } = counted(partitionedTable())
  await fill(table, treeOf(count))
  const api = testApi({ table })
  const open = async (query: string): Promise<string> => {
    const answer = await api.request(path.campaignAnswers(campaignId, query), { as: leader })
    if (answer.status !== 200) throw new Error(`Answered ${answer.status}`)
    return answer.text()
  }
  const rowsIn = (html: string) => html.match(/<th scope="row">/g)?.length ?? 0
  const deep = `after=${period}.u-${Math.floor(count * 0.9)}.0&n=90000`
  for (const [name, query] of [
    ['first-page', ''],
    ['deep-page', deep],
    ['common-filter', 'q=minutes&op=is&v=yes'],
    ['one-unit', `u=C${count - 1}`],
    ['rare-words', 'text=tu+tai+lieu'],
    ['no-match', 'text=khong+co+o+dau'],
  ] as const) {
    const taken: number[] = []
    let html = ''
    let before = 0
    for (let turn = 0; turn < turns; turn += 1) {
      before = reads()
      taken.push(
        await cpuMilliseconds(async () => {
          html = await open(query)
        }),
      )
    }
    // "1,234 records looked at, …": it stopped after two seconds of the clock, and says where to go on.
    const [, stoppedAt] = /<p class="state">([\d,]+)/.exec(html) ?? []
    const looked = stoppedAt === undefined ? {} : { stoppedAfter: Number(stoppedAt.replaceAll(',', '')) }
    printFigure(`answers-${name}-${count}-units`, median(taken), 'CPU milliseconds', {
      budget: 2_500,
      detail: { responses, rows: rowsIn(html), tableReads: reads() - before, ...looked },
    })
  }
}

await measure(200)
await measure(10_000)
