// The start page, and the choice of language.

import { setCookie } from 'hono/cookie'
import * as v from 'valibot'
import { Language } from '../../../shared/language.ts'
import { maySomewhere } from '../../../shared/organisation/access.ts'
import { isTopAdmin } from '../../../shared/organisation/top.ts'
import { path } from '../../../shared/paths.ts'
import { problem } from '../../../shared/problems.ts'
import { WelcomePage } from '../../../web/pages/welcome.tsx'
import { listCampaigns } from '../../store/campaigns.ts'
import { notePersonLanguage } from '../../store/person-language.ts'
import { formFields } from '../body.ts'
import { answersSomewhere, type Call, pageContext, type SignedIn } from '../call.ts'
import type { ApiDeps } from '../deps.ts'
import { refuse } from '../problem-response.tsx'
import { safeReturn } from '../sign-in.ts'

/** Signed in: what one came for. Otherwise a word on what this is, and the way in. */
export async function showHome(call: Call): Promise<Response> {
  const { c, deps, me } = call
  if (!me) return c.html(<WelcomePage context={pageContext(call)} returnTo={c.req.query('returnTo')} />)
  return c.redirect(await firstPage(deps, me), 302)
}

async function firstPage({ table }: ApiDeps, { person, tree, organisationId }: SignedIn): Promise<string> {
  if (answersSomewhere(person)) return path.visits()
  // Where nothing runs yet, the progress of nothing would be a dead end.
  const isFounding = isTopAdmin(person, tree)
  if ((isFounding || maySomewhere(person, 'campaign.manage')) && !(await listCampaigns(table, organisationId)).length)
    return isFounding ? path.nextSteps() : path.campaigns()
  if (maySomewhere(person, 'progress.read')) return path.progress()
  return maySomewhere(person, 'form.design') ? path.forms() : path.visits()
}

const LanguageFields = v.object({ language: Language, returnTo: v.optional(v.string()) })
const aYear = 365 * 86_400

export async function setLanguage(call: Call): Promise<Response> {
  const { c } = call
  const fields = v.safeParse(LanguageFields, Object.fromEntries(await formFields(c)))
  if (!fields.success) return refuse(call, problem.wrongShape(['language']))
  const { language } = fields.output
  rememberLanguage(call, language)
  // Mails follow the choice.
  if (call.me) await notePersonLanguage(call.deps.table, call.me.organisationId, call.me.person.id, language)
  return c.redirect(safeReturn(fields.output.returnTo), 303)
}

/** Keeps the choice in this browser for a year. */
export function rememberLanguage({ c, deps }: Call, language: Language): void {
  const secure = deps.publicUrl.startsWith('https:')
  setCookie(c, 'language', language, { path: '/', sameSite: 'Lax', httpOnly: true, secure, maxAge: aYear })
}
