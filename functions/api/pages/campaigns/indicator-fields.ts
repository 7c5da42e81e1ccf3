// An indicator as the fields of its editor, and back.

import * as v from 'valibot'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { decimalText, toDecimal } from '../../../../shared/form/decimal.ts'
import { DecimalText, QuestionName } from '../../../../shared/form/form.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { type Class, Classes, type Indicator } from '../../../../shared/summary/indicator.ts'
import {
  countsChoices,
  type MeasureKind,
  measures,
  type QuestionOption,
} from '../../../../web/pages/campaigns/indicators.tsx'
import { Faults, type StepFault } from './step.ts'

/** What is edited: measure and questions, and the indicator that has them, if there is one already. */
export type Edited = {
  readonly indicator: Indicator | undefined
  readonly measure: MeasureKind
  readonly question: QuestionOption | undefined
  readonly over: QuestionOption | undefined
}

export type IndicatorFault = StepFault | 'question' | 'choices' | 'target' | 'classes' | 'too-many'

/** What an address or a form asks to edit; undefined where it is neither an indicator nor a measure. */
export function editedBy(
  fields: URLSearchParams,
  { indicators }: PreparedCampaign,
  questions: readonly QuestionOption[],
): Edited | undefined {
  const find = (key: string | null) => questions.find((one) => one.key === key)
  const indicator = indicators.find(({ id }) => id === fields.get('indicator'))
  if (indicator) {
    const { measure } = indicator
    if (measure.kind === 'ratio')
      return { indicator, measure: 'ratio', question: find(measure.numerator), over: find(measure.denominator) }
    return { indicator, measure: measureOf(measure), question: find(measure.question), over: undefined }
  }
  const measure = measures.find((one) => one === fields.get('measure'))
  if (!measure) return undefined
  return { indicator: undefined, measure, question: find(fields.get('question')), over: find(fields.get('over')) }
}

/** What the editor calls a measure. */
export const measureOf = (measure: Indicator['measure']): MeasureKind =>
  measure.kind === 'rate' ? `per-${measure.per}` : measure.kind

/** The fields of a new indicator: it is called like its question. */
export function newFields({ measure, question }: Edited): URLSearchParams {
  const label = (question?.label ?? '').slice(0, 200)
  const isCounted = countsChoices(measure, question)
  const isPart = measure === 'share' || measure === 'ratio' || (measure !== 'count' && isCounted)
  const fields = new URLSearchParams({
    nameVi: label,
    shortVi: label.slice(0, 30),
    format: isPart ? 'percent' : 'number',
    decimals: measure === 'sum' || measure === 'count' ? '0' : '1',
    direction: 'at-least',
  })
  const [first] = question?.choices ?? []
  if (isCounted && first) fields.append('choices', first.name)
  return fields
}

export function fieldsOf(indicator: Indicator): URLSearchParams {
  const { name, shortName, measure, format, decimals, target, classes = [] } = indicator
  const fields = new URLSearchParams({
    nameVi: name.vi,
    nameEn: name.en ?? '',
    shortVi: shortName.vi,
    shortEn: shortName.en ?? '',
    format,
    decimals: String(decimals),
    target: target ? shownTarget(target.value, format) : '',
    direction: target?.direction ?? 'at-least',
    classes: classes.map((one) => classLine(one, format)).join('\n'),
  })
  for (const choice of ('choices' in measure && measure.choices) || []) fields.append('choices', choice)
  return fields
}

/** "Tốt | Good: 90"; the class that takes all others has no number. */
function classLine({ name, from }: Class, format: Indicator['format']): string {
  const words = [name.vi, name.en].filter(Boolean).join(' | ')
  return from === undefined ? words : `${words}: ${shownTarget(from, format)}`
}

/** Undefined where the lines are no classes: two at least, each with a number but the last. */
function readClasses(text: string, format: Indicator['format']): readonly Class[] | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const classes = lines.filter(Boolean).map((line, at, all): unknown => {
    const isLast = at === all.length - 1
    const [, words = '', number = ''] = /^(.+):\s*([^:]*)$/.exec(line) ?? []
    const [vi = '', en = ''] = (isLast ? line : words).split('|').map((word) => word.trim())
    return {
      name: { vi, ...(en === '' ? {} : { en }) },
      ...(isLast ? {} : { from: storedTarget(number.trim(), format) ?? '' }),
    }
  })
  const read = v.safeParse(Classes, classes)
  return read.success ? read.output : undefined
}

