// Who may found the organisation of an installation that holds none, as sign-in finds out.

import { path } from '../../shared/paths.ts'
import { insertFounder } from '../store/founding.ts'
import { isSameEmail } from '../store/identities.ts'
import { listOrganisations } from '../store/organisation.ts'
import type { Call } from './call.ts'
import { expiryOf, writeCookie } from './cookies.ts'
import type { ApiDeps } from './deps.ts'
import type { Identity } from './issuer.ts'

/** The address is one that the issuer has verified; without the setting nobody founds anything. */
export async function mayFound({ table, adminEmail }: ApiDeps, { verifiedEmail }: Identity): Promise<boolean> {
  if (adminEmail === undefined || !isSameEmail(verifiedEmail, adminEmail)) return false
  return (await listOrganisations(table)).length === 0
}

/** Leads the founder to the page; the browser holds a token for it, since there is no organisation to have a session of. */
export async function leadToFounding({ deps, c, now }: Call): Promise<Response> {
  const token = deps.randomToken()
  await insertFounder(deps.table, token, expiryOf('founder', now))
  writeCookie(c, deps.publicUrl, 'founder', token)
  return c.redirect(path.setup(), 303)
}
