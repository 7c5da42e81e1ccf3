// What pages weigh on their way to a phone: bodies as the function answers them to a browser that takes brotli, the
// page and all that it asks for. Headers are stated beside them, as text; HTTP/2 packs them smaller.

import { brotliDecompressSync } from 'node:zlib'
import type { Answer } from '../../infra/local/event.ts'
import { askedItems } from '../../shared/form/form.ts'
import type { PersonId } from '../../shared/ids.ts'
import { path } from '../../shared/paths.ts'
import { cellCampaign, starterPeriods } from '../../shared/starter/campaigns.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { cells } from '../../shared/starter/organisation.ts'
import { inspectors, personFor, starterPeople } from '../../shared/starter/people.ts'
import { starterSubmissions } from '../../shared/starter/responses.ts'
import { fieldName } from '../../web/form/field-names.ts'
import { memoryTable } from '../support/memory-table.ts'
import { printFigure } from './support/figure.ts'
import { starterApi } from './support/starter-api.ts'

/** The first flight of a TCP connection. */
const firstFlight = 14 * 1024

const api = await starterApi(memoryTable())
for (const one of starterSubmissions()) await api.call(await api.submitEvent(one), 201)

const campaign = cellCampaign.id
const questions = askedItems(cellSurvey)
const { open } = starterPeriods
const sent = new Set(
  starterSubmissions()
    .filter(({ submission }) => submission.campaign === campaign && submission.period === open)
    .map(({ submission }) => submission.unit),
)
const cell = cells.find(({ id }) => !sent.has(id))
const leader = starterPeople.find(({ person }) => person.roles.some(({ role }) => role === 'leader'))
if (!cell || !leader) throw new Error('The starter has neither a cell to visit nor a leader')
const inspector = personFor(inspectors, cell).person.id
const form = path.form(campaign, open, cell.id)

/** Brotli where the answer says so. */
const unpacked = ({ headers, body }: Answer): string =>
  (new Map(headers).get('content-encoding') === 'br' ? brotliDecompressSync(body) : body).toString('utf8')

const headersAsText = ({ headers }: Answer): number =>
  headers.reduce((sum, [name, value]) => sum + Buffer.byteLength(`${name}: ${value}\r\n`), 0)

async function weightOf(html: string, pattern: RegExp): Promise<number> {
  let weight = 0
  for (const [, target = ''] of html.matchAll(pattern))
    weight += (await api.call(await api.eventOf({ method: 'GET', target, as: inspector }), 200)).body.length
  return weight
}

async function weigh(bench: string, answer: Answer, limits: { budget?: number } = {}): Promise<void> {
  const text = unpacked(answer)
  const html = answer.body.length
  const style = await weightOf(text, /<link rel="stylesheet" href="([^"]+)"/g)
  const script = await weightOf(text, /<script[^>]* src="([^"]+)"/g)
  const detail = { html, style, script, htmlUnpacked: Buffer.byteLength(text), headersAsText: headersAsText(answer) }
  printFigure(bench, html + style + script, 'bytes', { ...limits, detail })
}

const page = async (target: string, as: PersonId) => api.call(await api.eventOf({ method: 'GET', target, as }), 200)

/** The texts of another cell, and what can be wrong is wrong: every number and every choice. */
async function faultyPage(): Promise<Answer> {
  const typed = starterSubmissions()[0]?.submission.answers ?? {}
  const fields = questions.map(({ type, name }): [string, string] => [
    fieldName(name),
    type === 'text' ? String(typed[name] ?? '') : '?',
  ])
  const hidden = [
    ['id', '6f1c2b52-7a0e-4d53-9c39-0d8f3f0c9a11'],
    ['formVersion', String(cellSurvey.version)],
  ]
  const body = new URLSearchParams([...hidden, ...fields]).toString()
  const type = 'application/x-www-form-urlencoded'
  return api.call(await api.eventOf({ method: 'POST', target: form, as: inspector, type, body }), 422)
}

await weigh('form-page-bytes', await page(form, inspector), { budget: firstFlight })
await weigh('form-page-with-faults-bytes', await faultyPage(), { budget: firstFlight })
await weigh('visits-page-bytes', await page(path.visits(), inspector))
await weigh('progress-page-bytes', await page(path.campaignProgress(campaign, open), leader.person.id))
await weigh('progress-list-page-bytes', await page(path.progress(), leader.person.id))
