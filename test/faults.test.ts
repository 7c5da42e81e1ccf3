// The long run of the properties that functions/store/fold.test.ts checks briefly: `npm run soak` submits 100,000 times
// under faults; `npm test` a few hundred. Seed and counts are printed, so that a failure can be run again.

import { expect, test } from 'vitest'
import { faultRound } from './support/faults.ts'

const isSoak = process.env['npm_lifecycle_event'] === 'soak'
const submitsWanted = isSoak ? 100_000 : 500

test(`${submitsWanted} submits under crashes, lost answers and repeats: nothing lost, nothing twice`, async () => {
  const firstSeed = Number(process.env['PHIEU_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  const sum = { rounds: 0, submits: 0, acknowledged: 0, crashes: 0 }
  const broken: string[] = []
  for (let seed = firstSeed; sum.submits < submitsWanted && broken.length === 0; seed += 1) {
    const round = await faultRound(seed)
    sum.rounds += 1
    sum.submits += round.begun
    sum.acknowledged += round.acknowledged
    sum.crashes += round.crashes
    broken.push(...round.broken.map((what) => `seed ${seed}: ${what}`))
  }
  console.log(JSON.stringify({ soak: 'submits-under-faults', firstSeed, ...sum }))
  expect(broken).toEqual([])
  expect(sum.crashes).toBeGreaterThan(sum.rounds / 10)
}, 1_800_000)
