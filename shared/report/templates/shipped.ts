// The templates that come with the program.

import type { ReportTemplate } from '../template.ts'
import { campaignResults } from './campaign-results.ts'
import { cellQuality } from './cell-quality.ts'
import { criteriaScoring } from './criteria-scoring.ts'
import { helperSection } from './helper-section.ts'
import { rollOut } from './roll-out.ts'
import { studyFollowUp } from './study-follow-up.ts'
import { surveyResults } from './survey-results.ts'

export const shippedTemplates: readonly ReportTemplate[] = [
  campaignResults,
  cellQuality,
  rollOut,
  criteriaScoring,
  studyFollowUp,
  helperSection,
  surveyResults,
]

export const shippedTemplate = (id: string): ReportTemplate | undefined => shippedTemplates.find((one) => one.id === id)
