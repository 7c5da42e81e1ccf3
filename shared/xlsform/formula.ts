// Cells that hold expressions or texts with ${references}: parsed once, here, and checked as far as one cell goes.
// Whether a reference leads anywhere is known only when every row was read (references.ts).

import type { Expression } from '../expression/expression.ts'
import { allFunctions } from '../expression/functions/families.ts'
import { referencesIn } from '../expression/names.ts'
import { parse } from '../expression/parse.ts'
import { expressionProblem } from '../expression/problem.ts'
import type { Formula, Texts } from './form.ts'
import { type Issues, issue, type Place } from './issue.ts'
import type { Row } from './table.ts'

type Lookup = { readonly call: 'instance' | 'pulldata'; readonly name: string; readonly at: Place }

/** What reading collects on its way. */
export type Reading = {
  readonly issues: Issues
  /** Whether the engine that will run an author's regular expressions accepts one. */
  readonly checkPattern: (pattern: string) => boolean
  /** What was parsed so far, and the patterns that were looked at: both cost time. */
  readonly spent: { characters: number; readonly patterns: Map<string, boolean> }
  readonly references: { readonly name: string; readonly at: Place }[]
  /** Names given to instance() and pulldata(). */
  readonly instances: Lookup[]
  /** Those that name columns of the list too. */
  readonly lookups: (Lookup & { readonly columns: readonly string[] })[]
}

/** In all expressions of a form together: WHO verbal autopsy has 40,000 characters and no pattern. */
const mostCharacters = 500_000
const mostPatterns = 100

/** Excel writes TRUE, people write yes; pyxform reads both in every column that holds a condition. */
const truths = new Map<string, 'true' | 'false'>([
  ...['yes', 'true', 'true()'].map((text) => [text, 'true'] as const),
  ...['no', 'false', 'false()'].map((text) => [text, 'false'] as const),
])
/** "yes", "no", "TRUE" as a truth; undefined for anything else. */
export const truthIn = (text: string): boolean | undefined => {
  const truth = truths.get(text.toLowerCase())
  return truth && truth === 'true'
}

