// Reading a report by a link of one's own: no account, and nothing but this report. Opening the link only says whom it is for, since
// mail programs look at links before people do; the press leads in. What the person may read is asked anew at every step.

import * as v from 'valibot'
import { ReportId } from '../../../../shared/ids.ts'
import { localize } from '../../../../shared/language.ts'
import { mayAt, type Person } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type ClosedLink, type Problem, problem } from '../../../../shared/problems.ts'
import { ReportDocument } from '../../../../shared/report/document.ts'
import type { IssuedFormat } from '../../../../shared/report/issue.ts'
import { planAt, type ReportPlan } from '../../../../shared/report/plan.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { ReportPage } from '../../../../web/pages/report/report.tsx'
import { ReadPage } from '../../../../web/pages/report-delivery/reading.tsx'
import { reportFile } from '../../../issuing.ts'
import { progressOf } from '../../../report-progress.ts'
import { appendAudit } from '../../../store/audit.ts'
import { findPerson } from '../../../store/people.ts'
import { findReadingLinkByToken, noteReadingLinkOpened, type StoredReadingLink } from '../../../store/reading-links.ts'
import { findPlan } from '../../../store/report-plans.ts'
import { findReport, type Report } from '../../../store/reports.ts'
import { type Call, pageContext } from '../../call.ts'
import { readCookie, writeCookie } from '../../cookies.ts'
import { refuse } from '../../problem-response.tsx'
import { fileAnswer } from '../report-page.tsx'

type Reading = {
  readonly stored: StoredReadingLink
  readonly person: Person
  readonly report: Report
  readonly plan: ReportPlan
}

/** Longer than any token of ours. */
const longestToken = 100

const closed = (why: ClosedLink) => fail(problem.reportLinkClosed(why))

/** What a token opens at this moment, or why it opens nothing. */
async function readingOf({ deps, now }: Call, token: string): Promise<Result<Reading, Problem>> {
  const stored = token.length <= longestToken ? await findReadingLinkByToken(deps.table, token) : undefined
  if (!stored) return closed('unknown')
  const { organisationId, reportId, personId, revokedAt, expiresAt } = stored.link
  if (revokedAt !== undefined) return closed('revoked')
  if (expiresAt <= now) return closed('expired')
  const [person, { tree }, found] = await Promise.all([
    findPerson(deps.table, organisationId, personId),
    deps.directory.organisation(organisationId, now),
    findReport(deps.table, organisationId, reportId),
  ])
  const planned = found && (await findPlan(deps.table, organisationId, found.report.planId))
  if (!planned) return closed('unknown')
  const plan = planAt(planned, found.report.unitId, tree)
  // Who signs in may still read what there is of a closed unit; a link stands for a unit that stands.
  if (!tree.units.has(plan.unitId)) return closed('unit-closed')
  if (!person || !mayAt(person, tree, 'report.read', plan.unitId)) return closed('no-right')
  return ok({ stored, person, report: found.report, plan })
}

/** Whoever is signed in here is somebody else, perhaps: the pages are of the link alone. */
const contextOf = (call: Call) => pageContext({ ...call, me: undefined })

/** GET: says whom the link is for and what it opens, and waits for a press. */
export async function showReading(call: Call): Promise<Response> {
  const reading = await readingOf(call, call.c.req.param('token') ?? '')
  if (!reading.ok) return refuse({ ...call, me: undefined }, reading.problem)
  const { person, report, plan, stored } = reading.value
  return call.c.html(
    <ReadPage
      context={contextOf(call)}
      name={person.name}
      title={localize(plan.title, call.language)}
      periodId={report.periodId}
      expiresAt={stored.link.expiresAt}
    />,
  )
}

/** Reports that one browser holds links of at once. */
const mostHeld = 5

/** Not a sign of a token. */
const between = '.'

const held = (call: Call): string[] => (readCookie(call.c, call.deps.publicUrl, 'reading') ?? '').split(between)

/** POST: leads in. From here on the token stands in no address. */
export async function beginReading(call: Call): Promise<Response> {
  const { deps, c, now } = call
  const token = c.req.param('token') ?? ''
  const reading = await readingOf(call, token)
  if (!reading.ok) return refuse({ ...call, me: undefined }, reading.problem)
  const { stored, person, report, plan } = reading.value
  await noteReadingLinkOpened(deps.table, stored)
  const entry = { verb: 'report.opened-by-link', subject: path.report(report.id), unitId: plan.unitId } as const
  await appendAudit(deps.table, report.organisationId, { at: now, by: person.id, ...entry }, deps.randomToken())
  const others = held(call).filter((one) => one !== '' && one !== token)
  writeCookie(c, deps.publicUrl, 'reading', [token, ...others].slice(0, mostHeld).join(between))
  return c.redirect(path.reading(report.id), 303)
}

/** The report of the address, by a link that this browser holds. */
async function heldReading(call: Call): Promise<Result<Reading, Problem>> {
  const id = v.safeParse(ReportId, call.c.req.param('report'))
  let why: Problem = problem.reportLinkClosed('unknown')
  for (const token of id.success ? held(call).slice(0, mostHeld) : []) {
    const reading = await readingOf(call, token)
    if (reading.ok && reading.value.report.id === id.output) return reading
    // Of several links the newest says why.
    if (!reading.ok && why.code === 'report.link-closed' && why.why === 'unknown') why = reading.problem
  }
  return fail(why)
}

/** GET: the report as a page, without ways to anything else. */
export async function readReport(call: Call): Promise<Response> {
  const reading = await heldReading(call)
  if (!reading.ok) return refuse({ ...call, me: undefined }, reading.problem)
  const { report, plan, person, stored } = reading.value
  const data = await reportFile(call.deps, report, 'json')
  const document = data && v.safeParse(ReportDocument, JSON.parse(new TextDecoder().decode(data)))
  if (!document) return refuse({ ...call, me: undefined }, problem.reportNotReady())
  if (!document.success) return refuse({ ...call, me: undefined }, problem.reportOutdated())
  return call.c.html(
    <ReportPage
      context={contextOf(call)}
      id={report.id}
      title={plan.title}
      document={document.output}
      hrefOf={() => undefined}
      progress={await progressOf(call.deps, report)}
      mayMake={false}
      byLink={{ name: person.name, expiresAt: stored.link.expiresAt }}
    />,
  )
}

const sendReadFile =
  (format: IssuedFormat) =>
  async (call: Call): Promise<Response> => {
    const reading = await heldReading(call)
    if (!reading.ok) return refuse({ ...call, me: undefined }, reading.problem)
    return fileAnswer({ ...call, me: undefined }, reading.value.report, format)
  }

export const readReportPdf = sendReadFile('pdf')
export const readReportDocx = sendReadFile('docx')
export const readReportXlsx = sendReadFile('xlsx')
export const readReportJson = sendReadFile('json')
