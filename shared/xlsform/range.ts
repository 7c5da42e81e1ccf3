// The parameters of a range question, in exact decimals: 0.3 is a multiple of 0.1.

import type { ChoiceList, Parameters } from './form.ts'
import { type Issues, issue, type Place } from './issue.ts'
import { parameterOf } from './parameters.ts'

/** A decimal as units of 10^-scale. */
type Exact = { readonly units: bigint; readonly scale: number }

function exactOf(text: string): Exact | undefined {
  if (text.length > longest) return undefined
  const [, sign, whole = '', part = '', power = '0'] = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,2}))?$/i.exec(text) ?? []
  if (sign === undefined || whole + part === '') return undefined
  const scale = part.length - Number(power)
  const digits = BigInt(`${whole}${part}${scale < 0 ? '0'.repeat(-scale) : ''}`)
  return { units: sign === '-' ? -digits : digits, scale: Math.max(0, scale) }
}

/** More digits than any measure has. */
const longest = 60

const size = (a: bigint) => (a < 0n ? -a : a)

/** What XLSForm takes when a parameter is left out. */
const defaults: Readonly<Record<string, string>> = { start: '1', end: '10', step: '1' }
const names = ['start', 'end', 'step', 'tick_interval', 'placeholder'] as const
type Name = (typeof names)[number]
const ticks = ['tick_interval', 'placeholder', 'tick_labelset']
/** Only these draw ticks. */
const withTicks: ReadonlySet<string> = new Set(['vertical', 'no-ticks'])

class Range {
  readonly found: ReadonlyMap<Name, Exact>
  readonly scale: number
  constructor(found: ReadonlyMap<Name, Exact>, labels: readonly Exact[]) {
    this.found = found
    this.scale = Math.max(0, ...[...found.values(), ...labels].map(({ scale }) => scale))
  }
  /** In units of the finest scale, so that all can be compared. */
  at({ units, scale }: Exact): bigint {
    return units * 10n ** BigInt(this.scale - scale)
  }
  value(name: Name): bigint | undefined {
    const exact = this.found.get(name)
    return exact && this.at(exact)
  }
}

export function checkRange(
  parameters: Parameters,
  appearance: string | undefined,
  list: (name: string) => ChoiceList | undefined,
  at: Place,
  issues: Issues,
): void {
  const words = (appearance ?? '').split(/\s+/).filter((word) => word !== '')
  const used = ticks.filter((name) => parameterOf(parameters, name) !== undefined)
  if (used.length > 0 && !words.every((word) => withTicks.has(word))) issues.error(issue.parameterAppearance(at, used))
  const found = new Map<Name, Exact>()
  for (const name of names) {
    const text = parameterOf(parameters, name) ?? defaults[name]
    const exact = text === undefined ? undefined : exactOf(text)
    if (exact) found.set(name, exact)
    else if (text !== undefined) issues.error(issue.parameterNumber(at, name, false))
  }
  const labelSet = parameterOf(parameters, 'tick_labelset')
  const choices = labelSet === undefined ? undefined : list(labelSet)?.choices
  if (labelSet !== undefined && !choices) issues.error(issue.listUnknown(at, labelSet))
  const labels = choices?.map(({ name }) => exactOf(name)) ?? []
  if (labels.includes(undefined)) issues.error(issue.parameterLabels(at, 'not-numbers'))
  const known = labels.filter((label) => label !== undefined)
  checkNumbers(new Range(found, known), known, words.includes('no-ticks'), at, issues)
}

function checkNumbers(range: Range, labels: readonly Exact[], noTicks: boolean, at: Place, issues: Issues): void {
  const [start, end, step] = [range.value('start'), range.value('end'), range.value('step')]
  if (start === undefined || end === undefined || step === undefined) return
  const [low, high] = start < end ? [start, end] : [end, start]
  const isOff = (value: bigint, by: bigint) => by !== 0n && value % by !== 0n
  const tick = range.value('tick_interval')
  for (const [name, value] of [['step', step] as const, ['tick_interval', tick] as const]) {
    if (value === undefined) continue
    if (value === 0n) issues.error(issue.parameterZero(at, name))
    else if (size(value) > high - low) issues.error(issue.parameterBeyondRange(at, name))
    else if (name === 'tick_interval' && isOff(value, step)) issues.error(issue.parameterMultiple(at, name, 'step'))
  }
  const placeholder = range.value('placeholder')
  if (placeholder !== undefined) {
    if (placeholder < low || placeholder > high) issues.error(issue.parameterOutside(at, 'placeholder'))
    else if (isOff(placeholder - start, step)) issues.error(issue.parameterMultiple(at, 'placeholder', 'step'))
  }
  const marks = labels.map((label) => range.at(label))
  if (marks.some((mark) => mark < low || mark > high)) issues.error(issue.parameterOutside(at, 'tick_labelset'))
  else if (marks.some((mark) => isOff(mark - start, size(tick ?? step))))
    issues.error(issue.parameterMultiple(at, 'tick_labelset', tick === undefined ? 'step' : 'tick_interval'))
  if (
    noTicks &&
    marks.length > 0 &&
    !(marks.every((mark) => mark === start || mark === end) && new Set(marks).size === 2)
  )
    issues.error(issue.parameterLabels(at, 'not-ends'))
}