/** A target of 0.855 is written 85,5 as a percentage. */
function shownTarget(value: string, format: Indicator['format']): string {
  const { units, scale } = toDecimal(value)
  if (format === 'number') return value.replace('.', ',')
  const text =
    scale >= 2
      ? decimalText({ units, scale: scale - 2 })
      : decimalText({ units: units * 10n ** BigInt(2 - scale), scale: 0 })
  return text
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace('.', ',')
}

/** A number as people write it, with a comma or a point, as the exact text that is stored; undefined for what is none. */
function storedTarget(text: string, format: Indicator['format']): string | undefined {
  const [, whole, fraction = ''] = /^(-?\d{1,12})(?:[.,](\d{1,7}))?$/.exec(text.replace(/\s*%$/, '')) ?? []
  if (whole === undefined) return undefined
  const typed = toDecimal(fraction === '' ? whole : `${whole}.${fraction}`)
  const stored = decimalText(format === 'percent' ? { ...typed, scale: typed.scale + 2 } : typed)
  return v.is(DecimalText, stored) ? stored : undefined
}

class IndicatorFaults extends Faults {
  readonly own = new Map<string, IndicatorFault>()
  get all(): ReadonlyMap<string, IndicatorFault> {
    return new Map<string, IndicatorFault>([...this.own, ...this.found])
  }
}

export function readIndicator(
  fields: URLSearchParams,
  edited: Edited,
  campaign: PreparedCampaign,
): Result<Indicator, ReadonlyMap<string, IndicatorFault>> {
  const faults = new IndicatorFaults()
  const measure = readMeasure(fields, edited, faults)
  for (const field of ['nameVi', 'shortVi']) faults.text(fields, field, 500)
  const name = faults.texts(fields, 'name', 500)
  const shortName = faults.texts(fields, 'short', 200)
  const format = faults.one(fields, 'format', ['number', 'percent'])
  const decimals = faults.number(fields, 'decimals', [0, 4])
  const direction = faults.one(fields, 'direction', ['at-least', 'at-most'])
  const typed = (fields.get('target') ?? '').trim()
  const value = typed !== '' && format ? storedTarget(typed, format) : undefined
  if (typed !== '' && value === undefined) faults.own.set('target', 'target')
  const lines = (fields.get('classes') ?? '').trim()
  const classes = lines !== '' && format ? readClasses(lines, format) : undefined
  if (lines !== '' && classes === undefined) faults.own.set('classes', 'classes')
  if (faults.all.size > 0 || !measure || !name || !shortName || !format || decimals === undefined || !direction)
    return fail(faults.all)
  return ok({
    id: edited.indicator?.id ?? freeId(edited, campaign),
    name,
    shortName,
    measure,
    format,
    decimals,
    ...(value === undefined ? {} : { target: { value, direction } }),
    ...(classes === undefined ? {} : { classes: [...classes] }),
  })
}

function readMeasure(
  fields: URLSearchParams,
  { measure, question, over }: Edited,
  faults: IndicatorFaults,
): Indicator['measure'] | undefined {
  const isCounted = countsChoices(measure, question)
  const isFitting = question?.kind === (isCounted ? 'choice' : 'number')
  if (!question || !isFitting || (measure === 'ratio' && over?.kind !== 'number')) {
    faults.own.set('question', 'question')
    return undefined
  }
  if (measure === 'ratio') return { kind: 'ratio', numerator: question.key, denominator: over?.key ?? '' }
  if (measure === 'mean' || measure === 'sum') return { kind: measure, question: question.key }
  const per = measure === 'per-members' ? 'members' : 'units'
  if (!isCounted) return { kind: 'rate', question: question.key, per }
  const chosen = question.choices.map(({ name }) => name).filter((one) => fields.getAll('choices').includes(one))
  if (chosen.length === 0) faults.own.set('choices', 'choices')
  if (measure === 'share' || measure === 'count') return { kind: measure, question: question.key, choices: chosen }
  return { kind: 'rate', question: question.key, choices: chosen, per }
}

/** The question's own name, with a number behind it where another indicator has it. */
function freeId({ question }: Edited, { indicators }: PreparedCampaign): string {
  const taken = new Set(indicators.map(({ id }) => id))
  const base = v.is(QuestionName, question?.key) ? question.key.slice(0, 240) : 'indicator'
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}
