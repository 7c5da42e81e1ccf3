// Whether a copy of a report is genuine, for whoever holds its code. Nothing is listed, and a code can't be guessed; wrong ones are
// counted by network all the same. A file is compared within the request and kept nowhere.

import { dayOf } from '../../../shared/organisation/day.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { issuedCopy } from '../../../shared/report/issue.ts'
import { printedVerifyCode, readVerifyCode, type VerifyCode } from '../../../shared/report/verify-code.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Compared, VerifiedPage, type VerifiedReport, VerifyPage } from '../../../web/pages/verify.tsx'
import { frozenOf } from '../../issued-files.ts'
import { supersededBy } from '../../issuing.ts'
import { findVerified } from '../../store/issues.ts'
import { findReport, type Report } from '../../store/reports.ts'
import { formParts } from '../body.ts'
import { type Call, pageContext } from '../call.ts'
import { statusOf } from '../problem-response.tsx'
import { triesHere } from '../tries-here.ts'

/** Wrong codes from one network in a day. */
const mostWrongCodes = 200

export const askForVerification = (call: Call): Response | Promise<Response> => ask(call)

/** The page to type a code on, with what was typed and why it didn't do. */
const ask = (call: Call, typed = '', why?: Problem, isUnknown = false): Response | Promise<Response> =>
  call.c.html(
    <VerifyPage context={pageContext(call)} typed={typed} problem={why} isUnknown={isUnknown} />,
    why ? statusOf[why.code] : isUnknown ? 404 : 200,
  )

type Verified = { readonly code: VerifyCode; readonly report: Report }

/** The report that a code verifies; undefined for a wrong one, which is counted. */
async function verified(call: Call, text: string): Promise<Result<Verified | undefined, Problem>> {
  const code = readVerifyCode(text)
  if (!code) return ok(undefined)
  const tries = await triesHere(call, 'verify')
  if ((await tries.count()) >= mostWrongCodes) return fail(problem.verifyTooOften())
  const named = await findVerified(call.deps.table, code)
  const found = named && (await findReport(call.deps.table, named.organisation, named.report))
  if (found?.report.issue?.files) return ok({ code, report: found.report })
  await tries.add()
  return ok(undefined)
}

/** POST /verify: leads to the page of the code that was typed. */
export async function takeVerification(call: Call): Promise<Response> {
  const parts = await formParts(call.c)
  const typed = parts.ok ? (parts.value.fields.get('code') ?? '').slice(0, 100) : ''
  const found = await verified(call, typed)
  if (!found.ok) return ask(call, typed, found.problem)
  return found.value ? call.c.redirect(path.verification(found.value.code), 303) : ask(call, typed, undefined, true)
}

/** GET /verify/:code, and POST with a file to compare. */
export async function showVerification(call: Call): Promise<Response> {
  const found = await verified(call, (call.c.req.param('code') ?? '').slice(0, 100))
  if (!found.ok) return ask(call, '', found.problem)
  if (!found.value) return ask(call, '', undefined, true)
  const { code, report } = found.value
  const compared = call.c.req.method === 'POST' ? await compare(call, report) : undefined
  const page = (
    <VerifiedPage
      context={pageContext(call)}
      code={code}
      printed={printedVerifyCode(code)}
      shown={await shownOf(call, report)}
      compared={compared}
    />
  )
  return call.c.html(page, compared?.is === 'no-file' ? 422 : 200)
}

/** What anybody may know of an issued report; nothing of what it says inside. */
async function shownOf(call: Call, report: Report): Promise<VerifiedReport> {
  const { issue } = report
  const copy = issue && issuedCopy(issue)
  if (!issue || !copy) throw new Error('A verified report is issued')
  const newer = await supersededBy(call.deps, report)
  const { organisation } = await call.deps.directory.organisation(report.organisationId, call.now)
  const { body, documentNumber, date, subject, signatory, signed, withdrawn } = issue
  return {
    ...{ body, documentNumber, date, subject, signatory, isSigned: signed !== undefined, sha256: copy.sha256 },
    state: withdrawn
      ? { is: 'withdrawn', on: dayOf(withdrawn.at, organisation.timeZone) }
      : newer
        ? { is: 'superseded', by: newer.issue }
        : { is: 'genuine' },
  }
}

async function compare({ c }: Call, { issue }: Report): Promise<Compared> {
  const parts = await formParts(c)
  const file = parts.ok ? parts.value.files.find(({ name }) => name === 'file')?.file : undefined
  if (!file || file.size === 0) return { is: 'no-file' }
  const { sha256 } = frozenOf(new Uint8Array(await file.arrayBuffer()))
  if (issue && sha256 === issuedCopy(issue)?.sha256) return { is: 'same', sha256 }
  const before = Object.values(issue?.files ?? {}).some((frozen) => frozen.sha256 === sha256)
  return { is: before ? (issue?.signed ? 'unsigned' : 'same') : 'other', sha256 }
}
