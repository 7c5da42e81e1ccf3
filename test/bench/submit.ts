// The submit path without its waiting: an event in, the receipt out, over a table in memory. Beside it what no server can
// do without: reading the same body and checking the same answers. Then what a submit costs in the table's own units.

import { checkedAnswers } from '../../shared/form/draft-fixture.ts'
import { cellCampaign } from '../../shared/starter/campaigns.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { starterSubmissions } from '../../shared/starter/responses.ts'
import { callsPerSecond, median } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'
import { meteredTable } from './support/metered-table.ts'
import { partitionedTable } from './support/partitioned-table.ts'
import { starterApi } from './support/starter-api.ts'

/** A unit of writing holds this much of an item. */
const unitBytes = 1_024

const submissions = starterSubmissions().filter(({ submission }) => submission.campaign === cellCampaign.id)

async function speed(): Promise<void> {
  const table = partitionedTable()
  const api = await starterApi(table)
  const events = await Promise.all(submissions.map(api.submitEvent))
  const bodies = submissions.map(({ submission }) => JSON.stringify(submission))
  const forget = () => {
    table.drop(`C#${cellCampaign.id}#B#`)
    table.drop(`C#${cellCampaign.id}#MARKS#`)
  }
  const answered = submissions.map(({ submission }) => Object.keys(submission.answers).length)
  const { submit, plain } = await callsPerSecond({
    submit: {
      calls: events.length,
      prepare: forget,
      run: async () => {
        for (const event of events) await api.call(event, 201)
      },
    },
    plain: {
      calls: bodies.length,
      run: () => {
        for (const body of bodies) checkPlainly(body)
      },
    },
  })
  printFigure('submit-requests-per-cpu-second', submit, 'requests per CPU-second', {
    detail: { answers: median(answered), plainPerCpuSecond: rounded(plain), timesPlainCpu: rounded(plain / submit) },
  })
}

function checkPlainly(body: string): void {
  const { answers } = JSON.parse(body)
  const { faults } = checkedAnswers(cellSurvey, answers)
  if (faults.length > 0) throw new Error('The starter has an answer that its form refuses')
}

async function units(): Promise<void> {
  const { table, meter, close } = await meteredTable()
  const api = await starterApi(table)
  const events = await Promise.all(submissions.map(api.submitEvent))
  const small: { writes: number; reads: number }[] = []
  const large: number[] = []
  const sizes: number[] = []
  for (const event of events) {
    meter.reset()
    await api.call(event, 201)
    const { writes, reads, largestWritten } = meter.read()
    sizes.push(largestWritten)
    if (largestWritten < unitBytes) small.push({ writes, reads })
    else large.push(writes)
  }
  await close()
  // Every response under 1 KB has to keep to it, so the worst one is the figure.
  printFigure('submit-write-units', Math.max(...small.map(({ writes }) => writes)), 'write units', {
    budget: 2,
    detail: {
      responsesUnder1KB: small.length,
      responsesOver1KB: large.length,
      writeUnitsOver1KB: large.length > 0 ? Math.max(...large) : 0,
      medianItemBytes: median(sizes),
      mostItemBytes: Math.max(...sizes),
    },
  })
  printFigure('submit-read-units', median(small.map(({ reads }) => reads)), 'read units')
}

await speed()
await units()
