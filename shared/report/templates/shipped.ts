// The templates that come with the program.

import type { ReportTemplate } from '../template.ts'
import { campaignResults } from './campaign-results.ts'
import { cellQuality } from './cell-quality.ts'

export const shippedTemplates: readonly ReportTemplate[] = [campaignResults, cellQuality]

export const shippedTemplate = (id: string): ReportTemplate | undefined => shippedTemplates.find((one) => one.id === id)
