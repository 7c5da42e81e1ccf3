// Trying the API from its page with one's own session. Reading leads to the address itself; a response is sent as a program
// would send it, and what came of it is shown.

import { describeProblem } from '../../../../shared/messages/problem.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { Submission } from '../../../../shared/response/submission.ts'
import type { Result } from '../../../../shared/result.ts'
import { OutcomePage } from '../../../../web/pages/developer/docs.tsx'
import { submit } from '../../../submit/submit.ts'
import { formFields, largestContent } from '../../body.ts'
import { pageContext, type SignedInCall, timeZoneOf } from '../../call.ts'
import { describedRoutes, parametersIn } from '../../described/document.ts'
import { readJsonText } from '../../json-body.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { routes } from '../../routes.ts'

/** GET /developer/try?operation=… and its parameters: leads on to the address that they make. */
export function tryReading(call: SignedInCall): Response | Promise<Response> {
  const { c } = call
  const found = describedRoutes(routes).find(({ operation }) => operation.id === c.req.query('operation'))
  if (found?.route.method !== 'GET') return refuse(call, problem.pageUnknown())
  const missing = parametersIn(found.route.path).filter((name) => !c.req.query(name))
  if (missing.length > 0) return refuse(call, problem.wrongShape(missing))
  const filled = found.route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(c.req.query(name) ?? ''))
  const query = new URLSearchParams(
    (found.operation.parameters ?? []).flatMap(({ name, in: place }): [string, string][] => {
      const value = c.req.query(name)
      return place === 'query' && value ? [[name, value]] : []
    }),
  )
  return c.redirect(`${filled}${query.size > 0 ? `?${query}` : ''}`, 302)
}

/** POST /developer/try: sends the body of the form as POST /api/responses takes it. */
export async function trySending(call: SignedInCall): Promise<Response> {
  const text = (await formFields(call.c)).get('body') ?? ''
  const sent = await send(call, text)
  const status = sent.ok ? sent.value.status : statusOf[sent.problem.code]
  const answer = sent.ok ? sent.value.answer : problemAnswer(call, sent.problem)
  const context = { ...pageContext(call), here: path.apiDocs() }
  return call.c.html(
    <OutcomePage context={context} status={status} answer={JSON.stringify(answer, null, 2)} sent={text} />,
    sent.ok ? 200 : statusOf[sent.problem.code],
  )
}

type Sent = { readonly status: number; readonly answer: unknown }

async function send({ deps, me }: SignedInCall, text: string): Promise<Result<Sent, Problem>> {
  if (Buffer.byteLength(text) > largestContent) return { ok: false, problem: problem.tooLarge(largestContent) }
  const read = readJsonText(text, Submission)
  if (!read.ok) return read
  const submitted = await submit(deps, me, read.value)
  if (!submitted.ok) return submitted
  const { receipt, isNew } = submitted.value
  return { ok: true, value: { status: isNew ? 201 : 200, answer: { receipt } } }
}

function problemAnswer(call: SignedInCall, why: Problem) {
  const { title, detail } = describeProblem(why, call.language, timeZoneOf(call))
  return { type: `/problems/${why.code}`, title, status: statusOf[why.code], detail, ...why }
}