const wellFormed = /\$\{\s*(?:last-saved#)?[\p{L}_][\p{L}\p{M}\p{N}_.·-]*\s*\}/gu

/** The first "${" that begins no reference. */
export const malformedReference = (text: string): string | undefined =>
  /\$\{.{0,40}/s.exec(text.replace(wellFormed, ''))?.[0]

/** The names in a text's ${...}. */
const namesIn = (text: string): string[] => (text.match(wellFormed) ?? []).map((found) => found.slice(2, -1).trim())

function noteReferences(names: readonly string[], at: Place, reading: Reading): void {
  for (const name of new Set(names)) reading.references.push({ name, at })
}

/** A text that people are shown, with answers put into it. */
export function readTexts(row: Row, key: string, reading: Reading): Texts | undefined {
  const texts = row.texts(key)
  for (const [language, text] of texts ?? []) checkText(text, row.at(key, language), reading)
  return texts
}

export function checkText(text: string, at: Place, reading: Reading): void {
  if (!text.includes('${')) return
  const malformed = malformedReference(text)
  if (malformed === undefined) noteReferences(namesIn(text), at, reading)
  else reading.issues.error(issue.referenceMalformed(at, malformed))
}

/** Every node of a tree that has a head. */
function nodesOf(tree: Expression): (readonly unknown[])[] {
  const found: (readonly unknown[])[] = []
  const visit = (part: unknown) => {
    if (!Array.isArray(part)) return
    found.push(part)
    for (const inner of part) visit(inner)
  }
  visit(tree)
  return found
}

/** A step to a child with a name of its own. */
const childName = (step: unknown): string | undefined => {
  if (!Array.isArray(step)) return undefined
  const [axis, test]: readonly unknown[] = step
  return axis === 'child' && typeof test === 'string' && /^[\p{L}_]/u.test(test) && !test.endsWith(')')
    ? test
    : undefined
}

/** Bare names: children of the node that the expression is about. What stands in its predicates is about other nodes. */
export function childrenIn(tree: Expression): string[] {
  const found: string[] = []
  const visit = (part: unknown) => {
    if (!Array.isArray(part)) return
    const [head, first, ...more]: readonly unknown[] = part
    if (head === './') {
      const name = more.length > 0 ? undefined : childName(first)
      if (name !== undefined) found.push(name)
    } else if (head === '[]' || head === 'of') visit(first)
    else if (head !== '/') for (const inner of [first, ...more]) visit(inner)
  }
  visit(tree)
  return found
}

/** The list that instance('list')/root/item[predicates]/column looks into, and the columns it names. */
function lookupIn([head, from, ...steps]: readonly unknown[]): { name: string; columns: string[] } | undefined {
  if (head !== 'of' || !Array.isArray(from)) return undefined
  const [call, called, name]: readonly unknown[] = from
  if (call !== '()' || called !== 'instance' || typeof name !== 'string') return undefined
  const [, item, column] = steps
  const [, , ...predicates]: readonly unknown[] = Array.isArray(item) ? item : []
  const asked = childName(column)
  // Predicates of a step are expressions: the parser made them.
  const filtered = predicates.flatMap((predicate) => childrenIn(predicate as Expression))
  return { name, columns: [...new Set([...filtered, ...(asked === undefined ? [] : [asked])])] }
}

function checkCall([, name, ...parameters]: readonly unknown[], at: Place, reading: Reading): void {
  if (typeof name !== 'string') return
  const entry = Object.hasOwn(allFunctions, name) ? allFunctions[name] : undefined
  if (!entry) {
    reading.issues.error(issue.expression(at, expressionProblem.functionUnknown(name)))
    return
  }
  const [fewest, most] = entry
  if (parameters.length < fewest || parameters.length > most)
    reading.issues.error(issue.expression(at, expressionProblem.argumentCount(name)))
  const [first, second, third] = parameters
  if ((name === 'instance' || name === 'pulldata') && typeof first === 'string') {
    reading.instances.push({ call: name, name: first, at })
    const columns = [second, third].filter((column) => typeof column === 'string')
    if (name === 'pulldata') reading.lookups.push({ call: name, name: first, at, columns })
  }
  if (name === 'regex' && typeof second === 'string') checkPattern(second, at, reading)
}

function checkPattern(pattern: string, at: Place, { spent: { patterns }, checkPattern, issues }: Reading): void {
  if (!patterns.has(pattern) && patterns.size === mostPatterns) {
    issues.error(issue.tooMany(at, 'patterns', mostPatterns))
    return
  }
  const isGood = patterns.get(pattern) ?? checkPattern(pattern)
  patterns.set(pattern, isGood)
  if (!isGood) issues.error(issue.patternRefused(at, pattern))
}

/** Whether a further expression may be read. That there are too many is said at the first that isn't. */
function spend({ length }: string, at: Place, { spent, issues }: Reading): boolean {
  const before = spent.characters
  spent.characters += length
  if (spent.characters <= mostCharacters) return true
  if (before <= mostCharacters) issues.error(issue.tooMany(at, 'expressions', mostCharacters))
  return false
}

/** An expression that must parse, with functions that exist. */
export function readExpression(text: string, at: Place, reading: Reading): Formula | undefined {
  const truth = truthIn(text)
  if (truth !== undefined) return { text, tree: ['()', String(truth)] }
  if (!spend(text, at, reading)) return undefined
  const malformed = malformedReference(text)
  const parsed = parse(text)
  if (malformed !== undefined || !parsed.ok) {
    reading.issues.error(
      malformed !== undefined || parsed.ok
        ? issue.referenceMalformed(at, malformed ?? text)
        : issue.expression(at, parsed.problem),
    )
    return undefined
  }
  for (const node of nodesOf(parsed.value)) {
    if (node[0] === '()') checkCall(node, at, reading)
    const lookup = lookupIn(node)
    if (lookup) reading.lookups.push({ call: 'instance', at, ...lookup })
  }
  noteReferences(referencesIn(parsed.value), at, reading)
  return { text, tree: parsed.value }
}

export function readFormula(row: Row, key: string, reading: Reading): Formula | undefined {
  const text = row.get(key)
  const formula = text === undefined ? undefined : readExpression(text, row.at(key), reading)
  // A question holds no others. A section does, a choice has columns, and the settings are about the whole form.
  const isOfQuestion = /^(?!begin)/i.test(row.get('type') ?? 'begin') && key !== 'choice_filter'
  // "null" is how authors write an empty answer, which it is.
  const [name] = formula && isOfQuestion ? childrenIn(formula.tree).filter((one) => one !== 'null') : []
  if (name !== undefined) reading.issues.warn(issue.bareName(row.at(key), name))
  return formula
}

/** Answers of these types hold hyphens that are no minus: 2026-03-01, -21.5. */
const hyphenated: ReadonlySet<string> = new Set(['date', 'time', 'dateTime', 'geopoint', 'geotrace', 'geoshape'])
const computes: ReadonlySet<unknown> = new Set(['+', '-', '*', 'div', 'mod', '|', '()', '$', '[]'])

/**
 * Whether a default is computed. The column doesn't say: "red" and "2026-03-01" are answers, "today()" and "${a} + 1" are
 * expressions, and what doesn't parse or calls no function that exists was meant as a text.
 */
export function isComputed(text: string, type: string, at: Place, reading: Reading): boolean {
  if (!spend(text, at, reading)) return false
  if (text.includes('${') && malformedReference(text) === undefined) return parse(text).ok
  const parsed = parse(text)
  if (!parsed.ok) return false
  const nodes = nodesOf(parsed.value)
  if (hyphenated.has(type) && nodes.every(([head]) => head !== '()')) return false
  const calls = nodes.filter(([head]) => head === '()')
  if (!calls.every(([, name]) => typeof name === 'string' && Object.hasOwn(allFunctions, name))) return false
  return nodes.some(([head]) => computes.has(head))
}
