// What a unit's page and the board say of what is to be put right, and who is at a unit; each as far as one may see.

import { beforeEach, expect, test } from 'vitest'
import { asId, CampaignId, TeamId } from '../../shared/ids.ts'
import { boardMessages } from '../../shared/messages/board.ts'
import { organisationMessages } from '../../shared/messages/organisation.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import {
  aCampaign,
  admin,
  aSubmission,
  campaignId,
  designer,
  inspector,
  lakeLeader,
  leader,
  office,
  org,
  raisingForm,
  reporter,
  responseId,
  riverInspector,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { plainText } from '../../test/web/html.ts'
import { saveCampaign } from '../store/campaigns.ts'
import { saveTeam } from '../store/teams.ts'

const m = organisationMessages.en
const board = boardMessages.en.actions
const river = path.unit(unitId('river'))

let api: TestApi
let now: string
beforeEach(async () => {
  now = '2013-03-01T00:00:00.000Z'
  api = testApi({ now: () => now })
  await store(api.table, aCampaign(), 1, raisingForm)
})

const html = async (address: string, as: Person) => {
  const answer = await api.request(address, { as })
  expect(answer.status).toBe(200)
  return answer.text()
}
const visit = (n: number, unit: string) =>
  api.postJson(
    path.api.responses(),
    aSubmission({ id: responseId(n), unit: unitId(unit), answers: { meetings: 4, minutes: 'no' } }),
    inspector,
  )
/** Links by their words. */
const linkTo = (page: string, words: string) =>
  [...page.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)]
    .find(([, , inner = '']) => plainText(inner) === words)?.[1]
    ?.replaceAll('&amp;', '&')

test('a unit’s page names those with a role at that very unit, and its teams; pages of people are for who looks after them', async () => {
  const team = { id: asId(TeamId, 't'), name: 'Tổ số 3', unitId: unitId('river'), memberIds: [inspector.id] }
  await saveTeam(api.table, org, team, 0)
  const seen = await html(river, admin)
  for (const person of [riverInspector, reporter]) expect(linkTo(seen, person.name)).toBe(path.person(person.id))
  expect(plainText(seen)).toContain(`${reporter.name} ${pageMessages.en.roles.reporter}`)
  expect(linkTo(seen, 'Tổ số 3')).toBe(path.team(team.id))
  // Whose role covers the unit from above isn't at it.
  expect(linkTo(seen, office.name)).toBeUndefined()
  const read = await html(river, leader)
  expect(plainText(read)).toContain(reporter.name)
  expect(linkTo(read, reporter.name)).toBeUndefined()
  expect(linkTo(read, 'Tổ số 3')).toBeUndefined()
  const shaping = plainText(await html(river, designer))
  for (const text of [m.people.title, reporter.name, 'Tổ số 3', m.actions.title]) expect(shaping).not.toContain(text)
  expect(plainText(await html(path.unit(unitId('cell-1')), leader))).toContain(m.people.none)
})

test('a unit’s page has what it must put right, due first, and leads to all of it; another day’s page has none', async () => {
  const cell = path.unit(unitId('cell-1'))
  expect(plainText(await html(cell, office))).toContain(m.actions.none)
  await visit(1, 'cell-1')
  await html(path.actions(), office)
  now = '2013-06-01T00:00:00.000Z'
  const seen = await html(cell, office)
  expect(plainText(seen)).toContain(m.actions.counts(2, 1))
  expect(seen.indexOf('Too few meetings')).toBeGreaterThan(0)
  const all = await html(linkTo(seen, m.actions.all) ?? '', office)
  expect(all).toContain('Too few meetings')
  expect(plainText(await html(path.unit(unitId('cell-1'), { on: '2013-04-01' }), office))).not.toContain(
    m.actions.title,
  )
})

test('the board counts what its campaign raised at each unit and below, each count leading to those actions', async () => {
  await visit(1, 'cell-1')
  await visit(2, 'cell-2')
  await visit(3, 'cell-3')
  now = '2013-06-01T00:00:00.000Z'
  const seen = await html(path.board(campaignId, {}), leader)
  const cells = [...seen.matchAll(/<td class="actions">([\s\S]*?)<\/td>/g)].map(([, inner = '']) => plainText(inner))
  expect(cells).toEqual([
    `${board.open(4)} ${board.late(2)}`,
    `${board.open(2)} ${board.late(1)}`,
    `${board.open(6)} ${board.late(3)}`,
  ])
  const listed = await pageText(await api.request(linkTo(seen, board.late(2)) ?? '', { as: leader }))
  for (const name of ['Chi bộ Sông 1', 'Chi bộ Sông 2']) expect(listed).toContain(name)
  expect(listed).not.toContain('Chi bộ Hồ 1')
  const part = plainText(await html(path.board(campaignId, {}), lakeLeader))
  expect(part).toContain(board.open(2))
  expect(part).not.toContain(board.open(6))
  // Another campaign of the same units raised nothing.
  const other = asId(CampaignId, 'other')
  await saveCampaign(api.table, aCampaign({ id: other }), 0)
  expect(plainText(await html(path.board(other, {}), leader))).not.toContain(board.title)
})
