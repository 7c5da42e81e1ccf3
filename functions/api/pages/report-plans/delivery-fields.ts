// The fields about to whom a plan's reports are brought: read into its delivery, and back.

import * as v from 'valibot'
import type { UnitId } from '../../../../shared/ids.ts'
import { reportDeliveryMessages } from '../../../../shared/messages/report-delivery.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { type Delivery, longestUrl, mostReaders, Occasion } from '../../../../shared/report/delivery.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import type { Reader } from '../../../../web/pages/report-plans/delivery-fields.tsx'
import { listPeople } from '../../../store/people.ts'
import { refusedUrl } from '../../../webhook.ts'
import type { SignedInCall } from '../../call.ts'

/** Whoever may read reports at the unit, by name. */
export async function readersAt({ deps, me, language }: SignedInCall, unitId: UnitId): Promise<Reader[]> {
  const people = await listPeople(deps.table, me.organisationId)
  return people
    .filter((person) => mayAt(person, me.tree, 'report.read', unitId))
    .map(({ id, name, email }) => ({ id, name, hasAddress: email !== undefined }))
    .sort((a, b) => a.name.localeCompare(b.name, language))
}

export function deliveryFieldsOf(delivery: Delivery | undefined): URLSearchParams {
  const fields = new URLSearchParams({
    deliveryWhen: delivery?.when ?? 'ready',
    deliveryWebhook: delivery?.webhook?.url ?? '',
  })
  for (const id of delivery?.mail?.to ?? []) fields.append('deliveryTo', id)
  return fields
}

/** What the fields come to: undefined where nobody is to be told; or what is wrong, in words, by field. */
export function readDelivery(
  { deps, language }: SignedInCall,
  fields: URLSearchParams,
  readers: readonly Reader[],
): Result<Delivery | undefined, ReadonlyMap<string, string>> {
  const m = reportDeliveryMessages[language].fields.faults
  const faults = new Map<string, string>()
  const chosen = new Set(fields.getAll('deliveryTo'))
  const to = readers.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  if (to.length !== chosen.size || to.length > mostReaders) faults.set('deliveryTo', m.to(mostReaders))
  const url = (fields.get('deliveryWebhook') ?? '').trim()
  const isRefused = url.length > longestUrl || refusedUrl(url, { WEBHOOKS_TO: deps.webhooksTo }) !== undefined
  if (url !== '' && isRefused) faults.set('deliveryWebhook', m.url)
  const when = v.safeParse(Occasion, fields.get('deliveryWhen'))
  if (!when.success) faults.set('deliveryWhen', m.when)
  if (faults.size > 0 || !when.success) return fail(faults)
  if (to.length === 0 && url === '') return ok(undefined)
  return ok({
    when: when.output,
    ...(to.length > 0 ? { mail: { to } } : {}),
    ...(url === '' ? {} : { webhook: { url } }),
  })
}
