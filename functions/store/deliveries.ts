// What was delivered of a plan's reports, and to whom: one item for each report, occasion and receiver. It is the claim too: whoever
// writes it first, or takes it over by its version, delivers.

import * as v from 'valibot'
import type { OrganisationId, ReportId, ReportPlanId } from '../../shared/ids.ts'
import { Delivered } from '../../shared/report/delivery.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

export type StoredDelivery = { readonly delivered: Delivered; readonly version: number }
export type DeliveryPlace = { readonly organisationId: OrganisationId; readonly planId: ReportPlanId }

const storedIn = (item: Item): StoredDelivery => ({
  delivered: v.parse(Delivered, JSON.parse(textOf(item, 'body'))),
  version: numberOf(item, 'version'),
})

const itemOf = ({ organisationId, planId }: DeliveryPlace, delivered: Delivered, version: number) => ({
  ...key.delivery(organisationId, planId, delivered),
  body: JSON.stringify(delivered),
  version,
})

/** Writes what becomes of a delivery if it is still the version that was read (0: none yet); undefined otherwise. */
export async function saveDelivery(
  table: Table,
  place: DeliveryPlace,
  delivered: Delivered,
  replaces: number,
): Promise<StoredDelivery | undefined> {
  const isWritten = await table.replace(itemOf(place, delivered, replaces + 1), replaces)
  return isWritten ? { delivered, version: replaces + 1 } : undefined
}

export async function findDelivery(
  table: Table,
  { organisationId, planId }: DeliveryPlace,
  of: Pick<Delivered, 'report' | 'occasion' | 'to'>,
): Promise<StoredDelivery | undefined> {
  const item = await table.get(key.delivery(organisationId, planId, of))
  return item && storedIn(item)
}

/** Of one report. */
export async function listDeliveries(
  table: Table,
  { organisationId, planId }: DeliveryPlace,
  report: ReportId,
): Promise<StoredDelivery[]> {
  return (await queryAll(table, partition.deliveries(organisationId, planId), `${report}#`)).map(storedIn)
}

/** Of a plan, those of its newest reports first. */
export async function newestDeliveries(
  table: Table,
  { organisationId, planId }: DeliveryPlace,
  limit: number,
): Promise<StoredDelivery[]> {
  const { items } = await table.query(partition.deliveries(organisationId, planId), { limit, backwards: true })
  return items.map(storedIn)
}
