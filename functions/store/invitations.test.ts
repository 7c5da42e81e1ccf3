import { expect, test } from 'vitest'
import { asId, CampaignId, OrganisationId, PeriodId, UnitId } from '../../shared/ids.ts'
import { Door } from '../../shared/survey/survey.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import {
  findByCode,
  findDoor,
  findInvitation,
  findPlacement,
  insertDoor,
  insertInvitation,
  insertPlacement,
  listInvitations,
  noteAnswered,
} from './invitations.ts'

const campaignId = asId(CampaignId, 'survey')
const period = asId(PeriodId, '2026-07')
const unit = asId(UnitId, 'cell')
const place = { campaignId, round: period, hash: 'aaa' }
const invitation = {
  unitId: unit,
  name: 'Nguyễn Thị Hoa',
  sealed: 'sealed-token',
  code: 'code-name',
  answered: [],
  reminders: 0,
}

test('an answered invitation keeps no way back to its token, and no time', async () => {
  const table = memoryTable()
  await insertInvitation(table, place, invitation)
  await noteAnswered(table, place, period, true)
  await noteAnswered(table, place, period, true)
  const found = await findByCode(table, campaignId, period, 'code-name')
  const { sealed: _, ...rest } = invitation
  expect(found).toEqual({ ...place, version: 2, invitation: { ...rest, answered: [period] } })
  expect(JSON.stringify(await table.get({ pk: 'C#survey#INVITED#2026-07', sk: 'aaa' }))).not.toMatch(/sealed|T\d\d:/)
})

test('a named invitation keeps its link for the next period', async () => {
  const table = memoryTable()
  const named = { ...place, round: 'all' as const }
  await insertInvitation(table, named, invitation)
  await noteAnswered(table, named, period, false)
  expect((await findInvitation(table, named))?.invitation).toEqual({ ...invitation, answered: [period] })
  expect(await listInvitations(table, campaignId, 'all')).toHaveLength(1)
  expect(await listInvitations(table, campaignId, period)).toEqual([])
})

test('neither a token nor a code is given twice', async () => {
  const table = memoryTable()
  await insertInvitation(table, place, invitation)
  await expect(insertInvitation(table, { ...place, hash: 'bbb' }, invitation)).rejects.toThrow('code')
  await expect(insertInvitation(table, place, { ...invitation, code: 'other' })).rejects.toThrow('token')
})

test('a door leads to one campaign, and where answers are kept is fixed once', async () => {
  const table = memoryTable()
  const organisationId = asId(OrganisationId, 'org')
  const door = asId(Door, 'K7M4')
  expect(await insertDoor(table, door, { organisationId, campaignId })).toBe(true)
  expect(await insertDoor(table, door, { organisationId, campaignId: asId(CampaignId, 'other') })).toBe(false)
  expect(await findDoor(table, door)).toEqual({ organisationId, campaignId })
  const top = asId(UnitId, 'top')
  const placement = { places: [{ unitId: top, invited: 12 }], of: new Map([[unit, top]]) }
  expect(await insertPlacement(table, campaignId, period, placement)).toBe(true)
  expect(await insertPlacement(table, campaignId, period, { places: [], of: new Map() })).toBe(false)
  expect(await findPlacement(table, campaignId, period)).toEqual(placement)
  expect(await findPlacement(table, campaignId, 'all')).toBeUndefined()
})
