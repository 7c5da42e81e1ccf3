// The page for those who type a code from a printed slip.

import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import { formatLinkKey, readLinkKey } from '../../../../shared/survey/link-key.ts'
import { CodePage } from '../../../../web/pages/surveys/code.tsx'
import { formFields } from '../../body.ts'
import type { Call } from '../../call.ts'
import { statusOf } from '../../problem-response.tsx'
import { memberBy, memberContext } from './member-call.ts'

export const askForCode = (call: Call): Response | Promise<Response> =>
  call.c.html(<CodePage context={memberContext(call)} typed="" problem={undefined} />)

/** POST: leads to the survey that a code is for; a wrong one is shown again, to be put right. */
export async function takeCode(call: Call): Promise<Response> {
  const typed = ((await formFields(call.c)).get('code') ?? '').slice(0, 100)
  const found = await memberBy(call, typed)
  const key = readLinkKey(typed)
  if (found.ok && key) return call.c.redirect(path.survey(formatLinkKey(key)), 303)
  const why = found.ok ? problem.linkUnknown() : found.problem
  return call.c.html(<CodePage context={memberContext(call)} typed={typed} problem={why} />, statusOf[why.code])
}
