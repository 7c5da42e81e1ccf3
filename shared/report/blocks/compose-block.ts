// What each block of a template writes.

import { localize } from '../../language.ts'
import type { Block } from '../document.ts'
import type { ReportInput } from '../input.ts'
import type { BlockOf, TemplateBlock } from '../template.ts'
import { actions } from './actions.ts'
import { below, byCommittee, inspections, teams } from './cell-quality-committees.ts'
import { coverage as cellCoverage, everybodyReached, methodNote, missingUnits } from './cell-quality-coverage.ts'
import { planOfYear, programmeOfYear, results } from './cell-quality-results.ts'
import { type Scope as CellScope, scopeOf as cellScopeOf } from './cell-quality-scope.ts'
import { shortcomings, strengths, targetsMissed, tasks } from './cell-quality-shortfalls.ts'
import { distributionCharts, trendCharts } from './charts.ts'
import { classes, classification } from './classification.ts'
import { consistency } from './consistency.ts'
import { coverageSentences, coverageTable, missing } from './coverage.ts'
import { freeText } from './free-text.ts'
import { byUnitTables, noIndicators, overall } from './indicators.ts'
import { method } from './method.ts'
import { ranking } from './ranking.ts'
import { repeatTable } from './repeat-table.ts'
import { type Scope, scopeOf } from './role-scope.ts'
import { surveyQuestions } from './survey-questions.ts'
import { commendation, surveyScores } from './survey-scores.ts'
import { surveyTargets } from './survey-targets.ts'
import { surveyTexts } from './survey-texts.ts'
import { surveyMissing, surveyTurnout } from './survey-turnout.ts'

const ofCells: Record<BlockOf<'cell-quality'>['part'], (scope: CellScope) => Block[]> = {
  coverage: cellCoverage,
  inspections,
  teams,
  below,
  byCommittee,
  achieved: results,
  missing: missingUnits,
  difficulties: targetsMissed,
  programme: programmeOfYear,
  inspectionPlan: planOfYear,
  reached: everybodyReached,
  strengths,
  shortcomings,
  tasks,
  method: methodNote,
}

/** What a block writes from the input's facts; the facts of a role are put in order once, however many blocks read them. */
export function blockComposer(input: ReportInput): (block: TemplateBlock) => readonly Block[] {
  const { language } = input.plan
  const scopes = new Map<string, Scope>()
  const scope = (role: string): Scope => {
    const known = scopes.get(role) ?? scopeOf(input, role)
    scopes.set(role, known)
    return known
  }
  let cells: CellScope | undefined
  return (block) => {
    switch (block.block) {
      case 'text':
        return [{ type: 'paragraph', runs: [{ text: localize(block.text, language) }] }]
      case 'coverage':
        return block.as === 'table' ? coverageTable(scope(block.role)) : coverageSentences(scope(block.role))
      case 'missing':
        return missing(scope(block.role))
      case 'no-indicators':
        return noIndicators(scope(block.role))
      case 'indicators':
        return overall(scope(block.role), block)
      case 'by-unit':
        return byUnitTables(scope(block.role), block)
      case 'ranking':
        return ranking(scope(block.role), block)
      case 'trend':
        return trendCharts(scope(block.role), block)
      case 'distribution':
        return distributionCharts(scope(block.role), block)
      case 'classes':
        return classes(scope(block.role), block)
      case 'classification':
        return classification(scope(block.role), block)
      case 'consistency':
        return consistency(scope(block.role))
      case 'free-text':
        return freeText(scope(block.role), block)
      case 'actions':
        return actions(scope(block.role))
      case 'survey-turnout':
        return surveyTurnout(scope(block.role))
      case 'survey-missing':
        return surveyMissing(scope(block.role))
      case 'survey-questions':
        return surveyQuestions(scope(block.role), block)
      case 'survey-targets':
        return surveyTargets(scope(block.role))
      case 'survey-texts':
        return surveyTexts(scope(block.role), block)
      case 'survey-scores':
        return surveyScores(scope(block.role), block)
      case 'commendation':
        return commendation(scope(block.role), block)
      case 'repeat-table':
        return repeatTable(scope(block.role), block)
      case 'method':
        return method(block.roles.map(scope))
      case 'cell-quality':
        cells ??= cellScopeOf(input)
        return ofCells[block.part](cells)
    }
  }
}
