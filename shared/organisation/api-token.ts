// What a program may do with a person's token: never more than the person, and of that only what its scopes name.

import * as v from 'valibot'
import { OrganisationId, PersonId, TokenId } from '../ids.ts'

export const scopes = [
  'responses:read',
  'responses:write',
  'exports:make',
  'campaigns:read',
  'forms:read',
  'units:read',
] as const
export const Scope = v.picklist(scopes)
export type Scope = v.InferOutput<typeof Scope>

/** What every token begins with, so that one that got lost is recognised for what it is. */
export const tokenPrefix = 'phieu_'

export const longestTokenName = 60
export const mostTokenDays = 365
/** Of one person at a time. */
export const mostTokens = 20

const Timestamp = v.pipe(v.string(), v.isoTimestamp())

export const ApiToken = v.strictObject({
  id: TokenId,
  organisationId: OrganisationId,
  /** Whose roles it has. */
  personId: PersonId,
  /** What its owner calls it: where it is used. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(longestTokenName)),
  scopes: v.pipe(v.array(Scope), v.minLength(1), v.maxLength(scopes.length)),
  createdAt: Timestamp,
  expiresAt: Timestamp,
})
export type ApiToken = v.InferOutput<typeof ApiToken>
