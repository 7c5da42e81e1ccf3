// Who answered a named survey, as its responses name them: after the hash of the invitation, so that the invitation is found.

import { asId, PersonId } from '../ids.ts'

const prefix = 'm-'

export const memberPersonId = ({ hash }: { readonly hash: string }): PersonId => asId(PersonId, `${prefix}${hash}`)

/** The hash of the invitation that a member came with; undefined for people of the organisation. */
export const memberHash = (id: PersonId): string | undefined =>
  id.startsWith(prefix) ? id.slice(prefix.length) : undefined
