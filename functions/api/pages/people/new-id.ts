// Ids of new people: random, after the time, so that a list by key has the newest first and an import in its own order.

import { asId, PersonId } from '../../../../shared/ids.ts'
import type { Call } from '../../call.ts'

/** `place`: tells people of one moment apart, and orders them. */
export function newPersonId({ deps, now }: Pick<Call, 'deps' | 'now'>, place = 0): PersonId {
  const time = Date.parse(now).toString(36).padStart(9, '0')
  const random = deps
    .randomToken()
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 12)
  return asId(PersonId, `p${time}${place.toString(36).padStart(3, '0')}${random}`)
}
