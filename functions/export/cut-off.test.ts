// An export equals the store at its cut-off, while responses, retries and corrections go on coming in.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId, CampaignId } from '../../shared/ids.ts'
import { temporaryFolder } from '../../test/local/temporary.ts'
import { exportScene, textsIn } from '../../test/support/export-scene.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { aCampaign, cells, leader, org, responseId } from '../../test/support/scenario.ts'
import { insertPerson } from '../store/people.ts'

type Event = { readonly n: number; readonly retry: boolean }

/** Lets everybody else have a turn, as often as chance says. */
async function turns(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await new Promise((resolve) => setImmediate(resolve))
}

test('every response acknowledged before the cut-off is in, and none that was received later', async () => {
  const folder = await temporaryFolder()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ n: fc.nat(40), retry: fc.boolean(), wait: fc.nat(3) }), { maxLength: 60 }),
      fc.nat(60),
      fc.nat(20),
      async (sends, askAfter, slowness) => {
        const table = memoryTable()
        const { query } = table
        // Reads of buckets take their time, so that writes land between them.
        table.query = async (...args) => {
          await turns(slowness % 4)
          return query(...args)
        }
        const scene = await exportScene({ folder, table })
        let seconds = 0
        const tick = () => {
          seconds += 1
          const at = new Date(Date.UTC(2013, 2, 1) + seconds * 1_000).toISOString()
          scene.at(at)
          return at
        }
        const acknowledged: { readonly n: number; readonly receivedAt: string; readonly known: string }[] = []
        const send = async ({ n }: Event) => {
          tick()
          const unit = cells[n % cells.length]
          const answer = await scene.send(n + 1, unit ? { unit, answers: { meetings: n } } : {})
          if (answer.ok) acknowledged.push({ n, receivedAt: answer.value.receipt.receivedAt, known: tick() })
        }
        let exported: Promise<{ readonly cutOff: string; readonly ids: readonly string[] }> | undefined
        const run = async () => {
          tick()
          const entry = await scene.ask({ format: 'jsonl' })
          await scene.work(entry)
          const lines = (textsIn(await scene.fileOf(entry))['responses.jsonl'] ?? '').split('\n').filter(Boolean)
          return {
            cutOff: (await scene.find(entry))?.cutOff ?? '',
            ids: lines.map((line) => String(JSON.parse(line).id)),
          }
        }
        const going: Promise<void>[] = []
        for (const [at, one] of sends.entries()) {
          if (at === askAfter) exported = run()
          going.push(send(one))
          if (one.retry) going.push(send(one))
          await turns(one.wait)
        }
        const { cutOff, ids } = await (exported ?? run())
        await Promise.all(going)
        const before = acknowledged.filter(({ known }) => known <= cutOff).map(({ n }) => responseId(n + 1))
        const after = acknowledged.filter(({ receivedAt }) => receivedAt > cutOff).map(({ n }) => responseId(n + 1))
        expect(new Set(ids).size).toBe(ids.length)
        expect(before.filter((id) => !ids.includes(id))).toEqual([])
        expect(after.filter((id) => ids.includes(id))).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

test('another campaign and another organisation add nothing', async () => {
  const scene = await exportScene({ folder: await temporaryFolder() })
  await scene.send(1)
  const other = await exportScene({
    folder: await temporaryFolder(),
    table: scene.table,
    campaign: aCampaign({ id: asId(CampaignId, 'other') }),
  })
  await insertPerson(scene.table, org, leader)
  const files = await other.filesOf({ campaign: asId(CampaignId, 'other'), format: 'jsonl' })
  expect(files['responses.jsonl']).toBe('')
})
