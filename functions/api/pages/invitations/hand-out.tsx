// Handing out: slips as a PDF, links as a CSV file, mails. Slips lie in a folder of their own until they are fetched, and for a
// day at most; the CSV file is made as it is sent; nothing of either is kept.

import { periodState } from '../../../../shared/campaign/campaign.ts'
import { localize } from '../../../../shared/language.ts'
import { wayOnPaper } from '../../../../shared/messages/invitation-mail.ts'
import { invitationsMessages } from '../../../../shared/messages/invitations.ts'
import { formatMoment } from '../../../../shared/messages/number.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import { mostSlips, type Paper, type SlipsPart } from '../../../../shared/report/paper.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import { printedCode } from '../../../../shared/survey/link-key.ts'
import { SlipsPage } from '../../../../web/pages/invitations/slips.tsx'
import { paperFiles, slipsFolder } from '../../../report-files.ts'
import { beginMailing, resumeMailing } from '../../../store/mailings.ts'
import { linkOf, type Mailing, sendMailing } from '../../../survey-mail.ts'
import { writeCsv } from '../../../workbook/write-csv.ts'
import { attachment } from '../../attachment.ts'
import { formFields } from '../../body.ts'
import { type SignedInCall, timeZoneOf } from '../../call.ts'
import { askToDraw, isDrawn, sendPaper, untilDrawn } from '../../papers/draw.ts'
import { refuse } from '../../problem-response.tsx'
import { type Chosen, chosenPeople, shownName } from './chosen.ts'
import { contextAt, type FoundRound, foundRound, openRound, organisationName } from './found.ts'
import { invitationsPage, usualDays } from './page.tsx'

const unitNameOf = ({ me }: SignedInCall, person: Chosen['people'][number]): string =>
  me.tree.units.get(person.stored.invitation.unitId)?.name ?? ''

