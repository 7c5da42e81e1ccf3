// Which reports follow a template: plans, and the reports that campaigns carry, those of drafts too.

import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import type { CampaignId, UnitId } from '../../../../shared/ids.ts'
import { type LocalText, localize } from '../../../../shared/language.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { fitsRole } from '../../../../shared/report/fits.ts'
import { planAt, type ReportPlan } from '../../../../shared/report/plan.ts'
import type { TemplateContent } from '../../../../shared/report/template.ts'
import { listPrepared } from '../../../store/prepared-campaigns.ts'
import { listPlans } from '../../../store/report-plans.ts'
import type { SignedInCall } from '../../call.ts'

type Use = {
  readonly template: string
  readonly title: LocalText
  readonly unitId: UnitId
  readonly campaigns: Readonly<Record<string, CampaignId>>
  /** Undefined for the report that a draft will have. */
  readonly plan: ReportPlan | undefined
}

export type Uses = {
  readonly all: readonly Use[]
  readonly campaigns: ReadonlyMap<CampaignId, PreparedCampaign>
}

/** A report that was stopped needs no template any more. */
const isMade = ({ isStopped }: ReportPlan): boolean => !isStopped

export async function readUses({ deps, me }: SignedInCall): Promise<Uses> {
  const [plans, prepared] = await Promise.all([
    listPlans(deps.table, me.organisationId),
    listPrepared(deps.table, me.organisationId),
  ])
  const drafts = prepared.flatMap(({ campaign: { id, unitId, title, state, report } }): Use[] =>
    state === 'draft' && report
      ? [{ template: report.template, title, unitId, campaigns: { [report.role]: id }, plan: undefined }]
      : [],
  )
  return {
    all: [
      ...plans.filter(isMade).map((plan) => ({
        template: plan.template,
        title: planAt(plan, plan.unitId, me.tree).title,
        unitId: plan.unitId,
        campaigns: plan.campaigns,
        plan,
      })),
      ...drafts,
    ],
    campaigns: new Map(prepared.map(({ campaign }) => [campaign.id, campaign])),
  }
}

export const usesOf = ({ all }: Uses, id: string): Use[] => all.filter(({ template }) => template === id)

/** By name, as far as they are the visitor's to know; of the rest how many there are. */
export function named({ me, language }: SignedInCall, uses: readonly Use[]): { names: string[]; others: number } {
  const known = uses.filter(({ unitId }) => mayAt(me.person, me.tree, 'report.read', unitId))
  return { names: known.map(({ title }) => localize(title, language)), others: uses.length - known.length }
}

/** Those of them that have no campaign for one of the roles, or one of a kind that doesn't fit. */
export const broken = (
  { campaigns: known }: Uses,
  uses: readonly Use[],
  { roles }: Pick<TemplateContent, 'roles'>,
): Use[] =>
  uses.filter(({ campaigns }) =>
    roles.some((role) => {
      const id = campaigns[role.key]
      const campaign = id && known.get(id)
      return !campaign || !fitsRole(role, campaign)
    }),
  )
