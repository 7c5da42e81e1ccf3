// An expected failure as an answer: problem+json (RFC 9457) for programs, a page for people. The map is total: a new
// problem without a status doesn't compile.

import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { describeProblem } from '../../shared/messages/problem.ts'
import type { Problem, ProblemCode } from '../../shared/problems.ts'
import { ProblemPage, type SentFields } from '../../web/pages/problem.tsx'
import { challengeOf } from './bearer.ts'
import { type Call, pageContext, timeZoneOf } from './call.ts'

export const statusOf = {
  'request.not-json': 400,
  'request.bad-encoding': 400,
  'request.wrong-shape': 400,
  'request.too-large': 413,
  'request.cross-site': 403,
  'page.unknown': 404,
  'access.not-signed-in': 401,
  'access.role-missing': 403,
  'access.unit-not-yours': 403,
  'sign-in.expired': 400,
  'sign-in.failed': 400,
  'sign-in.person-unknown': 403,
  'unit.changed': 409,
  'tree.file-missing': 422,
  'tree.faulty': 422,
  'tree.outdated': 409,
  'unit.unknown': 404,
  'person.unknown': 404,
  'person.email-taken': 409,
  'person.last-admin': 409,
  'office.changed': 409,
  'fields.wrong': 422,
  'entry.closed': 404,
  'team.unknown': 404,
  'survey.link-unknown': 404,
  'survey.already-received': 200,
  'survey.sealed': 409,
  'survey.full': 409,
  'survey.too-many-tries': 429,
  'survey.looks-automatic': 422,
  'survey.no-invitations': 409,
  'survey.not-ready': 409,
  'survey.over': 409,
  'survey.nobody': 409,
  'survey.too-many-slips': 422,
  'survey.mailed-lately': 409,
  'mail.off': 409,
  'mail.refused': 422,
  'campaign.unknown': 404,
  'campaign.period-unknown': 404,
  'campaign.not-yet-open': 409,
  'campaign.closed': 409,
  'campaign.unit-unknown': 404,
  'campaign.in-draft': 409,
  'campaign.paused': 409,
  'campaign.not-now': 409,
  'campaign.changed': 409,
  'form.version-wrong': 409,
  'form.too-complex': 422,
  'form.unknown': 404,
  'form.upload-wrong': 422,
  'form.faulty': 422,
  'form.files-missing': 422,
  'form.id-missing': 422,
  'form.too-large': 413,
  'form.version-name-taken': 409,
  'form.version-name-too-long': 422,
  'form.too-many-versions': 409,
  'rehearsal.outdated': 409,
  'answers.invalid': 422,
  'response.scores-invalid': 422,
  'response.conflict': 409,
  'response.already-reported': 409,
  'response.not-editable': 409,
  'response.step-not-allowed': 409,
  'response.changed-meanwhile': 409,
  'response.words-wrong': 422,
  'response.name-not-confirmed': 422,
  'response.changed': 409,
  'entry.incomplete': 422,
  'draft.newer': 409,
  'draft.too-large': 413,
  'draft.too-many': 409,
  'response.revision-out-of-order': 409,
  'evidence.size-wrong': 413,
  'evidence.part-wrong': 422,
  'evidence.part-damaged': 422,
  'evidence.parts-missing': 409,
  'evidence.hash-wrong': 422,
  'evidence.type-wrong': 415,
  'evidence.unknown': 404,
  'response.unknown': 404,
  'action.unknown': 404,
  'action.changed': 409,
  'action.faulty': 422,
  'access.authorization-malformed': 400,
  'access.token-invalid': 401,
  'access.scope-missing': 403,
  'token.unknown': 404,
  'token.faulty': 422,
  'token.shown-once': 409,
  'token.too-many': 409,
  'token.needs-account': 403,
  'export.unknown': 404,
  'export.not-exportable': 422,
  'export.faulty': 422,
  'export.too-many': 409,
  'export.not-ready': 404,
  'template.unknown': 404,
  'template.changed': 409,
  'template.step-not-possible': 409,
  'template.needs-campaign': 422,
  'template.in-use': 409,
  'template.breaks-plans': 409,
  'template.file-wrong': 422,
  'template.faulty': 422,
  'template.too-many': 409,
  'report.unknown': 404,
  'report.not-ready': 404,
  'report.outdated': 404,
  'report.link-closed': 404,
  'report.delivery-changed': 409,
  'report.plan-gone': 409,
  'report.template-gone': 409,
  'report.campaign-gone': 409,
  'report.job-failed': 409,
  'report.job-broken-off': 409,
  'report.drawing-failed': 409,
  'report.drawing-broken-off': 409,
  'report.changed': 409,
  'report.issued': 409,
  'report.not-issued': 409,
  'report.sentence-unknown': 409,
  'report.edit-too-long': 422,
  'report.signed-copy-wrong': 422,
  'report.signed-copy-there': 409,
  'report.plan-unknown': 404,
  'report.span-backwards': 422,
  'report.plan-changed': 409,
  'report.plan-of-campaign': 409,
  'verify.too-many-tries': 429,
  'records.none': 404,
  'records.too-many': 422,
  'records.unknown': 404,
  'server.failed': 500,
} as const satisfies Record<ProblemCode, ContentfulStatusCode>

const isForPrograms = (call: Call): boolean => call.c.req.path.startsWith('/api/')

/** What a problem's page offers besides its words. */
export type Offer = {
  /** What was sent and can be sent again from there. */
  readonly sent?: SentFields
  /** It was sent as multipart/form-data, and may be more than other forms. */
  readonly asParts?: boolean
  /** Whether files were sent with it, which have to be chosen again. */
  readonly filesLost?: boolean
  readonly link?: { readonly href: string; readonly kind: 'receipt' | 'list' | 'forms' | 'organisation' } | undefined
}

/** The problem in the caller's language, in the form the caller reads. */
export function refuse(call: Call, problem: Problem, offer: Offer = {}): Response | Promise<Response> {
  const status = statusOf[problem.code]
  if (!isForPrograms(call))
    return call.c.html(<ProblemPage context={pageContext(call)} problem={problem} {...offer} />, status)
  const { title, detail } = describeProblem(problem, call.language, timeZoneOf(call))
  const body = { type: `/problems/${problem.code}`, title, status, detail, ...problem }
  const challenge = challengeOf(problem)
  return call.c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...(challenge ? { 'www-authenticate': challenge } : {}),
  })
}
