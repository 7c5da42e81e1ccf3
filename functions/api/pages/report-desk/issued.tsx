// What is done with an issued report: its page, the signed copy, a correction, a withdrawal.

import { largestUpload } from '../../../../shared/evidence/parts.ts'
import { sniff } from '../../../../shared/evidence/sniff.ts'
import { tidy } from '../../../../shared/organisation/person-entry.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { issuedCopy, longestReason, numberAndSymbol, type ReportIssue } from '../../../../shared/report/issue.ts'
import { printedVerifyCode } from '../../../../shared/report/verify-code.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { deskMessages } from '../../../../web/pages/report-desk/frame.tsx'
import { IssuedPage } from '../../../../web/pages/report-desk/issued.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import { keepIssued } from '../../../issued-files.ts'
import { changesSince } from '../../../restated.ts'
import { claimCorrection, findCorrection } from '../../../store/issues.ts'
import { openJob } from '../../../store/report-jobs.ts'
import { findReport, insertReport, newCorrection, type Report, saveReport } from '../../../store/reports.ts'
import { formFields, formParts } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { reportAddress } from '../../report-address.ts'
import { type FoundReport, frameOf, mayHere, namesOf } from './found.ts'

type Shown = {
  readonly problem?: Problem
  /** Of the withdrawal. */
  readonly typed?: { readonly reason: string; readonly confirm: string }
  readonly faults?: FieldFaults
}

export async function issuedPage(call: SignedInCall, found: FoundReport, shown: Shown = {}): Promise<Response> {
  const { report } = found
  const { issue } = report
  if (!issue) return refuse(call, problem.reportNotIssued())
  const { signed, withdrawn } = issue
  const nameOf = await namesOf(call, [issue.by, ...(signed ? [signed.by] : []), ...(withdrawn ? [withdrawn.by] : [])])
  const mayIssue = mayHere(call, found, 'report.issue')
  const mayCorrect = mayHere(call, found, 'report.make') && issue.files !== undefined && !withdrawn
  const page = (
    <IssuedPage
      frame={await frameOf(call, found)}
      issue={issue}
      by={nameOf(issue.by)}
      copy={issuedCopy(issue)}
      signedBy={signed && nameOf(signed.by)}
      withdrawnBy={withdrawn && nameOf(withdrawn.by)}
      code={printedVerifyCode(issue.code)}
      correction={await findCorrection(call.deps.table, report.organisationId, report.id)}
      since={await sinceIssue(call, found, mayCorrect)}
      limitBytes={largestUpload}
      may={{
        issue: mayIssue,
        sign: mayIssue && issue.files !== undefined && !signed && !withdrawn,
        correct: mayCorrect,
        withdraw: mayIssue && issue.files !== undefined && !withdrawn,
      }}
      typed={shown.typed ?? { reason: '', confirm: '' }}
      faults={shown.faults ?? new Map()}
      problem={shown.problem}
    />
  )
  return call.c.html(page, shown.problem ? statusOf[shown.problem.code] : 200)
}

/**
 * For whoever may correct a report that holds: what of it would read otherwise now. Composed when somebody looks, and nothing is
 * stored of it, so that it can't be out of date itself.
 */
async function sinceIssue({ deps, me }: SignedInCall, { report, plan }: FoundReport, mayCorrect: boolean) {
  if (!mayCorrect || (await findCorrection(deps.table, me.organisationId, report.id))) return undefined
  return changesSince(deps, plan, report)
}

type Issued = { readonly found: FoundReport; readonly issue: ReportIssue }

/** The report of the address, issued and not withdrawn. */
async function issuedAddress(call: SignedInCall): Promise<Result<Issued, Problem>> {
  const found = await reportAddress(call)
  if (!found.ok) return found
  const { issue } = found.value.report
  return issue?.files && !issue.withdrawn ? ok({ found: found.value, issue }) : fail(problem.reportNotIssued())
}

/** Writes what becomes of an issue; where somebody was quicker, the page as it is now. */
async function saveIssue(
  call: SignedInCall,
  { found: { report, version } }: Issued,
  issue: ReportIssue,
): Promise<boolean> {
  return saveReport(call.deps.table, { ...report, issue }, version)
}

