// For tests: the reports of the demo on the roll-out and on the helper sections, composed from its answers without a table.

import * as v from 'valibot'
import { checkedAnswers } from '../form/draft-fixture.ts'
import { findingsOf } from '../form/rules.ts'
import { asId, ReportId, type UnitId } from '../ids.ts'
import type { Language } from '../language.ts'
import { unitTree } from '../organisation/unit.ts'
import type { StarterCampaign } from '../starter/campaigns.ts'
import {
  helperSectionAnswers,
  helperSectionCampaign,
  helperSectionPlan,
  helperSectionYears,
} from '../starter/helper-section.ts'
import { units as starterUnits } from '../starter/organisation.ts'
import { rollOutAnswers, rollOutCampaigns, rollOutPeriod, rollOutPlan } from '../starter/roll-out.ts'
import { factsOf, type Stored } from './cell-quality-fixture.ts'
import { compose } from './compose.ts'
import { ReportDocument } from './document.ts'
import type { ReportInput, RoleFacts } from './input.ts'
import { needsOf } from './needs.ts'
import type { PresetId } from './preset-id.ts'
import { helperSection } from './templates/helper-section.ts'
import { rollOut } from './templates/roll-out.ts'

type Given = { readonly unit: UnitId; readonly answers: Parameters<typeof checkedAnswers>[1] }

/** A campaign's facts as the schedule reads them: broken rules and words from the answers themselves. */
function roleFacts(part: StarterCampaign, given: readonly Given[], texts: readonly string[]): RoleFacts {
  const checked = given.map(({ unit, answers }) => ({ unit, ...checkedAnswers(part.form, answers) }))
  const stored: Stored[] = checked.map(({ unit, answers }) => ({ unit, answers }))
  return {
    ...factsOf(
      part,
      part.units.map(({ unitId }) => unitId),
      stored,
    ),
    broken: checked.flatMap(({ unit, draft }) =>
      findingsOf(draft).flatMap(({ kind, question }) => (kind === 'consistency' ? [{ unitId: unit, question }] : [])),
    ),
    texts: new Map(
      texts.map((key) => [
        key,
        stored.flatMap(({ unit, answers }) => {
          const text = answers.get(key)
          return typeof text === 'string' ? [{ unitId: unit, text }] : []
        }),
      ]),
    ),
  }
}

const common = {
  id: asId(ReportId, 'report-1'),
  asOf: '2014-01-20T00:00:00Z',
  timeZone: 'Asia/Ho_Chi_Minh',
  tree: unitTree(starterUnits),
  publicUrl: 'https://phieu.example.org',
}
const composed = (input: ReportInput) => v.parse(ReportDocument, compose(input))

export function rollOutReport(language: Language = 'vi', preset: PresetId = 'party-2018'): ReportDocument {
  const [committees, head] = rollOutCampaigns
  const needs = needsOf(rollOut)
  const of = (part: StarterCampaign, role: string) =>
    roleFacts(
      part,
      rollOutAnswers.filter(({ campaign }) => campaign.id === part.campaign.id),
      needs.get(role)?.texts ?? [],
    )
  const facts = { committees: of(committees, 'committees'), head: of(head, 'head') }
  const plan = { ...rollOutPlan, language, preset }
  return composed({ ...common, plan, template: rollOut, period: rollOutPeriod, facts })
}

export function helperSectionReport(language: Language = 'vi', preset: PresetId = 'party-2018'): ReportDocument {
  const part = helperSectionCampaign
  const [before, current] = helperSectionYears
  const texts = needsOf(helperSection).get('sections')?.texts ?? []
  const of = (period: string) =>
    roleFacts(
      part,
      helperSectionAnswers.filter((one) => one.period === period),
      texts,
    )
  const yearBefore = { period: before, summaries: of(before).summaries }
  const facts = { sections: { ...of(current), yearBefore } }
  const plan = { ...helperSectionPlan, language, preset }
  return composed({ ...common, plan, template: helperSection, period: current, facts })
}
