// For tests: the report of the demo on the survey of cells, composed from its generated answers without a table.

import * as v from 'valibot'
import { checkedAnswers } from '../form/draft-fixture.ts'
import type { PeriodId } from '../ids.ts'
import type { Language } from '../language.ts'
import { type StarterCampaign, starterPeriods } from '../starter/campaigns.ts'
import { units as starterUnits } from '../starter/organisation.ts'
import { starterSubmissions } from '../starter/responses.ts'
import { cellPart, committeePart, factsOf, idsAt, inputOf, type Stored } from './cell-quality-fixture.ts'
import { compose } from './compose.ts'
import { ReportDocument } from './document.ts'
import type { PresetId } from './preset-id.ts'

export function demoReport(
  period: PeriodId = starterPeriods.complete,
  language: Language = 'vi',
  preset: PresetId = 'party-2018',
): ReportDocument {
  const storedFor = (part: StarterCampaign): Stored[] =>
    starterSubmissions()
      .map(({ submission }) => submission)
      .filter((one) => one.campaign === part.campaign.id && one.period === period)
      .map(({ unit, answers }) => ({
        unit,
        answers: checkedAnswers(part.form, answers).answers,
      }))
  const cells = factsOf(cellPart, idsAt(starterUnits, 'Chi bộ'), storedFor(cellPart))
  const committees = factsOf(committeePart, idsAt(starterUnits, 'Đảng bộ'), storedFor(committeePart))
  const input = inputOf(starterUnits, cells, committees, { language, period })
  return v.parse(ReportDocument, compose({ ...input, plan: { ...input.plan, preset } }))
}