/** POST: the copy with signature and seal becomes the one that is given out and verified, once. */
export async function sendSignedCopy(call: SignedInCall): Promise<Response> {
  const issued = await issuedAddress(call)
  if (!issued.ok) return refuse(call, issued.problem)
  const { found, issue } = issued.value
  if (issue.signed) return issuedPage(call, found, { problem: problem.signedCopyThere() })
  const parts = await formParts(call.c)
  if (!parts.ok) return refuse(call, parts.problem)
  const file = parts.value.files.find(({ name }) => name === 'signed')?.file
  const bytes = file && file.size <= largestUpload ? new Uint8Array(await file.arrayBuffer()) : undefined
  if (!bytes || sniff(bytes, true) !== 'application/pdf')
    return issuedPage(call, found, { problem: problem.signedCopyWrong(largestUpload) })
  const kept = await keepIssued(call.deps.objects, found.report, 'pdf', bytes)
  const signed = { ...kept, by: call.me.person.id, at: call.now }
  if (!(await saveIssue(call, issued.value, { ...issue, signed }))) return changedSince(call)
  call.record({ unitId: found.plan.unitId, details: `${numberAndSymbol(issue)} ${kept.sha256}` })
  return call.c.redirect(path.reportIssue(found.report.id), 303)
}

async function changedSince(call: SignedInCall): Promise<Response> {
  const now = await reportAddress(call)
  return now.ok ? issuedPage(call, now.value, { problem: problem.reportChanged() }) : refuse(call, now.problem)
}

/** POST: begins the draft that is to take the report's place, or leads to the one that was begun. */
export async function beginCorrection(call: SignedInCall): Promise<Response> {
  const issued = await issuedAddress(call)
  if (!issued.ok) return refuse(call, issued.problem)
  const { deps, me, now } = call
  const { found, issue } = issued.value
  const asked = newCorrection(found.plan, found.report, { requestedAt: now, requestedBy: me.person.id })
  const draft: Report = await claimCorrection(deps.table, found.report.id, asked)
  const isAskedFor = (await findReport(deps.table, draft.organisationId, draft.id)) !== undefined
  if (!isAskedFor) await openJob(deps.table, draft, now)
  if (!isAskedFor && (await insertReport(deps.table, draft))) {
    await deps.reportQueue.send({ organisationId: draft.organisationId, reportId: draft.id })
    call.record({ unitId: found.plan.unitId, details: numberAndSymbol(issue) })
  } else call.changedNothing()
  return call.c.redirect(path.reportEdit(draft.id), 303)
}

/** POST: withdraws the report, with a reason, once its number was typed. */
export async function withdrawReport(call: SignedInCall): Promise<Response> {
  const issued = await issuedAddress(call)
  if (!issued.ok) return refuse(call, issued.problem)
  const { found, issue } = issued.value
  const fields = await formFields(call.c)
  const m = deskMessages(pageContext(call)).issue
  const typed = {
    reason: tidy(fields.get('reason') ?? '').slice(0, longestReason * 2),
    confirm: tidy(fields.get('confirm') ?? '').slice(0, longestReason),
  }
  const faults = new Map<string, string>()
  if (typed.reason === '' || typed.reason.length > longestReason)
    faults.set('reason', m.withdraw.reasonFault(longestReason))
  if (typed.confirm.toLowerCase() !== numberAndSymbol(issue).toLowerCase()) faults.set('confirm', m.faults.confirm)
  if (faults.size > 0) return issuedPage(call, found, { typed, faults, problem: problem.fieldsWrong(faults.size) })
  const withdrawn = { by: call.me.person.id, at: call.now, reason: typed.reason }
  if (!(await saveIssue(call, issued.value, { ...issue, withdrawn }))) return changedSince(call)
  call.record({ unitId: found.plan.unitId, details: `${numberAndSymbol(issue)}: ${typed.reason}` })
  return call.c.redirect(path.reportIssue(found.report.id), 303)
}
