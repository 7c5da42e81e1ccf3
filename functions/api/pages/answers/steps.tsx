// The steps of a review as forms send them: taken, or the record again with why not and what was typed.

import * as v from 'valibot'
import { foldText } from '../../../../shared/organisation/search.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { outlines } from '../../../../shared/response/counted.ts'
import type { Wanted } from '../../../../shared/response/review.ts'
import { longestReason, Reason } from '../../../../shared/response/step.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { WithdrawPage } from '../../../../web/pages/answers/withdraw.tsx'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import type { Editing } from '../../editing.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { takeStep } from '../../review.ts'
import { readableResponse } from '../receipt.tsx'
import { unitHeading } from '../visits.tsx'
import { queryOf, readFilter, readPlace } from './filter.ts'
import { recordPage } from './record.tsx'

type Typed = { readonly revision: number; readonly words: string; readonly unitName: string }

async function typedIn(call: SignedInCall): Promise<Typed> {
  const fields = await formFields(call.c)
  const revision = fields.get('revision') ?? ''
  return {
    revision: /^[1-9]\d{0,3}$/.test(revision) ? Number(revision) : 0,
    words: fields.get('words') ?? '',
    unitName: fields.get('unitName') ?? '',
  }
}

/** Words with a step that needs none. */
function withWords(kind: 'accept' | 'release', words: string): Result<Wanted, Problem> {
  if (words.trim() === '') return ok({ kind })
  const read = v.safeParse(Reason, words)
  return read.success ? ok({ kind, words: read.output }) : fail(problem.wordsWrong(longestReason))
}

function withReason(kind: 'return' | 'withdraw', words: string): Result<Wanted, Problem> {
  const read = v.safeParse(Reason, words)
  return read.success ? ok({ kind, reason: read.output }) : fail(problem.wordsWrong(longestReason))
}

function placeOf(call: SignedInCall, { address, shown }: Editing) {
  const { searchParams } = new URL(call.c.req.url)
  const query = queryOf(readFilter(searchParams), readPlace(searchParams))
  return { ids: [address.campaign.id, address.period.id, address.unit.id, shown.id] as const, query }
}

/** Takes the step and notes it for the log; a press that comes again is in the log already. */
async function take(
  call: SignedInCall,
  found: Editing,
  typed: Typed,
  wanted: Result<Wanted, Problem>,
): Promise<Problem | undefined> {
  if (!wanted.ok) return wanted.problem
  const { address, shown } = found
  const { person, tree } = call.me
  const taken = await takeStep(call.deps, {
    ...{ ...address, person, tree, id: shown.id, replaces: typed.revision },
    wanted: wanted.value,
  })
  if (!taken.ok) return taken.problem
  if (!taken.value.isNew) call.changedNothing()
  const details = 'reason' in wanted.value ? wanted.value.reason : wanted.value.words
  call.record({
    subject: path.record(...placeOf(call, found).ids),
    unitId: address.unit.id,
    ...(details ? { details: details.slice(0, 1_000).toWellFormed() } : {}),
  })
  return undefined
}

type PlainStep = 'accept' | 'return' | 'release'

const stepTaker =
  (step: PlainStep, wantedOf: (words: string) => Result<Wanted, Problem>) =>
  async (call: SignedInCall): Promise<Response> => {
    const found = await readableResponse(call)
    if (!found.ok) return refuse(call, found.problem)
    const typed = await typedIn(call)
    const why = await take(call, found.value, typed, wantedOf(typed.words))
    const { ids, query } = placeOf(call, found.value)
    if (!why) return call.c.redirect(path.record(...ids, query), 303)
    const again = await readableResponse(call)
    if (!again.ok) return refuse(call, again.problem)
    return recordPage(call, again.value, { problem: why, typed: { step, words: typed.words } })
  }

export const acceptResponse = stepTaker('accept', (words) => withWords('accept', words))
export const returnResponse = stepTaker('return', (words) => withReason('return', words))
export const releaseResponse = stepTaker('release', (words) => withWords('release', words))

/** Marks and capitals aside, the name or the code. */
const confirms = ({ name, code }: { readonly name: string; readonly code: string }, typed: string): boolean =>
  [name, code].some((one) => foldText(one) === foldText(typed.slice(0, 300)))

async function withdrawPage(
  call: SignedInCall,
  found: Editing,
  typed: Pick<Typed, 'words' | 'unitName'>,
  why?: Problem,
): Promise<Response> {
  const { address, history, newest, shown } = found
  const { ids, query } = placeOf(call, found)
  const page = (
    <WithdrawPage
      context={pageContext(call)}
      problem={why}
      isDiscard={outlines(history).get(shown.id)?.held !== undefined}
      unit={unitHeading(call, address.unit.id)}
      periodId={address.period.id}
      revision={newest}
      action={path.reviewStep(...ids, 'withdraw', query)}
      backHref={path.record(...ids, query)}
      typed={typed}
    />
  )
  return call.c.html(page, why ? statusOf[why.code] : 200)
}

export async function askWithdraw(call: SignedInCall): Promise<Response> {
  const found = await readableResponse(call)
  if (!found.ok) return refuse(call, found.problem)
  return withdrawPage(call, found.value, { words: '', unitName: '' })
}

/** POST: withdraws, or doesn't take what waits in quarantine; asked for by the unit's name. */
export async function withdrawResponse(call: SignedInCall): Promise<Response> {
  const found = await readableResponse(call)
  if (!found.ok) return refuse(call, found.problem)
  const typed = await typedIn(call)
  const isConfirmed = confirms(unitHeading(call, found.value.address.unit.id), typed.unitName)
  const wanted = withReason('withdraw', typed.words)
  const why = isConfirmed || !wanted.ok ? await take(call, found.value, typed, wanted) : problem.nameNotConfirmed()
  const { ids, query } = placeOf(call, found.value)
  if (!why) return call.c.redirect(path.record(...ids, query), 303)
  const again = await readableResponse(call)
  return again.ok ? withdrawPage(call, again.value, typed, why) : refuse(call, again.problem)
}
