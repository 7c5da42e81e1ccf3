// Whether and when what a survey came to is released: once, and nothing of it before.

import * as Instant from 'temporal-polyfill/fns/Instant'
import type { Survey } from './survey.ts'

/** Whether a survey's periods are sealed at all: a named one never is. */
export const isSealable = ({ survey }: { readonly survey?: Pick<Survey, 'way'> | undefined }): boolean =>
  survey !== undefined && survey.way !== 'named'

/** After the close a link that was answered still hears so for these days; then the secret goes. */
const daysUntilSealed = 7

/** When a period is released by itself (ISO 8601, UTC); undefined while nobody has said when it closes. */
export const sealsAt = ({ closesAt }: { readonly closesAt: string | null }): string | undefined =>
  closesAt === null ? undefined : Instant.toString(Instant.addHours(Instant.fromString(closesAt), 24 * daysUntilSealed))
