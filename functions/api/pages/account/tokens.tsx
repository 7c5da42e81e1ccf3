// One's own API tokens: listed, made and shown once, revoked.

import * as v from 'valibot'
import { TokenId } from '../../../../shared/ids.ts'
import {
  type ApiToken,
  longestTokenName,
  mostTokenDays,
  mostTokens,
  scopes,
} from '../../../../shared/organisation/api-token.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import {
  NewTokenPage,
  RevokeTokenPage,
  type TokenEntries,
  TokensPage,
  tokenDays,
} from '../../../../web/pages/account/tokens.tsx'
import {
  findTokenOf,
  insertToken,
  listTokens,
  noteTokenForm,
  removeToken,
  tokenText,
} from '../../../store/api-tokens.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'

const nothingEntered: TokenEntries = { name: '', scopes: [], days: 90 }

/** GET: the tokens there are, and the form for another. */
export const showTokens = (call: SignedInCall): Promise<Response> => tokensPage(call, nothingEntered)

async function tokensPage(call: SignedInCall, entries: TokenEntries, why?: Problem): Promise<Response> {
  const { deps, me, now } = call
  const tokens = await listTokens(deps.table, me.organisationId, me.person.id)
  const lines = tokens.map(({ token, usedAt }) => ({ ...token, usedAt, isExpired: token.expiresAt <= now }))
  const context = { ...pageContext(call), here: path.apiTokens() }
  return call.c.html(
    <TokensPage context={context} tokens={lines} form={deps.randomToken()} entries={entries} problem={why} />,
    why ? statusOf[why.code] : 200,
  )
}

const Fields = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestTokenName)),
  scopes: v.pipe(v.array(v.picklist(scopes)), v.minLength(1)),
  days: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(mostTokenDays)),
})

/** What the page made for its form, so that one form makes one token. */
const FormName = v.pipe(v.string(), v.regex(/^[\w-]{16,100}$/))

/** What was filled in, as far as it can be shown again. */
function entriesIn(fields: URLSearchParams): TokenEntries {
  const days = Number(fields.get('days'))
  return {
    name: (fields.get('name') ?? '').trim().slice(0, 200),
    scopes: scopes.filter((scope) => fields.getAll('scope').includes(scope)),
    days: tokenDays.find((one) => one === days) ?? nothingEntered.days,
  }
}

/** POST: makes a token. Its text is in this answer and nowhere else: reloading the answer makes no second one. */
export async function makeToken(call: SignedInCall): Promise<Response> {
  const { deps, me, now } = call
  if (me.isByLink) return refuse(call, problem.tokenNeedsAccount())
  const fields = await formFields(call.c)
  const entries = entriesIn(fields)
  const again = (why: Problem) => {
    call.changedNothing()
    return tokensPage(call, entries, why)
  }
  const read = v.safeParse(Fields, entries)
  if (!read.success) return again(problem.tokenFaulty())
  const there = await listTokens(deps.table, me.organisationId, me.person.id)
  if (there.length >= mostTokens) return again(problem.tooManyTokens(mostTokens))
  const form = v.safeParse(FormName, fields.get('form'))
  if (!form.success) return again(problem.wrongShape(['form']))
  if (!(await noteTokenForm(deps.table, me.person.id, form.output, now))) {
    call.changedNothing()
    return tokensPage(call, nothingEntered, problem.tokenShownOnce())
  }
  const text = tokenText(deps.randomToken())
  const { name, days } = read.output
  const token = await insertToken(deps.table, text, {
    organisationId: me.organisationId,
    personId: me.person.id,
    name,
    scopes: read.output.scopes,
    createdAt: now,
    expiresAt: new Date(Date.parse(now) + days * 86_400_000).toISOString(),
  })
  call.record({ subject: path.apiTokens(), details: detailsOf(token) })
  return call.c.html(
    <NewTokenPage context={{ ...pageContext(call), here: path.apiTokens() }} name={name} text={text} />,
  )
}

const detailsOf = ({ name, scopes: held }: ApiToken) => `${name}: ${held.join(', ')}`

/** /account/tokens/:token: one of one's own. */
async function tokenAddress({ deps, c, me }: SignedInCall): Promise<Result<ApiToken, Problem>> {
  const id = v.safeParse(TokenId, c.req.param('token'))
  const found = id.success && (await findTokenOf(deps.table, me.organisationId, me.person.id, id.output))
  return found ? ok(found.token) : fail(problem.tokenUnknown())
}

/** GET: asks before it is done. */
export async function askRevocation(call: SignedInCall): Promise<Response> {
  const found = await tokenAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { id, name } = found.value
  return call.c.html(<RevokeTokenPage context={pageContext(call)} id={id} name={name} />)
}

/** POST: from the next request on the token opens nothing. */
export async function revokeToken(call: SignedInCall): Promise<Response> {
  const found = await tokenAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  await removeToken(call.deps.table, found.value)
  call.record({ subject: path.apiTokens(), details: detailsOf(found.value) })
  return call.c.redirect(path.apiTokens(), 303)
}
