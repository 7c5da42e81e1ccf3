// Step 1: kind, name, purpose and unit of a campaign.

import { kindsOfCampaign } from '../../../../shared/campaign/campaign.ts'
import { mayNow } from '../../../../shared/campaign/lifecycle.ts'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { topUnitsFor } from '../../../../shared/organisation/access.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { AboutFields } from '../../../../web/pages/campaigns/step-about.tsx'
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
  canLook: false,
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
    const shape = mayNow('shape', campaign) ? readShape(call, fields, faults) : {}
    if (faults.found.size > 0 || !title) return fail(faults.found)
    const { description: _, ...rest } = campaign
    return ok({ ...rest, ...shape, title, ...(description ? { description } : {}) })
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
}

const unitField = { name: 'unit', action: 'campaign.manage' } as const

function readShape(
  call: SignedInCall,
  fields: URLSearchParams,
  faults: Faults,
): Partial<Pick<PreparedCampaign, 'kind' | 'unitId' | 'countingRule'>> {
  const kind = faults.one(fields, 'kind', kindsOfCampaign)
  const { unit } = readUnitField(call, fields, unitField)
  if (!unit) faults.add('unit', 'unit-unknown')
  return { ...(kind ? { kind } : {}), ...(unit ? { unitId: unit.id } : {}) }
}
