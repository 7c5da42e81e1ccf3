// Members are reminded by the rule of their survey: who has answered is left alone, and nobody hears twice on one occasion.

import { beforeEach, expect, test } from 'vitest'
import { memoryMail, memorySecrets, type TestApi, testApi } from '../../test/support/api.ts'
import { campaignId, org, period, unitId } from '../../test/support/scenario.ts'
import { surveyScene } from '../../test/support/survey-scene.ts'
import { invite, openDoor } from '../invite.ts'
import { MailNotTaken } from '../mail.ts'
import { findCampaign, saveCampaign } from '../store/campaigns.ts'
import { listInvitations, noteAnswered } from '../store/invitations.ts'
import { hashOf } from '../store/tokens.ts'
import { remind } from './remind.ts'

/** The period closes on 2013-06-30T17:00Z: from the 20th on, every three days. */
const rule = { daysBefore: 10, daysAfter: 0, everyDays: 3 }
let api: TestApi
let secrets: ReturnType<typeof memorySecrets>
beforeEach(async () => {
  secrets = memorySecrets()
  api = testApi({ secrets })
  await surveyScene(api, { way: 'anonymous' })
  const found = await findCampaign(api.table, org, campaignId)
  if (!found) throw new Error('The survey is there')
  await saveCampaign(api.table, { ...found.campaign, reminders: rule }, found.version)
})

async function invitePeople(...names: string[]) {
  const found = await findCampaign(api.table, org, campaignId)
  const door = found && (await openDoor(api.deps, found))
  if (!door) throw new Error('The survey has a door')
  const people = names.map((name) => ({ unitId: unitId('cell-1'), name, email: `${name}@example.org` }))
  return invite(api.deps, { campaign: found.campaign, round: period, door }, people)
}
const depsAt = (at: string) => {
  const { table, directory, objects, reportQueue, publicUrl } = api.deps
  return { table, directory, objects, reportQueue, renderQueue: reportQueue, secrets, publicUrl, now: () => at }
}
async function tick(at: string) {
  const mail = memoryMail()
  await remind({ ...depsAt(at), mail }, org)
  return mail.messages.map(({ to }) => to.replace('@example.org', '')).toSorted()
}

test('everybody hears once on each occasion, until they have answered', async () => {
  const [an] = await invitePeople('an', 'binh')
  expect(await tick('2013-06-19T00:00:00.000Z')).toEqual([])
  expect(await tick('2013-06-21T00:00:00.000Z')).toEqual(['an', 'binh'])
  expect(await tick('2013-06-21T00:05:00.000Z')).toEqual([])
  await noteAnswered(api.table, { campaignId, round: period, hash: hashOf(an?.token ?? '') }, period, true)
  expect(await tick('2013-06-24T00:00:00.000Z')).toEqual(['binh'])
  expect(await tick('2013-07-01T00:00:00.000Z')).toEqual([])
})

test('a service that takes nothing is asked again, and nobody who got a mail gets another', async () => {
  await invitePeople('an', 'binh', 'chi')
  const sent: string[] = []
  const mail = (failsAt: number) => ({
    send: async ({ to }: { readonly to: string }) => {
      if (sent.length === failsAt) throw new MailNotTaken('503')
      sent.push(to)
      return 'sent' as const
    },
  })
  const at = '2013-06-21T00:00:00.000Z'
  await expect(remind({ ...depsAt(at), mail: mail(1) }, org)).rejects.toThrow('503')
  expect(sent).toHaveLength(1)
  expect(await remind({ ...depsAt(at), mail: mail(-1) }, org)).toBe(2)
  expect(new Set(sent).size).toBe(3)
  expect(await remind({ ...depsAt(at), mail: mail(-1) }, org)).toBe(0)
})

test('nothing goes once the secret is gone, and nothing says when anybody was written to', async () => {
  await invitePeople('an')
  await secrets.destroy(`${campaignId}/${period}`)
  expect(await tick('2013-06-21T00:00:00.000Z')).toEqual([])
  for (const { invitation } of await listInvitations(api.table, campaignId, period))
    expect(JSON.stringify(invitation)).not.toContain('2013')
})
