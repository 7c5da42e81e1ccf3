// The process stopped at every await of the submit path.

import { expect, test } from 'vitest'
import { sentStep } from '../../shared/response/step.ts'
import type { Submission } from '../../shared/response/submission.ts'
import { testNow } from '../../test/support/api.ts'
import { dyingAt } from '../../test/support/dying-table.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import {
  aCampaign,
  aSubmission,
  asInspector,
  campaignId,
  form,
  office,
  period,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { openPatternsFor } from '../patterns.ts'
import { openDirectory } from '../store/directory.ts'
import { foldRules, readPeriodSummaries } from '../store/fold.ts'
import { listRevisions } from '../store/responses.ts'
import type { Table } from '../store/table.ts'
import type { Entry } from '../submit/admission.ts'
import { submit } from '../submit/submit.ts'

const rules = { form, indicators: aCampaign().indicators, countingRule: 'many' as const, figures: 'submitted' as const }

const depsOver = (table: Table) => ({
  table,
  directory: openDirectory(table, openPatternsFor),
  now: () => testNow,
})

const asOffice = { ...asInspector, person: office }
const first = aSubmission()
const second = aSubmission({ revision: 2, answers: { meetings: 11 } })

/** Each way in: what is there before, what is sent, and what figures then count. */
const writers = [
  { name: 'a first sending', before: [], by: asInspector, submission: first, entry: { step: sentStep }, counts: 1 },
  {
    name: 'a change by those who answer',
    before: [first],
    by: asInspector,
    submission: second,
    entry: { step: sentStep },
    counts: 1,
  },
  {
    name: 'a correction by the office',
    before: [first],
    by: asOffice,
    submission: second,
    entry: { step: { kind: 'corrected', reason: 'Nhầm', isFinal: false } },
    counts: 1,
  },
  {
    name: 'a paper form',
    before: [],
    by: asOffice,
    submission: first,
    entry: { step: { kind: 'entered', onBehalfOf: 'An' } },
    counts: 1,
  },
  {
    name: 'a figure of a past period',
    before: [],
    by: asOffice,
    submission: first,
    entry: { step: { kind: 'entered', onBehalfOf: 'An' }, isPast: true },
    counts: 1,
  },
  {
    name: 'a visit that was not possible',
    before: [],
    by: asInspector,
    submission: { ...first, answers: {} },
    entry: { step: { kind: 'not-possible', reason: 'Bão' } },
    counts: 0,
  },
] as const satisfies readonly {
  readonly name: string
  readonly before: readonly Submission[]
  readonly by: typeof asInspector
  readonly submission: Submission
  readonly entry: Entry
  readonly counts: number
}[]

test.each(writers)(
  'the process stopped at every await of $name, then a retry: it is there exactly once',
  async ({ before, by, submission, entry, counts }) => {
    const begun = async () => {
      const inner = memoryTable()
      await store(inner)
      for (const one of before) await submit(depsOver(inner), asInspector, one)
      return inner
    }
    const whole = dyingAt(await begun(), -1, 'before')
    await submit(depsOver(whole.table), by, submission, entry)
    expect(whole.calls()).toBeGreaterThanOrEqual(6)
    for (const when of ['before', 'after'] as const) {
      for (let dies = 1; dies <= whole.calls(); dies += 1) {
        const inner = await begun()
        const scope = { campaignId, periodId: period }
        // A page that folds in between must not hide what a later retry marks.
        await expect(
          submit(depsOver(dyingAt(inner, dies, when).table), by, submission, entry),
          `${when} ${dies}`,
        ).rejects.toThrow('died')
        await readPeriodSummaries(inner, foldRules(rules), scope)
        const retried = await submit(depsOver(inner), by, submission, entry)
        expect(retried.ok, `${when} ${dies}`).toBe(true)
        const bucket = { campaignId, periodId: period, unitId: unitId('cell-1'), shard: 0 }
        expect(await listRevisions(inner, bucket, submission.id)).toHaveLength(submission.revision)
        const { summaries } = await readPeriodSummaries(inner, foldRules(rules), scope)
        const summary = summaries.get(unitId('cell-1'))
        expect(summary?.responses, `${when} ${dies}`).toBe(counts)
        expect(summary?.notPossible, `${when} ${dies}`).toBe(1 - counts)
        if (submission.revision > 1) expect(summary?.numbers.get('meetings')?.sum.units, `${when} ${dies}`).toBe(11n)
      }
    }
  },
)
