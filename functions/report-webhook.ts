// What a webhook is told of a report, and calling it.

import { localize } from '../shared/language.ts'
import { unitIn } from '../shared/organisation/unit.ts'
import { path } from '../shared/paths.ts'
import type { Bringing, DeliverDeps, Outcome } from './deliver.ts'
import { occasionOf } from './owed-deliveries.ts'
import { hashOf } from './store/tokens.ts'
import { signingSecrets } from './store/webhook-secrets.ts'
import { signed } from './webhook.ts'

/** Not worth another try: what is wrong is the address, not the moment. 410: the other side wants no more of it. */
const isFinal = (reason: string, status: number | undefined): boolean =>
  reason === 'url-refused' || reason === 'not-public' || reason === 'redirected' || status === 410

/** Calls the plan's webhook once. The addresses in it ask for a sign-in, like every other: no token is given away. */
export async function callWebhook(deps: DeliverDeps, { report, plan, delivered }: Bringing): Promise<Outcome> {
  const url = plan.delivery?.webhook?.url
  if (url === undefined) return { kind: 'never', reason: 'webhook-gone' }
  const at = deps.now()
  const place = { organisationId: report.organisationId, planId: plan.id }
  const secrets = await signingSecrets(deps, place, at)
  if (secrets.length === 0) return { kind: 'never', reason: 'no-secret' }
  const { tree } = await deps.directory.organisation(report.organisationId, at)
  const unit = unitIn(tree, plan.unitId)
  const { id, issue } = report
  const absolute = (address: string) => `${deps.publicUrl}${address}`
  const body = JSON.stringify({
    event: `report.${delivered.occasion}`,
    at,
    report: {
      id,
      title: localize(plan.title, plan.language),
      unit: { id: plan.unitId, code: unit?.code ?? null, name: unit?.name ?? null },
      period: report.periodId,
      state: occasionOf(report) === 'issued' ? 'issued' : 'draft',
      documentNumber: issue?.documentNumber ?? null,
    },
    urls: {
      page: absolute(path.report(id)),
      pdf: absolute(path.reportPdf(id)),
      docx: absolute(path.reportFile(id, 'docx')),
      xlsx: absolute(path.reportFile(id, 'xlsx')),
      json: absolute(path.reportFile(id, 'json')),
    },
  })
  const messageId = `msg_${hashOf(`${report.organisationId} ${id} ${delivered.occasion}`).slice(0, 32)}`
  const posted = await deps.webhooks.post(url, signed(messageId, at, body, secrets))
  if (posted.ok) return { kind: 'sent' }
  const { reason, status } = posted
  const why = { reason, ...(status === undefined ? {} : { status }) }
  return { kind: isFinal(reason, status) ? 'never' : 'later', ...why }
}
