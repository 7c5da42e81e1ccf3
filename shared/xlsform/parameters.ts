// The parameters column: "start=0 end=10 step=2", separated by spaces, commas or semicolons, and what each type of
// question accepts there (https://docs.getodk.org/form-question-types/).

import type { Parameters } from './form.ts'
import { malformedReference, truthIn } from './formula.ts'
import { type Issue, type Issues, issue, type Place } from './issue.ts'
import type { QuestionType } from './question-type.ts'
import { isFromFile, isSelect } from './question-type.ts'

/** Undefined when the cell doesn't read as key=value pairs. Keys are written in lower case. */
export function readParameters(text: string): Parameters | undefined {
  const pairs = text
    .replace(/\s+/g, ' ')
    .replace(/ ?= ?/g, '=')
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => part.split('='))
  const read = pairs.map(([key = '', value = '']) => [key.toLowerCase(), value] as const)
  const wrong = pairs.some(({ length }) => length !== 2) || read.some(([key, value]) => key === '' || value === '')
  return wrong ? undefined : read
}

export const writeParameters = (parameters: Parameters): string =>
  parameters.map(([key, value]) => `${key}=${value}`).join(' ')

/** The last one counts where a key stands twice. */
export const parameterOf = (parameters: Parameters, name: string): string | undefined =>
  parameters.findLast(([key]) => key === name)?.[1]

const audit = [
  'location-priority',
  'location-min-interval',
  'location-max-age',
  'track-changes',
  'identify-user',
  'track-changes-reasons',
]
const accepted: { readonly [Type in QuestionType]?: readonly string[] } = {
  text: ['rows'],
  range: ['start', 'end', 'step', 'tick_interval', 'placeholder', 'tick_labelset'],
  image: ['max-pixels', 'app'],
  audio: ['quality'],
  'background-audio': ['quality'],
  geopoint: ['allow-mock-accuracy', 'capture-accuracy', 'warning-accuracy', 'reference-geometry'],
  geotrace: ['allow-mock-accuracy', 'incremental', 'reference-geometry'],
  geoshape: ['allow-mock-accuracy', 'incremental', 'reference-geometry'],
  audit,
}

/** Undefined for types that pyxform doesn't look at. */
function acceptedBy(type: QuestionType): readonly string[] | undefined {
  if (isFromFile(type)) return ['randomize', 'seed', 'value', 'label']
  return isSelect(type) ? ['randomize', 'seed'] : accepted[type]
}

const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text))
const isWhole = (text: string) => /^[+-]?\d+$/.test(text)

const qualities = ['normal', 'low', 'voice-only']
const values: Readonly<Record<string, readonly string[]>> = {
  'track-changes': ['true', 'false'],
  'identify-user': ['true', 'false'],
  'track-changes-reasons': ['on-form-edit'],
  'location-priority': ['no-power', 'low-power', 'balanced', 'high-accuracy'],
  'allow-mock-accuracy': ['true', 'false'],
  randomize: ['true', 'false'],
}
/** Names that XML takes for an element: the columns of a file become elements. */
export const isName = (text: string): boolean => /^[\p{L}_][\p{L}\p{M}\p{N}_.·-]*$/u.test(text)
/** As Android names an app: com.example.camera. */
const isPackage = (text: string) => /^[a-z][\w]*(\.[a-z]\w*)+$/i.test(text)

type Check = (value: string, at: Place) => Issue | undefined
function firstProblem(type: QuestionType, name: string, value: string, at: Place): Issue | undefined {
  const allowed = Object.hasOwn(values, name) ? values[name] : undefined
  if (allowed && !allowed.includes(value.toLowerCase())) return issue.parameterValue(at, name, allowed)
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined
  if (name === 'quality') {
    const given = type === 'audio' ? [...qualities, 'external'] : qualities
    return given.includes(value) ? undefined : issue.parameterValue(at, name, given)
  }
  return check?.(value, at)
}
const number =
  (name: string, whole: boolean): Check =>
  (value, at) =>
    (whole ? isWhole(value) : isNumber(value)) ? undefined : issue.parameterNumber(at, name, whole)
const columnName =
  (name: string): Check =>
  (value, at) =>
    isName(value) ? undefined : issue.parameterName({ ...at, column: `${at.column ?? 'parameters'} (${name})` }, name)

const checks: Readonly<Record<string, Check>> = {
  rows: number('rows', true),
  'max-pixels': number('max-pixels', true),
  'capture-accuracy': number('capture-accuracy', false),
  'warning-accuracy': number('warning-accuracy', false),
  'location-min-interval': number('location-min-interval', true),
  'location-max-age': number('location-max-age', true),
  value: columnName('value'),
  label: columnName('label'),
  seed: (value, at) =>
    isNumber(value) || (/^\$\{[^{}]+\}$/.test(value) && malformedReference(value) === undefined)
      ? undefined
      : issue.parameterNumber(at, 'seed', false),
  incremental: (value, at) => (truthIn(value) === true ? undefined : issue.parameterValue(at, 'incremental', ['true'])),
}

/** What a type's parameters must be; a range's and what refers to other sheets are checked elsewhere. */
export function checkParameters(
  type: QuestionType,
  parameters: Parameters,
  appearance: string | undefined,
  at: Place,
  issues: Issues,
): void {
  const names = acceptedBy(type)
  if (!names) return
  const unknown = parameters.map(([key]) => key).filter((key) => !names.includes(key))
  if (unknown.length > 0) issues.error(issue.parameterUnknown(at, unknown, [...names].sort()))
  for (const [name, value] of parameters) {
    const found = names.includes(name) ? firstProblem(type, name, value, at) : undefined
    if (found) issues.error(found)
  }
  const value = (name: string) => parameterOf(parameters, name)
  if (value('seed') !== undefined && value('randomize') === undefined)
    issues.error(issue.parameterNeeds(at, 'seed', ['randomize=true']))
  const app = value('app')
  if (app !== undefined && !isPackage(app) && (appearance === undefined || appearance === 'annotate'))
    issues.error(issue.parameterPackage(at, 'app'))
  if (type === 'audit') checkAudit(value, at, issues)
}

function checkAudit(value: (name: string) => string | undefined, at: Place, issues: Issues): void {
  const location = audit.slice(0, 3)
  const given = location.filter((name) => value(name) !== undefined)
  if (given.length > 0 && given.length < location.length)
    issues.error(
      issue.parameterNeeds(
        at,
        given.join(', '),
        location.filter((name) => !given.includes(name)),
      ),
    )
  const [least, most] = ['location-min-interval', 'location-max-age'].map((name) => Number(value(name) ?? 'NaN'))
  if (least === undefined || most === undefined) return
  if (least < 0) issues.error(issue.parameterBelow(at, 'location-min-interval', '0'))
  if (most < 0 || most < least) issues.error(issue.parameterBelow(at, 'location-max-age', 'location-min-interval'))
}
