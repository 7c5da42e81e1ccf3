// An office's hands on the pages of campaigns: what it reads, and the steps that it sends.

import { expect } from 'vitest'
import { readAudit } from '../../functions/store/audit.ts'
import { findPrepared } from '../../functions/store/prepared-campaigns.ts'
import { asId, CampaignId } from '../../shared/ids.ts'
import { path } from '../../shared/paths.ts'
import type { TestApi } from './api.ts'
import { hiddenField } from './desk.ts'
import { form, office, org } from './scenario.ts'

/** Where a browser was sent on to. */
export const statusAndWay = (answer: Response) => [answer.status, answer.headers.get('location')]

/** What a draft of all cells for a year of halves is made with. */
export const about = { kind: 'inspection', unit: 'B', titleVi: 'Khảo sát năm 2013', titleEn: 'Survey of 2013' }
export const units = { from: 'subtree', top: 'B', level: 'cell', except: '', also: '' }
export const periods = {
  fromYear: '2013',
  fromPart: 'H1',
  recurs: 'many',
  toYear: '2013',
  toPart: 'H2',
  opensDays: '0',
  opensSide: 'start-after',
  closesBy: 'rule',
  closesDays: '10',
  closesHour: '17',
  graceDays: '3',
}

/** `current`: the API of the running test. */
export function campaignDesk(current: () => TestApi) {
  const see = (address: string) => current().request(address, { as: office })
  const send = (address: string, fields: Record<string, string>) => current().postForm(address, fields, office)
  const prepared = async (id: CampaignId) => (await findPrepared(current().table, org, id))?.campaign
  const verbs = async () =>
    (await readAudit(current().table, org, '2013-03', { limit: 100 })).entries
      .map(({ verb, by }) => [verb, by])
      .reverse()

  /** Sends a step with what its page carries, as a browser does. */
  async function step(id: CampaignId, name: Parameters<typeof path.campaignStep>[1], fields: Record<string, string>) {
    const address = path.campaignStep(id, name)
    const html = await (await see(address)).text()
    const version = hiddenField(html, 'version')
    const was = hiddenField(html, 'was').replaceAll('&amp;', '&')
    return send(address, { version, was, ...fields })
  }

  async function newDraft(fields: Record<string, string> = about): Promise<CampaignId> {
    const id = hiddenField(await (await see(path.newCampaign())).text(), 'id')
    const answer = await send(path.campaigns(), { id, ...fields })
    expect(statusAndWay(answer)).toEqual([303, `/campaigns/${id}/steps/form`])
    return asId(CampaignId, id)
  }

  /** A draft that lacks nothing. */
  async function wholeDraft(): Promise<CampaignId> {
    const id = await newDraft()
    await step(id, 'form', { form: `${form.formId} 1` })
    await step(id, 'units', units)
    await step(id, 'periods', periods)
    return id
  }

  const openIt = async (id: CampaignId) =>
    send(path.openCampaign(id), {
      version: hiddenField(await (await see(path.campaignStep(id, 'check'))).text(), 'version'),
    })

  return { see, send, prepared, verbs, step, newDraft, wholeDraft, openIt }
}
