// Which secret signs a plan's webhook. The secret itself lies outside of the table (secrets.ts), under a name that rises with each
// rotation; the one before signs too for a day, so that a receiver can change over.

import * as v from 'valibot'
import { type OrganisationId, PersonId, type ReportPlanId } from '../../shared/ids.ts'
import type { Secrets } from '../secrets.ts'
import { key } from './keys.ts'
import { numberOf, type Table, textOf } from './table.ts'

const Moment = v.pipe(v.string(), v.isoTimestamp())
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

const WebhookSecret = v.strictObject({
  number: Count,
  madeAt: Moment,
  madeBy: PersonId,
  /** The one before, and until when it still signs. */
  before: v.optional(v.strictObject({ number: Count, until: Moment })),
})
type WebhookSecret = v.InferOutput<typeof WebhookSecret>
export type StoredSecret = { readonly secret: WebhookSecret | undefined; readonly version: number }

type Place = { readonly organisationId: OrganisationId; readonly planId: ReportPlanId }

const nameOf = ({ organisationId, planId }: Place, number: number) => `webhook-${organisationId}-${planId}-${number}`

/** Hours for which the one before still signs. */
const overlapHours = 24

export async function findWebhookSecret(table: Table, { organisationId, planId }: Place): Promise<StoredSecret> {
  const item = await table.get(key.webhookSecret(organisationId, planId))
  return {
    secret: item && v.parse(WebhookSecret, JSON.parse(textOf(item, 'body'))),
    version: numberOf(item, 'version'),
  }
}

/**
 * Makes the next secret and answers its text; undefined where another one was made since `seen`. `text`: what it is to be, where
 * a press that died before hasn't made one already.
 */
export async function makeWebhookSecret(
  { table, secrets }: { readonly table: Table; readonly secrets: Secrets },
  place: Place,
  made: { readonly text: string; readonly by: PersonId; readonly at: string; readonly seen: number },
): Promise<string | undefined> {
  const { secret, version } = await findWebhookSecret(table, place)
  if (version !== made.seen) return undefined
  const number = (secret?.number ?? 0) + 1
  await secrets.make(nameOf(place, number), made.text)
  const text = await secrets.read(nameOf(place, number))
  if (text === undefined) throw new Error('A secret was made and is not there')
  const until = new Date(Date.parse(made.at) + overlapHours * 3_600_000).toISOString()
  const next: WebhookSecret = {
    ...{ number, madeAt: made.at, madeBy: made.by },
    ...(secret ? { before: { number: secret.number, until } } : {}),
  }
  const body = JSON.stringify(next)
  const item = { ...key.webhookSecret(place.organisationId, place.planId), body, version: version + 1 }
  if (!(await table.replace(item, version))) return undefined
  if (secret?.before) await secrets.destroy(nameOf(place, secret.before.number))
  return text
}

/** The secrets that sign now, the newest first; none where nobody has made one, or they are gone. */
export async function signingSecrets(
  { table, secrets }: { readonly table: Table; readonly secrets: Secrets },
  place: Place,
  now: string,
): Promise<string[]> {
  const { secret } = await findWebhookSecret(table, place)
  if (!secret) return []
  const { number, before } = secret
  const numbers = [number, ...(before && before.until > now ? [before.number] : [])]
  const texts = await Promise.all(numbers.map((one) => secrets.read(nameOf(place, one))))
  return texts.filter((text) => text !== undefined)
}
