// Reports on their way to readers: what was delivered, links that open one report, and the secrets of webhooks.

import type { Action } from '../../../shared/organisation/access.ts'
import type { Needs } from '../access.ts'
import { anyone, lazily, lazilyOpen, type Route } from './route.ts'

const load = () => import('../desks/report-delivery.ts')
const desk = lazily(async () => {
  const { planDeliveryNeeds: _, ...pages } = await load()
  return pages
})
const reading = lazilyOpen(() => import('../desks/reading-by-link.ts'))

type AtUnit = Extract<Needs, { readonly who: 'role-at' }>

const atReport = (action: Action): AtUnit => ({
  who: 'role-at',
  at: async (call) => (await import('../desks/report-desk.ts')).reportNeeds(action)(call),
})
const atPlan = (action: Action): AtUnit => ({
  who: 'role-at',
  at: async (call) => (await load()).planDeliveryNeeds(action)(call),
})

const open = { needs: anyone, forgetsVisitor: true } as const
const delivery = '/reports/:report/delivery'

export const reportDeliveryRoutes: readonly Route[] = [
  // The token stands in the address, which neither log nor audit log repeats. Whoever comes by it is nobody else here.
  { method: 'GET', path: '/read/:token', ...open, answer: reading('showReading') },
  // Writes its own entry into the audit log: nobody is signed in.
  { method: 'POST', path: '/read/:token', ...open, answer: reading('beginReading'), records: null },
  { method: 'GET', path: '/reading/:report', ...open, answer: reading('readReport') },
  { method: 'GET', path: '/reading/:report/report.pdf', ...open, answer: reading('readReportPdf') },
  { method: 'GET', path: '/reading/:report/report.docx', ...open, answer: reading('readReportDocx') },
  { method: 'GET', path: '/reading/:report/report.xlsx', ...open, answer: reading('readReportXlsx') },
  { method: 'GET', path: '/reading/:report/report.json', ...open, answer: reading('readReportJson') },
  { method: 'GET', path: delivery, needs: atReport('report.read'), answer: desk('showReportDelivery') },
  {
    method: 'POST',
    path: delivery,
    needs: atReport('report.make'),
    answer: desk('deliverAgain'),
    records: 'report.sent-again',
  },
  {
    method: 'POST',
    path: `${delivery}/revocation`,
    needs: atReport('report.make'),
    answer: desk('revokeReading'),
    records: 'report.link-revoked',
  },
  {
    method: 'GET',
    path: '/report-plans/:plan/delivery',
    needs: atPlan('report.make'),
    answer: desk('showPlanDelivery'),
  },
  {
    method: 'POST',
    path: '/report-plans/:plan/delivery',
    needs: atPlan('report.make'),
    answer: desk('sendPlanDelivery'),
    records: 'report-plan.delivery-changed',
  },
  {
    method: 'POST',
    path: '/report-plans/:plan/webhook-secret',
    needs: atPlan('report.make'),
    answer: desk('makePlanSecret'),
    records: 'report-plan.webhook-secret-made',
  },
]
