// A survey of 20 questions: what a member's phone loads, script and all (bodies as the function answers them to a browser that
// takes brotli); how many members the function serves; and in a real browser over a slow connection, beside the same questions in
// SurveyJS, from the same server.

import { createServer } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { invite, openDoor } from '../../functions/invite.ts'
import { findCampaign, saveCampaign } from '../../functions/store/campaigns.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import { roundOf } from '../../functions/submit/member.ts'
import { closeServer, listenOnLoopback } from '../../infra/local/loopback.ts'
import { askedItems } from '../../shared/form/form.ts'
import { localize } from '../../shared/language.ts'
import { path } from '../../shared/paths.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { memberAnswers, memberForm, memberSurvey, surveyedCells } from '../../shared/starter/survey.ts'
import { formatLinkKey } from '../../shared/survey/link-key.ts'
import { fieldName } from '../../web/form/field-names.ts'
import { launchBrowser, unpackBrowser } from '../support/browser.ts'
import { callsPerSecond } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'
import { partitionedTable } from './support/partitioned-table.ts'
import { loadSlowly, slowPhone } from './support/slow-phone.ts'
import { starterApi } from './support/starter-api.ts'
import { surveyJsSite, surveyJsVersion } from './support/survey-js.ts'

/** The first flight of a TCP connection. */
const budget = 14 * 1024

const table = partitionedTable()
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
const { campaign } = found
const about = { campaign, round: roundOf(found.campaign.survey, period), door }
const linksFor = async (count: number): Promise<string[]> => {
  const handedOut = await invite(
    deps,
    about,
    Array.from({ length: count }, () => ({ unitId: cell.id })),
  )
  return handedOut.map(({ token }) => path.survey(formatLinkKey({ kind: 'token', door, token })))
}
const [link = ''] = await linksFor(1)

const get = async (target: string) => api.call(await api.eventOf({ method: 'GET', target }), 200)
const page = await get(link)
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

/** Members that answer in one turn: each opens the page and sends it. */
const membersATurn = 200

async function membersPerSecond(): Promise<void> {
  const answersOf = memberAnswers(1)
  const type = 'application/x-www-form-urlencoded'
  let opening: string[] = []
  let sending: string[] = []
  const prepare = async (): Promise<void> => {
    for (const kept of ['B#', 'MARKS#', 'INVITED#', 'CODES#']) table.drop(`C#${campaign.id}#${kept}`)
    const links = await linksFor(membersATurn)
    opening = await Promise.all(links.map((target) => api.eventOf({ method: 'GET', target })))
    sending = await Promise.all(
      links.map((target) => {
        const typed = Object.entries(answersOf()).map(([name, value]): [string, string] => [
          fieldName(name),
          String(value),
        ])
        const body = new URLSearchParams([['action', 'send'], ['formVersion', String(memberForm.version)], ...typed])
        return api.eventOf({ method: 'POST', target, type, body: body.toString() })
      }),
    )
  }
  const each = async (events: readonly string[], status: number): Promise<void> => {
    for (const event of events) await api.call(event, status)
  }
  const { open, send } = await callsPerSecond({
    open: { calls: membersATurn, prepare, run: () => each(opening, 200) },
    send: { calls: membersATurn, prepare, run: () => each(sending, 303) },
  })
  printFigure('survey-members-per-cpu-second', 1 / (1 / open + 1 / send), 'members per CPU-second', {
    detail: { opens: rounded(open), sends: rounded(send), way: 'anonymous' },
  })
}

/** What a hand counts as at once, after one second. */
const usableBudget = 1_300
const loads = 5

async function besideSurveyJs(): Promise<void> {
  const theirs = await surveyJsSite(memberForm, localize(campaign.title, 'vi'))
  const server = createServer((request, response) => {
    const target = request.url ?? '/'
    const file = theirs.get(target)
    if (file) {
      response.writeHead(200, { 'content-type': file.type, 'content-encoding': 'br', 'cache-control': 'no-store' })
      response.end(file.brotli)
      return
    }
    get(target).then(
      ({ headers, body }) => response.writeHead(200, headers.flat()).end(body),
      () => response.writeHead(404).end(),
    )
  })
  const address = await listenOnLoopback(server)
  const [own = ''] = await linksFor(1)
  await unpackBrowser()
  const browser = await launchBrowser()
  try {
    const [ours, other] = await loadSlowly(browser, [`${address}${own}`, `${address}/surveyjs`], loads)
    if (!ours || !other) throw new Error('Both were loaded')
    const beside = { surveyJs: surveyJsVersion, ...slowPhone }
    printFigure('survey-wire-bytes', ours.wireBytes, 'bytes', {
      detail: { surveyJsBytes: other.wireBytes, timesSmaller: rounded(other.wireBytes / ours.wireBytes), ...beside },
    })
    printFigure('survey-usable-milliseconds', ours.usableMs, 'milliseconds', {
      budget: usableBudget,
      detail: { surveyJsMs: rounded(other.usableMs), timesFaster: rounded(other.usableMs / ours.usableMs), ...beside },
    })
  } finally {
    await browser.close()
    await closeServer(server)
  }
}

await membersPerSecond()
await besideSurveyJs()
