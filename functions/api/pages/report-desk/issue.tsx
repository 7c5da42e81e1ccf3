// Issuing a report, and the page of an issued one.

import * as v from 'valibot'
import { dayOf, readDay } from '../../../../shared/organisation/day.ts'
import { tidy } from '../../../../shared/organisation/person-entry.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import type { ReportDocument } from '../../../../shared/report/document.ts'
import { placeEdits } from '../../../../shared/report/edits.ts'
import {
  type Corrected,
  IssueFacts,
  largestNumber,
  numberAndSymbol,
  numberedLine,
  yearOf,
} from '../../../../shared/report/issue.ts'
import { daysOf } from '../../../../shared/report/period.ts'
import { longestLine } from '../../../../shared/report/plan.ts'
import { presets } from '../../../../shared/report/preset.ts'
import { newVerifyCode } from '../../../../shared/report/verify-code.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import { deskMessages } from '../../../../web/pages/report-desk/frame.tsx'
import { IssuePage, type TypedIssue } from '../../../../web/pages/report-desk/issue.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import { drawAgain, finishIssue, generatedDocument, issueReport, shownDocument } from '../../../issuing.ts'
import { nextNumber } from '../../../store/issues.ts'
import { editsOf, findReport, type Report, revisionOf } from '../../../store/reports.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall, timeZoneOf } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { reportAddress } from '../../report-address.ts'
import { waitUntil } from '../../waiting.ts'
import { type FoundReport, frameOf, isSeen, mayHere } from './found.ts'
import { issuedPage } from './issued.tsx'

type Shown = { readonly typed?: TypedIssue; readonly faults?: FieldFaults; readonly problem?: Problem }

export async function showIssuing(call: SignedInCall): Promise<Response> {
  const found = await reportAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { report } = found.value
  if (!report.issue) return issuePage(call, found.value)
  // Whoever looks finds it issued, also where the page that issued it was left before its files were drawn.
  if (!report.issue.files) await finishIssue(call.deps, found.value)
  const now = await reportAddress(call)
  return now.ok ? issuedPage(call, now.value) : refuse(call, now.problem)
}

/** The name of the issuing body as it stands in the document: numbers are unique in it. */
const bodyOf = ({ header }: ReportDocument) => ({ above: header.bodyAbove, name: header.body })

async function issuePage(call: SignedInCall, found: FoundReport, shown: Shown = {}): Promise<Response> {
  const { report, plan } = found
  const { deps } = call
  const read = await shownDocument(deps, report)
  if (!read.ok) return refuse(call, read.problem)
  const document = read.value
  const day = readDay(shown.typed?.date ?? '') ?? dayOf(call.now, timeZoneOf(call))
  const next = document ? await nextNumber(deps.table, report.organisationId, { body: bodyOf(document), date: day }) : 1
  const typed = shown.typed ?? {
    number: String(next),
    date: day,
    authority: plan.sign.authority ?? '',
    post: plan.sign.post,
    name: '',
    hasQr: presets[plan.preset].verification.isUsual,
    confirm: '',
  }
  const base = await generatedDocument(deps, report)
  if (!base.ok) return refuse(call, base.problem)
  const generated = base.value
  const page = (
    <IssuePage
      frame={await frameOf(call, found)}
      state={!mayHere(call, found, 'report.issue') ? 'may-not' : document ? 'ready' : 'making'}
      revision={revisionOf(report)}
      next={next}
      year={yearOf(day)}
      line={document ? numberedLine(document.header.documentNumber, Number(typed.number) || next) : ''}
      stale={
        generated
          ? [...placeEdits(generated, editsOf(report)).placed.values()].filter(({ hasChanged }) => hasChanged).length
          : 0
      }
      typed={typed}
      faults={shown.faults ?? new Map()}
      problem={shown.problem}
    />
  )
  return call.c.html(page, shown.problem ? statusOf[shown.problem.code] : 200)
}

function typedIn(fields: URLSearchParams): TypedIssue {
  const field = (name: string) => tidy(fields.get(name) ?? '').slice(0, 1_000)
  return {
    number: field('number'),
    date: field('date'),
    authority: field('authority'),
    post: field('post'),
    name: field('name'),
    hasQr: fields.has('qr'),
    confirm: field('confirm'),
  }
}

/** Noughts before a number tell nothing apart. */
const sameText = (text: string) => text.replace(/^0+/, '').toLowerCase()

