// Form versions for programs. Whoever fills in a form may read it.

import { problem } from '../../../shared/problems.ts'
import { formIdParam, versionParam } from '../address.ts'
import type { SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'

/** GET /api/forms/:form/versions/:version: immutable, so it may be kept. */
export async function getFormVersion(call: SignedInCall): Promise<Response> {
  const { c, deps, me } = call
  const [formId, version] = [formIdParam(c), versionParam(c)]
  const found = formId && version && (await deps.directory.findForm(me.organisationId, { formId, version }))
  if (!found) return refuse(call, problem.formUnknown())
  return c.json({ id: found.formId, version: found.version, form: found.form })
}
