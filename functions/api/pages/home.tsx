// The start page, and the choice of language.

import { setCookie } from 'hono/cookie'
import * as v from 'valibot'
import { Language } from '../../../shared/language.ts'
import { maySomewhere } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { problem } from '../../../shared/problems.ts'
import { WelcomePage } from '../../../web/pages/welcome.tsx'
import { formFields } from '../form-fields.ts'
import { refuse } from '../problem-response.tsx'
import { safeReturn } from '../sign-in.ts'
import { answersSomewhere, pageContext, type Visit } from '../visit.ts'

/** Signed in: what one came for. Otherwise a word on what this is, and the way in. */
export function showHome(visit: Visit): Response | Promise<Response> {
  const { c, me } = visit
  if (!me) return c.html(<WelcomePage context={pageContext(visit)} returnTo={c.req.query('returnTo')} />)
  const leads = !answersSomewhere(me.person) && maySomewhere(me.person, 'progress.read')
  return c.redirect(leads ? path.progress() : path.visits(), 302)
}

const LanguageFields = v.object({ language: Language, returnTo: v.optional(v.string()) })
const aYear = 365 * 86_400

export async function setLanguage(visit: Visit): Promise<Response> {
  const { c, deps } = visit
  const fields = v.safeParse(LanguageFields, Object.fromEntries(await formFields(c)))
  if (!fields.success) return refuse(visit, problem.wrongShape(['language']))
  const secure = deps.publicUrl.startsWith('https:')
  setCookie(c, 'language', fields.output.language, {
    path: '/',
    sameSite: 'Lax',
    httpOnly: true,
    secure,
    maxAge: aYear,
  })
  return c.redirect(safeReturn(fields.output.returnTo), 303)
}
