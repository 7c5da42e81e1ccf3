// The process stopped at every await of the submit path.

import { expect, test } from 'vitest'
import { testNow } from '../../test/support/api.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import {
  aCampaign,
  aSubmission,
  asInspector,
  campaignId,
  form,
  period,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { openDirectory } from '../store/directory.ts'
import { foldRules, readPeriodSummaries } from '../store/fold.ts'
import type { Table } from '../store/table.ts'
import { submit } from './submit.ts'

const rules = { form, indicators: aCampaign().indicators, countingRule: 'many' as const, figures: 'submitted' as const }

/** A table that lets the process die at its n-th call, before or after that call took effect. */
function dyingAt(inner: Table, dies: number, when: 'before' | 'after'): { table: Table; calls: () => number } {
  let calls = 0
  const step = async <R>(work: () => Promise<R>): Promise<R> => {
    calls += 1
    const isLast = calls === dies
    if (isLast && when === 'before') throw new Error('the process died')
    const result = await work()
    if (isLast) throw new Error('the process died')
    return result
  }
  const table: Table = {
    get: (key) => step(() => inner.get(key)),
    insert: (item) => step(() => inner.insert(item)),
    replace: (item, expected) => step(() => inner.replace(item, expected)),
    increment: (key, attribute) => step(() => inner.increment(key, attribute)),
    raise: (key, attribute, to) => step(() => inner.raise(key, attribute, to)),
    remove: (key) => step(() => inner.remove(key)),
    query: (pk, options) => step(() => inner.query(pk, options)),
  }
  return { table, calls: () => calls }
}

const by = asInspector
const depsOver = (table: Table) => ({
  table,
  directory: openDirectory(table),
  now: () => testNow,
})

async function stepsOfOneSubmit(): Promise<number> {
  const inner = memoryTable()
  await store(inner)
  const { table, calls } = dyingAt(inner, -1, 'before')
  await submit(depsOver(table), by, aSubmission())
  return calls()
}

test('the process stopped at every await of a submit, then a retry: the response counts exactly once', async () => {
  const steps = await stepsOfOneSubmit()
  expect(steps).toBeGreaterThanOrEqual(6)
  for (const when of ['before', 'after'] as const) {
    for (let dies = 1; dies <= steps; dies += 1) {
      const inner = memoryTable()
      await store(inner)
      const scope = { campaignId, periodId: period }
      // A page that folds in between must not hide what a later retry marks.
      await expect(
        submit(depsOver(dyingAt(inner, dies, when).table), by, aSubmission()),
        `${when} ${dies}`,
      ).rejects.toThrow('died')
      await readPeriodSummaries(inner, foldRules(rules), scope)
      const retried = await submit(depsOver(inner), by, aSubmission())
      expect(retried.ok, `${when} ${dies}`).toBe(true)
      const { summaries } = await readPeriodSummaries(inner, foldRules(rules), scope)
      expect(summaries.get(unitId('cell-1'))?.responses, `${when} ${dies}`).toBe(1)
    }
  }
})
