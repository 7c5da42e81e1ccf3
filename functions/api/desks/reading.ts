// What programs read, as one thing to load when it is first asked for.

export { getCampaign, getCampaigns } from '../json/campaigns.ts'
export { getFormVersion } from '../json/forms.ts'
export { getOrganisationUnits } from '../json/organisation-units.ts'
export { getResponses } from '../json/response-list.ts'
