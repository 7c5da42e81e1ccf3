// A team: people who visit units together. It belongs to a unit, whose office looks after it.

import * as v from 'valibot'
import { PersonId, TeamId, UnitId } from '../ids.ts'

/** More people than any team has. */
export const mostMembers = 100

export const Team = v.strictObject({
  id: TeamId,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** Whose team it is: it is managed by whoever manages campaigns there or above. */
  unitId: UnitId,
  /** Everybody in it, the leader too. */
  memberIds: v.pipe(v.array(PersonId), v.maxLength(mostMembers)),
  /** One of the members. */
  leaderId: v.optional(PersonId),
})
export type Team = v.InferOutput<typeof Team>
