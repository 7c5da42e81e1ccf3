// Which forms a member survey can ask. Members send no files; and nothing of an anonymous survey's form may say where, when, on
// which device or by whom it was filled in, nor keep chance that would mark an answer.

import type { Expression } from '../expression/expression.ts'
import { functionsIn } from '../expression/names.ts'
import { formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import type { Texts, XlsForm, XlsQuestion, XlsSection } from '../xlsform/form.ts'
import { isSection } from '../xlsform/form.ts'
import type { AnsweringWay } from './survey.ts'

/** attachment: a file is asked for · place · about: time, device or person by itself · chance: an expression that differs each time. */
export type MisfitReason = 'attachment' | 'place' | 'about' | 'chance'

/** A question that a survey can't ask. */
export type Misfit = {
  /** What its answer is called; undefined where it is the form's own setting. */
  readonly question: string | undefined
  readonly label?: Texts
  readonly reason: MisfitReason
  /** The type of the question, or the function that it uses. */
  readonly what: string
}

const attachments: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'file', 'background-audio'])
const places: ReadonlySet<string> = new Set([
  'geopoint',
  'geotrace',
  'geoshape',
  'start-geopoint',
  'background-geopoint',
  'osm',
])
const about: ReadonlySet<string> = new Set([
  'start',
  'end',
  'today',
  'username',
  'deviceid',
  'phonenumber',
  'email',
  'simserial',
  'subscriberid',
  'audit',
])
const chance: ReadonlySet<string> = new Set(['now', 'today', 'random', 'uuid', 'once'])

function treesOfSection({ relevant, readOnly, repeatCount, consistency }: XlsSection) {
  return [relevant?.tree, readOnly?.tree, repeatCount?.tree, consistency?.holds.tree]
}

function treesOfQuestion(question: XlsQuestion) {
  const { relevant, required, constraint, calculation, readOnly, choiceFilter, score, finding, consistency } = question
  const formulas = [relevant, required, constraint, calculation, readOnly, choiceFilter, score]
  return [
    ...formulas.map((formula) => formula?.tree),
    question.default?.tree,
    finding?.when.tree,
    consistency?.holds.tree,
  ]
}

const chanceIn = (trees: readonly (Expression | undefined)[]): string[] => [
  ...new Set(trees.flatMap((tree) => (tree === undefined ? [] : functionsIn(tree).filter((name) => chance.has(name))))),
]

function misfitsOf({ key, type, source }: FormItem, isAnonymous: boolean): Misfit[] {
  const named = { question: key, ...(source.label ? { label: source.label } : {}) }
  if (attachments.has(type)) return [{ ...named, reason: 'attachment', what: type }]
  if (!isAnonymous) return []
  if (places.has(type)) return [{ ...named, reason: 'place', what: type }]
  if (about.has(type)) return [{ ...named, reason: 'about', what: type }]
  const trees = isSection(source) ? treesOfSection(source) : treesOfQuestion(source)
  return chanceIn(trees).map((name) => ({ ...named, reason: 'chance', what: `${name}()` }))
}

/** What keeps a form from being a survey's, in the order of the form; none: it fits. */
export function misfits(form: XlsForm, way: AnsweringWay): Misfit[] {
  const isAnonymous = way === 'anonymous'
  const found = formItems(form).flatMap((item) => misfitsOf(item, isAnonymous))
  const { instanceName } = form.settings
  const ofForm = isAnonymous ? chanceIn([instanceName?.tree]) : []
  return [...found, ...ofForm.map((name): Misfit => ({ question: undefined, reason: 'chance', what: `${name}()` }))]
}
