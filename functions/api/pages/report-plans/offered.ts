// What a plan can be made of: the templates, and for each role in them the campaigns that fit and whose results the person may see.

import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { type Action, mayAt, topUnitsFor } from '../../../../shared/organisation/access.ts'
import { isUnder, type UnitTree } from '../../../../shared/organisation/unit.ts'
import { fitsRole, type TemplateRole } from '../../../../shared/report/fits.ts'
import type { ReportTemplate } from '../../../../shared/report/template.ts'
import { listTemplates } from '../../../store/report-templates.ts'
import type { SignedInCall } from '../../call.ts'

/** Whoever sees a campaign's figures by other ways may make a report of them. */
const toRead: Action = 'progress.read'

export type OfferedTemplate = {
  readonly template: ReportTemplate
  readonly roles: readonly { readonly role: TemplateRole; readonly campaigns: readonly Campaign[] }[]
}

/** The name of a role's field: each template has its own, so that nothing chosen is lost by trying another template. */
export const roleField = (template: ReportTemplate['id'], { key }: Pick<TemplateRole, 'key'>): string =>
  `campaign-${template}-${key}`

/** The templates to choose from: those that come with the program, and the organisation's own. */
export const templatesFor = ({ deps, me }: SignedInCall): Promise<readonly ReportTemplate[]> =>
  listTemplates(deps, me.organisationId)

/** Whether a campaign may have units below a unit: it is of that branch, or of one above it. */
const reaches = (tree: UnitTree, { unitId: its }: Campaign, unitId: UnitId): boolean =>
  isUnder(tree, its, unitId) || isUnder(tree, unitId, its)

/**
 * Whether a report at a unit may be made of a campaign by this person. What a survey of members has told is one release: it is for
 * those who may read all of it.
 */
export function mayUse({ me }: SignedInCall, campaign: Campaign, unitId: UnitId): boolean {
  const mayRead = (at: UnitId) => mayAt(me.person, me.tree, toRead, at)
  const isTold = campaign.kind !== 'member-survey' || mayRead(campaign.unitId)
  return reaches(me.tree, campaign, unitId) && mayRead(unitId) && isTold
}

/**
 * `campaigns`: all that have been opened. Offered are those that fit at some unit where the person makes reports; which of them fit
 * the unit that is chosen is said when the form is sent.
 */
export async function offeredTemplates(
  call: SignedInCall,
  campaigns: readonly Campaign[],
): Promise<readonly OfferedTemplate[]> {
  const { me } = call
  const tops = topUnitsFor(me.person, me.tree, 'report.make')
  const usable = campaigns.filter((campaign) => tops.some((top) => mayUse(call, campaign, top))).sort(newestFirst)
  return (await templatesFor(call)).map((template) => ({
    template,
    roles: template.roles.map((role) => ({ role, campaigns: usable.filter((one) => fitsRole(role, one)) })),
  }))
}

const lastOpening = ({ periods }: Campaign): string => periods.at(-1)?.opensAt ?? ''
const newestFirst = (a: Campaign, b: Campaign): number => (lastOpening(a) < lastOpening(b) ? 1 : -1)
