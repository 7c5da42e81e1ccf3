// Our own columns, which other tools ignore: what an answer scores, what it raises, what must fit, what it feeds.

import type { ConsistencyRule, FindingRule, Formula, XlsQuestion } from './form.ts'
import { type Reading, readFormula, readTexts } from './formula.ts'
import { given } from './given.ts'
import { issue } from './issue.ts'
import { isName } from './parameters.ts'
import { isAsked, isSelect, type QuestionType } from './question-type.ts'
import type { Placed } from './survey.ts'
import type { Row } from './table.ts'

/** A decimal as scores are added up: exact, with a point. */
export const isScore = (text: string): boolean => /^-?\d{1,15}(\.\d{1,9})?$/.test(text)

const findingColumns = ['finding', 'finding_severity', 'finding_due_days', 'finding_message', 'finding_action'] as const
/** Columns that mean something on questions only. */
export const ownOfQuestions = ['score', 'indicator', ...findingColumns] as const

/** Says of each of these columns that holds something that a row of this type has no use for it. */
export function warnOfOwnCells(row: Row, columns: readonly string[], type: string, { issues }: Reading): void {
  for (const column of columns) if (row.has(column)) issues.warn(issue.columnNoEffect(row.at(column), type))
}

export function readOwnCells(row: Row, type: QuestionType, reading: Reading) {
  const isValue = (isAsked(type) && type !== 'note') || type === 'calculate' || type === 'hidden'
  if (!isValue) warnOfOwnCells(row, ['score', 'indicator'], type, reading)
  return {
    ...given('score', readScore(row, reading)),
    ...given('finding', readFinding(row, reading)),
    ...given('indicator', readIndicator(row, type, reading)),
  }
}

function readScore(row: Row, reading: Reading): Formula | undefined {
  const text = row.get('score')
  if (text === undefined || !/^-?[\d.,]+$/.test(text) || isScore(text)) return readFormula(row, 'score', reading)
  reading.issues.error(issue.scoreInvalid(row.at('score'), text))
  return undefined
}

const severities = ['low', 'medium', 'high']

function readFinding(row: Row, reading: Reading): FindingRule | undefined {
  const { issues } = reading
  const when = readFormula(row, 'finding', reading)
  const severity = row.get('finding_severity')
  const dueDays = row.get('finding_due_days')
  const action = readTexts(row, 'finding_action', reading)
  const message = readTexts(row, 'finding_message', reading)
  if (severity !== undefined && !severities.includes(severity.toLowerCase()))
    issues.error(issue.findingInvalid(row.at('finding_severity'), severity, severities))
  if (dueDays !== undefined && !/^\d{1,4}$/.test(dueDays))
    issues.error(issue.findingDays(row.at('finding_due_days'), dueDays))
  const [, ...others] = findingColumns
  if (!row.has('finding'))
    for (const column of others) if (row.has(column)) issues.error(issue.findingAlone(row.at(column), 'finding'))
  if (row.has('finding') && dueDays !== undefined && !action)
    issues.error(issue.findingAlone(row.at('finding_due_days'), 'finding_action'))
  if (row.has('finding') && !message && !row.has('label'))
    issues.warn(issue.messageMissing(row.at('finding_message'), 'finding'))
  if (!when) return undefined
  return {
    when,
    ...given('severity', severity?.toLowerCase()),
    ...given('message', message),
    ...given('action', action),
    ...given('dueDays', dueDays),
  }
}

export function readConsistency(row: Row, reading: Reading): ConsistencyRule | undefined {
  const { issues } = reading
  const holds = readFormula(row, 'consistency', reading)
  const message = readTexts(row, 'consistency_message', reading)
  if (message && !row.has('consistency')) issues.error(issue.findingAlone(row.at('consistency_message'), 'consistency'))
  if (!message && row.has('consistency'))
    issues.warn(issue.messageMissing(row.at('consistency_message'), 'consistency'))
  return holds ? { holds, ...given('message', message) } : undefined
}

/** What an indicator can count or sum; a calculation may be anything. */
function kindOf(type: QuestionType): 'number' | 'choice' | 'any' | undefined {
  if (type === 'integer' || type === 'decimal' || type === 'range') return 'number'
  if (isSelect(type) || type === 'acknowledge') return 'choice'
  return type === 'calculate' || type === 'hidden' ? 'any' : undefined
}

function readIndicator(row: Row, type: QuestionType, { issues }: Reading): string | undefined {
  const name = row.get('indicator')
  if (name === undefined) return undefined
  if (!isName(name) || name.length > 255) issues.error(issue.indicatorInvalid(row.at('indicator'), name))
  else if (isAsked(type) && type !== 'note' && kindOf(type) === undefined)
    issues.warn(issue.indicatorType(row.at('indicator'), name, type))
  return name
}

/** One indicator is fed by numbers or by the choices of one list, not by both. */
export function checkIndicators(placed: readonly Placed[], { issues }: Reading): void {
  const first = new Map<string, XlsQuestion>()
  for (const { node, row } of placed) {
    if ('questions' in node || node.indicator === undefined) continue
    const kind = kindOf(node.type)
    const other = first.get(node.indicator)
    if (kind === undefined || kind === 'any') continue
    if (!other) first.set(node.indicator, node)
    else if (kindOf(other.type) !== kind || (kind === 'choice' && other.list !== node.list))
      issues.warn(issue.indicatorTypes(row.at('indicator'), node.indicator, other.name))
  }
}
