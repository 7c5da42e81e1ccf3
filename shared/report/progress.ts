// How far a report is, as its readers are told.

import type { ReportFailure } from './failure.ts'

export type DrawnFormat = 'docx' | 'xlsx' | 'pdf'

/** again: a try went wrong, and the next one follows by itself. */
export type ReportProgress =
  | { readonly step: 'asked' }
  | { readonly step: 'facts'; readonly done: number; readonly of: number }
  | { readonly step: 'composing' }
  | { readonly step: 'drawing'; readonly format: DrawnFormat }
  | { readonly step: 'again'; readonly tries: number }
  | { readonly step: 'ready' }
  | { readonly step: 'failed'; readonly failure: ReportFailure }

export const isUnderWay = ({ step }: ReportProgress): boolean => step !== 'ready' && step !== 'failed'
