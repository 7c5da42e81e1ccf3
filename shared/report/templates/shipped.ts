// The templates that come with the program.

import type { ReportTemplate } from '../template.ts'
import { campaignResults } from './campaign-results.ts'
import { cellQuality } from './cell-quality.ts'
import { helperSection } from './helper-section.ts'
import { rollOut } from './roll-out.ts'

export const shippedTemplates: readonly ReportTemplate[] = [campaignResults, cellQuality, rollOut, helperSection]

export const shippedTemplate = (id: string): ReportTemplate | undefined => shippedTemplates.find((one) => one.id === id)
