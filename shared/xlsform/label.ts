// What a question needs besides its type and name, and types that have no effect here.

import type { XlsQuestion } from './form.ts'
import { type Issues, issue } from './issue.ts'
import { isAsked, type QuestionType } from './question-type.ts'
import type { Row } from './table.ts'

/** A guidance hint alone is not enough: it may be folded away. */
export function checkLabel(node: XlsQuestion, row: Row, issues: Issues): void {
  const { type, name, calculation, label, media, hint } = node
  if (!isAsked(type) || label || media || hint) return
  // A question that is only computed, at once or when another changes, is never shown.
  if ((calculation || node.trigger || row.has('calculation', 'trigger')) && type !== 'note') return
  issues.error(issue.labelMissing(row.at('label'), name))
}

/** Imported with a notice: phones without a browser had them, or they watch people unasked. */
const unused: ReadonlySet<QuestionType> = new Set<QuestionType>([
  'audit',
  'background-audio',
  'background-geopoint',
  'start-geopoint',
  'phonenumber',
  'email',
  'simserial',
  'subscriberid',
  'osm',
])

export function checkUse(node: XlsQuestion, row: Row, issues: Issues): void {
  const { type } = node
  if (unused.has(type)) issues.warn(issue.typeUnused(row.at('type'), type))
  if (type === 'calculate' && !row.has('calculation') && !node.default?.tree)
    issues.error(issue.calculationMissing(row.at('calculation')))
  if (type === 'background-geopoint' && !row.has('trigger')) issues.error(issue.triggerMissing(row.at('trigger'), type))
  if (type === 'background-geopoint' && row.has('calculation'))
    issues.error(issue.calculationForbidden(row.at('calculation'), type))
  const isPhoto = type === 'image' && !/(^|\s)(signature|draw)(\s|$)/i.test(node.appearance ?? '')
  if (isPhoto && !node.parameters?.some(([key]) => key === 'max-pixels') && !row.has('parameters'))
    issues.warn(issue.pixelsAdvised(row.at('parameters')))
  for (const kind of ['audio', 'video', 'big-image'] as const)
    if (node.media?.[kind]) issues.warn(issue.mediaUnused(row.at(kind)))
}
