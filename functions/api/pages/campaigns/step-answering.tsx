// Step 5: who is expected to answer, by the roles that people hold, and which answers count.

import { answererCounts, answerersOf } from '../../../../shared/campaign/answerers.ts'
import { mayNow } from '../../../../shared/campaign/lifecycle.ts'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { AnsweringFields, type AnsweringFieldsProps } from '../../../../web/pages/campaigns/step-answering.tsx'
import { askedUnits, noteFilling } from '../../../store/campaign-units.ts'
import { listCampaignUnits } from '../../../store/campaigns.ts'
import { listPeople } from '../../../store/people.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { Faults, type Step } from './step.ts'
import { fillSome } from './step-units.tsx'
import { readSurvey, showSurveyFields, surveyFieldsOf } from './survey-fields.tsx'
import { codeAndName } from './unit-codes.ts'

const mostNamed = 20

export const answeringStep: Step = {
  act: 'adjust',
  canLook: ({ kind, state }) => kind === 'member-survey' && state === 'draft',
  fieldsOf: (_, campaign) => {
    if (campaign.kind === 'member-survey') return surveyFieldsOf(campaign)
    const { figures, countingRule } = campaign
    return new URLSearchParams(mayNow('shape', campaign) ? { countingRule, figures } : { figures })
  },
  read: async (call, campaign, fields) => {
    if (campaign.kind === 'member-survey') return readSurvey(call, campaign, fields)
    const faults = new Faults()
    const figures = faults.one(fields, 'figures', ['submitted', 'accepted'])
    const isFixed = !mayNow('shape', campaign)
    const countingRule = isFixed ? campaign.countingRule : faults.one(fields, 'countingRule', ['one-per-unit', 'many'])
    return figures && countingRule ? ok({ ...campaign, figures, countingRule }) : fail(faults.found)
  },
  show: async (call, shown) => {
    const { campaign, entries } = shown
    if (campaign.kind === 'member-survey') return showSurveyFields(call, shown)
    return (
      <AnsweringFields
        context={pageContext(call)}
        entries={entries}
        fixedRule={mayNow('shape', campaign) ? undefined : campaign.countingRule}
        who={await whoAnswers(call, campaign)}
      />
    )
  },
  // How many answers are expected of a unit follows from how they count.
  after: async (call, saved) => {
    const { campaign, version } = saved
    if (!campaign.scope || !mayNow('shape', campaign)) return undefined
    await noteFilling(call.deps.table, campaign.id, version)
    await fillSome(call, saved)
    return undefined
  },
}

async function whoAnswers(call: SignedInCall, campaign: PreparedCampaign): Promise<AnsweringFieldsProps['who']> {
  const { deps, me } = call
  const isDraft = campaign.state === 'draft'
  const [people, units] = await Promise.all([
    listPeople(deps.table, me.organisationId),
    isDraft ? askedUnits(deps.table, campaign, me.tree) : listCampaignUnits(deps.table, campaign.id),
  ])
  const asked = units.filter(({ unitId }) => me.tree.units.has(unitId)).map(({ unitId }) => unitId)
  const { without, counts } = answererCounts(asked, answerersOf(people, me.tree, campaign.kind))
  return {
    asked: asked.length,
    without: without.length,
    firstWithout: without
      .slice(0, mostNamed)
      .flatMap((id) => me.tree.units.get(id) ?? [])
      .map(codeAndName),
    people: counts.slice(0, mostNamed).map(({ person, units }) => ({ id: person.id, name: person.name, units })),
    morePeople: Math.max(0, counts.length - mostNamed),
  }
}