/** What was typed as the facts of an issue, or what is wrong with it, by field. */
function factsOf(
  call: SignedInCall,
  { report, plan }: FoundReport,
  document: ReportDocument,
  typed: TypedIssue,
): { readonly facts: IssueFacts | undefined; readonly faults: FieldFaults } {
  const m = deskMessages(pageContext(call)).issue.faults
  const faults = new Map<string, string>()
  const number = /^\d{1,5}$/.test(typed.number) ? Number(typed.number) : 0
  const day = readDay(typed.date)
  if (number < 1) faults.set('number', m.number(largestNumber))
  if (!day || day > dayOf(call.now, timeZoneOf(call)) || day < daysOf(report.periodId).start) faults.set('date', m.date)
  if (typed.authority.length > longestLine) faults.set('authority', m.line(longestLine))
  for (const name of ['post', 'name'] as const)
    if (typed[name] === '' || typed[name].length > longestLine) faults.set(name, m.line(longestLine))
  const documentNumber = numberedLine(document.header.documentNumber, number)
  if (sameText(typed.confirm) !== sameText(numberAndSymbol({ documentNumber }))) faults.set('confirm', m.confirm)
  const read = v.safeParse(IssueFacts, {
    number,
    date: day,
    place: plan.header.place,
    signatory: { authority: typed.authority === '' ? null : typed.authority, post: typed.post, name: typed.name },
    hasQr: typed.hasQr,
  })
  return { facts: faults.size === 0 && read.success ? read.output : undefined, faults }
}

/** The issue that a correction takes the place of, with what it said. */
async function correctedBy(
  { deps }: SignedInCall,
  { organisationId, corrects }: Report,
): Promise<Result<Corrected | undefined, Problem>> {
  const old = corrects && (await findReport(deps.table, organisationId, corrects))
  const issue = old ? old.report.issue : undefined
  if (!old || !issue) return ok(undefined)
  const read = await shownDocument(deps, old.report)
  if (!read.ok) return read
  return ok(read.value && { document: read.value, issue })
}

/** POST: issues the report that was seen, and waits a little for its files. */
export async function sendIssue(call: SignedInCall): Promise<Response> {
  const found = await reportAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { report, plan } = found.value
  const { deps } = call
  const fields = await formFields(call.c)
  const typed = typedIn(fields)
  if (report.issue && !report.issue.files) {
    // Whoever issued it died before its files were asked for, or they take long.
    await drawAgain(deps, report)
    call.changedNothing()
    return finished(call, report)
  }
  if (report.issue) return issuedPage(call, found.value, { problem: problem.reportIssued() })
  const again = (why: Problem, faults: FieldFaults = new Map()) =>
    issuePage(call, found.value, { typed, faults, problem: why })
  if (!isSeen(fields, found.value)) return again(problem.reportChanged())
  const read = await shownDocument(deps, report)
  if (!read.ok) return refuse(call, read.problem)
  const document = read.value
  if (!document) return again(problem.reportNotReady())
  const { facts, faults } = factsOf(call, found.value, document, typed)
  if (!facts) return again(problem.fieldsWrong(faults.size), faults)
  const corrected = await correctedBy(call, report)
  if (!corrected.ok) return refuse(call, corrected.problem)
  const outcome = await issueReport(deps, found.value, {
    document,
    facts,
    by: call.me.person.id,
    at: call.now,
    code: newVerifyCode(Buffer.from(deps.randomToken(), 'base64url')),
    publicUrl: deps.publicUrl,
    corrected: corrected.value,
  })
  if (outcome === 'number-taken') {
    const m = deskMessages(pageContext(call)).issue.faults
    return again(problem.fieldsWrong(1), new Map([['number', m.taken(facts.number)]]))
  }
  if (outcome === 'changed') {
    const now = await reportAddress(call)
    if (!now.ok) return refuse(call, now.problem)
    return now.value.report.issue
      ? issuedPage(call, now.value, { problem: problem.reportIssued() })
      : issuePage(call, now.value, { typed, problem: problem.reportChanged() })
  }
  const documentNumber = numberedLine(document.header.documentNumber, facts.number)
  call.record({ unitId: plan.unitId, details: numberAndSymbol({ documentNumber }) })
  return finished(call, report)
}

/** Waits a little for the files of a report that is being issued, and leads to its page. */
async function finished({ deps, c }: SignedInCall, { organisationId, id }: Report): Promise<Response> {
  await waitUntil(deps, async () => {
    const now = await findReport(deps.table, organisationId, id)
    return now !== undefined && (await finishIssue(deps, now)) === 'issued'
  })
  return c.redirect(path.reportIssue(id), 303)
}