/** In Vietnamese, whoever prints them: that is what members read. */
function slipsOf(call: SignedInCall, { found, door, people }: Chosen, perPage: SlipsPart['perPage']): Paper {
  const { deps, now } = call
  const { campaign, survey, period } = found
  const m = invitationsMessages.vi.slip
  const title = localize(campaign.title, 'vi')
  const organisation = organisationName(call)
  const until = period.closesAt ? m.until(formatMoment(period.closesAt, 'vi', timeZoneOf(call))) : ''
  const part: SlipsPart = {
    ...{ bookmark: title, perPage, organisation, title },
    how: m.how(`${deps.publicUrl}${path.surveys()}`.replace(/^https?:\/\//, '')),
    promise: [wayOnPaper.vi[survey.way], until].filter(Boolean).join(' '),
    slips: people.map((person) => ({
      whose: [shownName(found, person), unitNameOf(call, person)].filter(Boolean).join(' · '),
      link: linkOf(deps.publicUrl, door, person.token),
      code: printedCode(door, person.code),
    })),
  }
  return { version: 1, language: 'vi', preset: 'party-2018', asOf: now, title, author: organisation, parts: [part] }
}

/** Files that one press makes at most: what is asked for and queued within a request. */
const mostFiles = 20

/** The files of one press share all but the end of their name: 20 random signs, then which of them it is, from 1. */
const fileName = (press: string, file: number): string => `${press}${String(file).padStart(2, '0')}`
const pressLength = 20

const folderOf = ({ me }: SignedInCall, { campaign }: FoundRound, file: string): string =>
  `${slipsFolder}${me.organisationId}/${campaign.id}/${file}`

/** POST slips: asks for PDFs of slips for those who have not answered, as many as it takes. */
export async function makeSlips(call: SignedInCall): Promise<Response> {
  const { deps, c } = call
  const fields = await formFields(c)
  const chosen = await chosenPeople(call, fields)
  if (!chosen.ok) return pageWith(call, fields, chosen.problem)
  const { found, people } = chosen.value
  const files = Math.ceil(people.length / mostSlips)
  if (files > mostFiles) return pageWith(call, fields, problem.tooManySlips(people.length, mostFiles * mostSlips))
  const press = deps.randomToken().slice(0, pressLength)
  for (let file = 1; file <= files; file += 1) {
    const some = { ...chosen.value, people: people.slice((file - 1) * mostSlips, file * mostSlips) }
    const paper = slipsOf(call, some, fields.get('perPage') === '16' ? 16 : 8)
    await askToDraw(call, folderOf(call, found, fileName(press, file)), { paper, pictures: new Map() })
  }
  const { id } = found.campaign
  call.record(noteOn(found, people.length))
  await untilDrawn(call, folderOf(call, found, fileName(press, 1)))
  const query = { period: found.period.id, asked: call.now, ...(files > 1 ? { files: String(files) } : {}) }
  return c.redirect(path.slips(id, fileName(press, 1), query), 303)
}

const noteOn = ({ campaign, period }: FoundRound, count: number) => ({
  subject: path.invitations(campaign.id),
  unitId: campaign.unitId,
  details: `${period.id}: ${count}`,
})

/** What was pressed could not be done: the page it was pressed on says why. */
async function pageWith(
  call: SignedInCall,
  fields: URLSearchParams,
  why: Parameters<typeof refuse>[1],
): Promise<Response> {
  call.changedNothing()
  const found = await foundRound(call, fields.get('period') ?? undefined)
  return found.ok ? invitationsPage(call, found.value, { problem: why }) : refuse(call, found.problem)
}

type SlipsFile = { readonly found: FoundRound; readonly file: string; readonly folder: string }

async function slipsFile(
  call: SignedInCall,
  period: string | undefined,
): Promise<Result<SlipsFile, Parameters<typeof refuse>[1]>> {
  const found = await foundRound(call, period)
  if (!found.ok) return found
  const file = /^[\w-]{22}$/.exec(call.c.req.param('file') ?? '')?.[0] ?? 'none'
  return ok({
    found: found.value,
    file,
    folder: folderOf(call, found.value, file),
  })
}

const looksAgainAfter = 3
const lostAfterMs = 120_000

/** GET slips/:file: how far it is; the page comes again by itself while it is being made. */
export async function showSlips(call: SignedInCall): Promise<Response> {
  const { c, deps, now } = call
  const read = await slipsFile(call, c.req.query('period'))
  if (!read.ok) return refuse(call, read.problem)
  const { found, file, folder } = read.value
  const age = Date.parse(now) - Date.parse(c.req.query('asked') ?? '')
  const isReady = await isDrawn(call, folder)
  const isThere = isReady || (await deps.objects.exists(paperFiles(folder).data))
  const state = isReady ? 'ready' : !isThere ? 'gone' : age > lostAfterMs / 2 ? 'slow' : 'waiting'
  const of = Math.min(mostFiles, Math.max(1, Math.floor(Number(c.req.query('files') ?? 1)) || 1))
  const query = { period: found.period.id, asked: c.req.query('asked') ?? now }
  const hrefOf = (name: string) => path.slips(found.campaign.id, name, of > 1 ? { ...query, files: String(of) } : query)
  const href = hrefOf(file)
  if (isThere && !isReady) c.header('refresh', `${looksAgainAfter};url=${href}`)
  return c.html(
    <SlipsPage
      context={contextAt(call, href)}
      campaign={{ id: found.campaign.id, title: found.campaign.title }}
      period={found.period.id}
      file={file}
      files={Array.from({ length: of }, (_, at) => fileName(file.slice(0, pressLength), at + 1)).map((name) => ({
        href: hrefOf(name),
        isThis: name === file,
      }))}
      state={state}
    />,
  )
}

/** POST slips/:file: the PDF; what it was made of and the file itself are taken away with it. */
export async function fetchSlips(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const read = await slipsFile(call, fields.get('period') ?? undefined)
  if (!read.ok) return refuse(call, read.problem)
  const { found, file, folder } = read.value
  const sent = await sendPaper(call, folder, `${invitationsMessages.vi.slip.fileName} ${found.period.id}.pdf`)
  if (!sent) return call.c.redirect(path.slips(found.campaign.id, file, { period: found.period.id }), 303)
  // A file too large for an answer is read by a link that ends within a minute: it goes when it expires.
  if (sent.status === 200) {
    const files = paperFiles(folder)
    await call.deps.objects.erase(files.data)
    await call.deps.objects.erase(files.pdf)
  }
  return sent
}

/** POST links.csv: made as it is sent, and kept nowhere. */
export async function sendLinks(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const chosen = await chosenPeople(call, fields)
  if (!chosen.ok) return pageWith(call, fields, chosen.problem)
  const { found, door, people } = chosen.value
  const m = invitationsMessages[call.language]
  const isNamed = found.survey.way === 'named'
  const named = (text: string) => (isNamed ? [text] : [])
  const rows = people.map((person) => [
    ...named(shownName(found, person)),
    unitNameOf(call, person),
    linkOf(call.deps.publicUrl, door, person.token),
    printedCode(door, person.code),
  ])
  const bytes = writeCsv([[...named(m.columns.name), m.columns.unit, m.link, m.code], ...rows])
  call.record(noteOn(found, people.length))
  return call.c.body(Buffer.from(bytes), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment(`${m.linksName} ${found.period.id}.csv`),
  })
}

/** As long as a page waits; the next tick goes on. */
const mailSeconds = 10

/** POST mails: to those who have not been written to, or to all who have not answered. */
export async function mailMembers(call: SignedInCall): Promise<Response> {
  const { deps, now, c } = call
  const fields = await formFields(c)
  const found = await openRound(call, fields.get('period') ?? undefined)
  if (!found.ok) return pageWith(call, fields, found.problem)
  const { mail, table, secrets, publicUrl } = deps
  if (!mail) return pageWith(call, fields, problem.mailOff())
  const { campaign, period } = found.value
  if (campaign.state !== 'open') return pageWith(call, fields, problem.campaignNotNow(campaign.state))
  if (periodState(period, now) === 'early') return pageWith(call, fields, problem.campaignNotYetOpen(period.opensAt))
  const occasion = /^[\w-]{10,40}$/.exec(fields.get('occasion') ?? '')?.[0]
  if (!occasion) return refuse(call, problem.wrongShape(['occasion']))
  const number = await numberFor(call, found.value, fields.get('whom') === 'all', occasion)
  if (!number.ok) return pageWith(call, fields, problem.mailedLately(number.problem))
  const mailing: Mailing = {
    ...{ table, secrets, mail, publicUrl, timeZone: timeZoneOf(call), organisation: organisationName(call) },
    ...{ now: deps.now, seconds: mailSeconds },
  }
  const { sent, isDone } = await sendMailing(mailing, found.value, number.value)
  if (sent === 0) call.changedNothing()
  call.record(noteOn(found.value, sent))
  const more = isDone ? {} : { more: '1' }
  return c.redirect(path.invitations(campaign.id, { period: period.id, mailed: String(sent), ...more }), 303)
}

/** The number of the mailing: a new one to all, or the newest one, gone on with for whoever has been invited since. */
async function numberFor(
  { deps, now }: SignedInCall,
  { campaign, period, round }: FoundRound,
  isToAll: boolean,
  occasion: string,
): Promise<Result<number, string>> {
  const place = { campaignId: campaign.id, round }
  const known = isToAll ? undefined : await resumeMailing(deps.table, place, now)
  if (known !== undefined) return ok(known)
  const everyDays = campaign.reminders?.everyDays ?? usualDays
  return beginMailing(deps.table, place, { occasion: `${period.id} ${occasion}`, everyDays, now })
}
