// Tokens and moments as the table holds them: whoever has a copy of the table can't use what people hold.

import { createHash } from 'node:crypto'

/** SHA-256, base64url. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** Whole seconds since 1970, as DynamoDB's TTL wants them. */
export const secondsOf = (iso: string): number => Math.floor(Date.parse(iso) / 1_000)

/** ISO 8601, UTC. */
export const isoOf = (seconds: number): string => new Date(seconds * 1_000).toISOString()
