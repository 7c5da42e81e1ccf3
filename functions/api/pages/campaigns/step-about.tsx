// Step 1: kind, name, purpose and unit of a campaign.

import { kindsOfCampaign } from '../../../../shared/campaign/campaign.ts'
import { mayNow } from '../../../../shared/campaign/lifecycle.ts'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { topUnitsFor } from '../../../../shared/organisation/access.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { mayChooseWay } from '../../../../shared/survey/survey.ts'
import { AboutFields } from '../../../../web/pages/campaigns/step-about.tsx'
import { noteFilling } from '../../../store/campaign-units.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { readUnitField } from '../../unit-field.ts'
import { Faults, type Step } from './step.ts'
import { labelOf } from './unit-codes.ts'

/** The fields of a campaign that isn't there yet. */
export function newFields(call: SignedInCall): URLSearchParams {
  const [first, ...others] = topUnitsFor(call.me.person, call.me.tree, 'campaign.manage')
  return new URLSearchParams({ unit: first && others.length === 0 ? labelOf(call.me.tree, first) : '' })
}

const kept = (text: string | undefined) => text ?? ''

export const aboutStep: Step = {
  act: 'adjust',
  canLook: () => false,
  fieldsOf: ({ me }, campaign) =>
    new URLSearchParams({
      ...(mayNow('shape', campaign) ? { kind: campaign.kind, unit: labelOf(me.tree, campaign.unitId) } : {}),
      titleVi: campaign.title.vi,
      titleEn: kept(campaign.title.en),
      descriptionVi: kept(campaign.description?.vi),
      descriptionEn: kept(campaign.description?.en),
    }),
  read: async (call, campaign, fields) => {
    const faults = new Faults()
    faults.text(fields, 'titleVi', 200)
    const title = faults.texts(fields, 'title', 200)
    const description = faults.texts(fields, 'description', 2_000)
    const shaped = mayNow('shape', campaign) ? readShape(call, campaign, fields, faults) : campaign
    if (faults.found.size > 0 || !title) return fail(faults.found)
    const { description: _, ...rest } = shaped
    return ok({ ...rest, title, ...(description ? { description } : {}) })
  },
  show: async (call, { campaign, entries }) => {
    const { me } = call
    return (
      <AboutFields
        context={pageContext(call)}
        entries={entries}
        fixed={
          mayNow('shape', campaign)
            ? undefined
            : { kind: campaign.kind, unit: me.tree.units.get(campaign.unitId)?.name ?? campaign.unitId }
        }
        unit={readUnitField(call, entries.fields, unitField)}
      />
    )
  },
  // Units are written for some kinds of campaign, and not for others.
  after: async (call, { campaign, version }) => {
    if (campaign.scope && mayNow('shape', campaign)) await noteFilling(call.deps.table, campaign.id, version)
    return undefined
  },
}

const unitField = { name: 'unit', action: 'campaign.manage' } as const

function readShape(
  call: SignedInCall,
  campaign: PreparedCampaign,
  fields: URLSearchParams,
  faults: Faults,
): PreparedCampaign {
  const kind = faults.one(fields, 'kind', kindsOfCampaign) ?? campaign.kind
  const { unit } = readUnitField(call, fields, unitField)
  if (!unit) faults.add('unit', 'unit-unknown')
  const shaped = { ...campaign, kind, unitId: unit?.id ?? campaign.unitId }
  // Every answer of a member counts, and nobody accepts it but those under a name.
  if (kind === 'member-survey')
    return {
      ...shaped,
      countingRule: 'many',
      figures: campaign.survey?.way === 'named' ? campaign.figures : 'submitted',
    }
  if (!mayChooseWay(campaign.state, campaign.survey)) faults.add('kind', 'people-invited')
  const { survey: _, ...rest } = shaped
  return campaign.kind === 'member-survey' ? { ...rest, countingRule: 'one-per-unit' } : rest
}
