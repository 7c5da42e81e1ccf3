// To whom reports were brought, as one thing to load.

export {
  makePlanSecret,
  planDeliveryNeeds,
  sendPlanDelivery,
  showPlanDelivery,
} from '../pages/report-delivery/plan.tsx'
export { deliverAgain, revokeReading, showReportDelivery } from '../pages/report-delivery/report.tsx'
