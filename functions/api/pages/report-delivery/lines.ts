// Deliveries as their pages show them.

import { periodName } from '../../../../shared/messages/period.ts'
import { reportDeliveryMessages } from '../../../../shared/messages/report-delivery.ts'
import type { DeliveredLine } from '../../../../web/pages/report-delivery/lines.tsx'
import type { StoredDelivery } from '../../../store/deliveries.ts'
import { findReadingLink } from '../../../store/reading-links.ts'
import { findReport } from '../../../store/reports.ts'
import type { SignedInCall } from '../../call.ts'
import { namesOf } from '../report-desk/found.ts'

/** `withReport`: names the report of each line as well. */
export async function linesOf(
  call: SignedInCall,
  stored: readonly StoredDelivery[],
  withReport = false,
): Promise<DeliveredLine[]> {
  const { deps, now } = call
  const people = stored.flatMap(({ delivered: { to } }) => (to === 'webhook' ? [] : [to]))
  const nameOf = await namesOf(call, people)
  return Promise.all(
    stored.map(async ({ delivered, version }) => {
      const { to, link: id } = delivered
      const found = id === undefined ? undefined : await findReadingLink(deps.table, id)
      return {
        delivered,
        version,
        name: to === 'webhook' ? undefined : nameOf(to),
        report: withReport ? await reportName(call, delivered.report) : undefined,
        link: found && {
          expiresAt: found.link.expiresAt,
          revokedAt: found.link.revokedAt,
          isExpired: found.link.expiresAt <= now,
          opened: found.opened,
        },
      }
    }),
  )
}

async function reportName(
  { deps, me, language }: SignedInCall,
  id: StoredDelivery['delivered']['report'],
): Promise<string | undefined> {
  const found = await findReport(deps.table, me.organisationId, id)
  if (!found) return undefined
  const { issue, periodId } = found.report
  const name = reportDeliveryMessages[language].plan.report(periodName(periodId, language))
  return issue ? `${name}: ${issue.documentNumber}` : name
}
