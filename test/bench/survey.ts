// What a member's phone loads for a survey of 20 questions, script and all: bodies as the function answers them to a browser that
// takes brotli.

import { brotliDecompressSync } from 'node:zlib'
import { invite, openDoor } from '../../functions/invite.ts'
import { findCampaign, saveCampaign } from '../../functions/store/campaigns.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import { roundOf } from '../../functions/submit/member.ts'
import { askedItems } from '../../shared/form/form.ts'
import { path } from '../../shared/paths.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { memberForm, memberSurvey, surveyedCells } from '../../shared/starter/survey.ts'
import { formatLinkKey } from '../../shared/survey/link-key.ts'
import { memoryTable } from '../support/memory-table.ts'
import { printFigure } from './support/figure.ts'
import { starterApi } from './support/starter-api.ts'

/** The first flight of a TCP connection. */
const budget = 14 * 1024

const table = memoryTable()
const api = await starterApi(table)
const { deps } = api
await publishForm(table, {
  ...{ organisationId: organisation.id, formId: memberForm.formId, form: memberForm.form },
  ...{ by: null, at: deps.now() },
})
await saveCampaign(table, { ...memberSurvey(deps.now()), state: 'open' }, 0)
const found = await findCampaign(table, organisation.id, memberSurvey(deps.now()).id)
const door = found && (await openDoor(deps, found))
const [period] = found?.campaign.periods ?? []
const [cell] = surveyedCells
if (!found?.campaign.survey || !door || !period || !cell) throw new Error('The survey was not stored')
const about = { campaign: found.campaign, round: roundOf(found.campaign.survey, period), door }
const [one] = await invite(deps, about, [{ unitId: cell.id }])
if (!one) throw new Error('Nobody was invited')

const get = async (target: string) => api.call(await api.eventOf({ method: 'GET', target }), 200)
const page = await get(path.survey(formatLinkKey({ kind: 'token', door, token: one.token })))
const text = brotliDecompressSync(page.body).toString('utf8')

async function weightOf(pattern: RegExp): Promise<number> {
  let weight = 0
  for (const [, target = ''] of text.matchAll(pattern)) weight += (await get(target)).body.length
  return weight
}

const html = page.body.length
const style = await weightOf(/<link rel="stylesheet" href="([^"]+)"/g)
const script =
  (await weightOf(/<script[^>]* src="([^"]+)"/g)) + (await weightOf(/<link rel="modulepreload" href="([^"]+)"/g))
printFigure('survey-page-bytes', html + style + script, 'bytes', {
  budget,
  detail: { questions: askedItems(memberForm).length, html, style, script, htmlUnpacked: Buffer.byteLength(text) },
})
