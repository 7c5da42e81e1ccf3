// One row of the survey sheet becomes a question, or the head of a section.

import { readMedia } from './choices.ts'
import type { Formula, Parameters, XlsQuestion, XlsSection } from './form.ts'
import { checkText, isComputed, type Reading, readExpression, readFormula, readTexts } from './formula.ts'
import { given } from './given.ts'
import { issue } from './issue.ts'
import { ownOfQuestions, readConsistency, readOwnCells, warnOfOwnCells } from './own-columns.ts'
import { checkParameters, parameterOf, readParameters } from './parameters.ts'
import type { QuestionType } from './question-type.ts'
import type { Row } from './table.ts'

export function readCommon(row: Row, name: string, reading: Reading) {
  return {
    name,
    ...given('label', readTexts(row, 'label', reading)),
    ...given('hint', readTexts(row, 'hint', reading)),
    ...given('guidanceHint', readTexts(row, 'guidance_hint', reading)),
    ...given('media', readMedia(row, reading)),
    ...given('relevant', readFormula(row, 'relevant', reading)),
    ...given('appearance', row.get('appearance')),
  }
}

export function readSectionCells(row: Row, type: XlsSection['type'], reading: Reading) {
  warnOfOwnCells(row, ownOfQuestions, type, reading)
  return {
    ...given('readOnly', readFormula(row, 'read_only', reading)),
    ...given('repeatCount', readFormula(row, 'repeat_count', reading)),
    ...given('consistency', readConsistency(row, reading)),
  }
}

export type QuestionHead = {
  readonly type: QuestionType
  readonly name: string
  readonly list?: string
  readonly orOther?: true
}

export function readQuestion(row: Row, head: QuestionHead, reading: Reading): XlsQuestion {
  const { type } = head
  return {
    type,
    ...given('list', head.list),
    ...given('orOther', head.orOther),
    ...readCommon(row, head.name, reading),
    ...given('required', readFormula(row, 'required', reading)),
    ...given('requiredMessage', readTexts(row, 'required_message', reading)),
    ...given('constraint', readFormula(row, 'constraint', reading)),
    ...given('constraintMessage', readTexts(row, 'constraint_message', reading)),
    ...given('calculation', readFormula(row, 'calculation', reading)),
    ...given('readOnly', readFormula(row, 'read_only', reading)),
    ...given('default', readDefault(row, type, reading)),
    ...given('parameters', readQuestionParameters(row, type, reading)),
    ...given('choiceFilter', readFormula(row, 'choice_filter', reading)),
    ...given('trigger', readTrigger(row, reading)),
    ...readOwnCells(row, type, reading),
    ...given('consistency', readConsistency(row, reading)),
  }
}

function readDefault(
  row: Row,
  type: QuestionType,
  reading: Reading,
): { text: string; tree?: Formula['tree'] } | undefined {
  const text = row.get('default')
  if (text === undefined) return undefined
  const at = row.at('default')
  return isComputed(text, type, at, reading) ? readExpression(text, at, reading) : { text }
}

function readQuestionParameters(row: Row, type: QuestionType, reading: Reading): Parameters | undefined {
  const { issues } = reading
  const text = row.get('parameters')
  if (text === undefined) return undefined
  const at = row.at('parameters')
  const parameters = readParameters(text)
  if (!parameters) issues.error(issue.parametersMalformed(at))
  else {
    checkParameters(type, parameters, row.get('appearance'), at, issues)
    const seed = parameterOf(parameters, 'seed')
    if (seed !== undefined) checkText(seed, at, reading)
  }
  return parameters
}

const oneReference = /^\$\{\s*([^{}\s]+)\s*\}$/

/** "${a}" or "${a}, ${b}"; commas too many do no harm. */
function readTrigger(row: Row, { issues }: Reading): readonly string[] | undefined {
  const parts = row
    .get('trigger')
    ?.split(',')
    .map((part) => part.trim())
  const names = parts?.filter((part) => part !== '').map((part) => oneReference.exec(part)?.[1])
  const found = names?.filter((name) => name !== undefined)
  if (found && (found.length === 0 || found.length !== names?.length))
    issues.error(issue.triggerMalformed(row.at('trigger')))
  return found && found.length === names?.length ? [...new Set(found)] : undefined
}
