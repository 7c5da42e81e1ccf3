// Whoever follows a figure to its answers finds as many as the figure says it is made of, wherever the units stand today.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertPerson } from '../functions/store/people.ts'
import { placementDay } from '../shared/campaign/placement.ts'
import { asId, CampaignId, PeriodId, UnitId } from '../shared/ids.ts'
import { figurePath } from '../shared/report/links.ts'
import { testApi } from './support/api.ts'
import { recountOf } from './support/recount-scope.ts'
import { drawnWorld, openWorld } from './support/recount-world.ts'
import { org } from './support/scenario.ts'

const seed = Number(process.env['SEED'] ?? 20_130_630)

test(`following a figure leads to the answers that it counts (seed ${seed})`, async () => {
  let followed = 0
  let moved = 0
  await fc.assert(
    fc.asyncProperty(drawnWorld, async (drawn) => {
      const world = await openWorld(drawn)
      await world.live(async () => undefined)
      const { table, deps, someone, campaign } = world
      await insertPerson(table, org, someone)
      const api = testApi({ table, now: deps.now })
      const { history, today, tree, treeOn } = await deps.directory.organisation(org, deps.now())
      const [first, last] = [drawn.calendar.ids[0], drawn.calendar.ids.at(-1)]
      for (const period of new Set([first, last])) {
        if (!period) continue
        const recount = recountOf(world, { history, period, today })
        const links = { publicUrl: 'https://phieu.test', placedOn: placementDay(period, today) }
        for (const line of [recount.total, ...recount.lines]) {
          const counted = recount.counted(line)
          if (counted.length === 0 || counted.length > 50) continue
          const source = {
            ...{ campaign: asId(CampaignId, campaign.id), period: asId(PeriodId, period), unit: asId(UnitId, line.id) },
            ...(line.within ? { within: line.within } : {}),
            ...{ indicator: 'i0', responses: counted.length },
          }
          const page = await (await api.request(figurePath({ links }, source), { as: someone })).text()
          const shown = new Set([...page.matchAll(/\/responses\/([0-9a-f-]{36})\/record/g)].map(([, id]) => id))
          expect(shown, `${line.id} ${period}`).toEqual(new Set(counted.map(({ id }) => id)))
          followed += 1
          const [then] = [treeOn(links.placedOn)]
          if (
            [...line.members].some(
              (id) => then.units.get(asId(UnitId, id))?.parentId !== tree.units.get(asId(UnitId, id))?.parentId,
            )
          )
            moved += 1
        }
      }
    }),
    { seed, numRuns: 6, endOnFailure: true },
  )
  expect(followed).toBeGreaterThan(10)
  expect(moved).toBeGreaterThan(2)
}, 60_000)
