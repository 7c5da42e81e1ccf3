// The start page, and the choice of language.

import { setCookie } from 'hono/cookie'
import * as v from 'valibot'
import { Language } from '../../../shared/language.ts'
import { maySomewhere, type Person } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { problem } from '../../../shared/problems.ts'
import { WelcomePage } from '../../../web/pages/welcome.tsx'
import { formFields } from '../body.ts'
import { answersSomewhere, type Call, pageContext } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { safeReturn } from '../sign-in.ts'

/** Signed in: what one came for. Otherwise a word on what this is, and the way in. */
export function showHome(call: Call): Response | Promise<Response> {
  const { c, me } = call
  if (!me) return c.html(<WelcomePage context={pageContext(call)} returnTo={c.req.query('returnTo')} />)
  return c.redirect(firstPage(me.person), 302)
}

function firstPage(person: Person): string {
  if (answersSomewhere(person)) return path.visits()
  if (maySomewhere(person, 'progress.read')) return path.progress()
  return maySomewhere(person, 'form.design') ? path.forms() : path.visits()
}

const LanguageFields = v.object({ language: Language, returnTo: v.optional(v.string()) })
const aYear = 365 * 86_400

export async function setLanguage(call: Call): Promise<Response> {
  const { c } = call
  const fields = v.safeParse(LanguageFields, Object.fromEntries(await formFields(c)))
  if (!fields.success) return refuse(call, problem.wrongShape(['language']))
  rememberLanguage(call, fields.output.language)
  return c.redirect(safeReturn(fields.output.returnTo), 303)
}

/** Keeps the choice in this browser for a year. */
export function rememberLanguage({ c, deps }: Call, language: Language): void {
  const secure = deps.publicUrl.startsWith('https:')
  setCookie(c, 'language', language, { path: '/', sameSite: 'Lax', httpOnly: true, secure, maxAge: aYear })
}
