// Answers that contradict each other by the form's own rules, with the figures that don't fit, and the rules that all keep.

import { referencesIn } from '../../expression/names.ts'
import { formItems } from '../../form/form.ts'
import type { FormItem } from '../../form/items.ts'
import { formLanguage } from '../../form/texts.ts'
import { joined } from '../../messages/sentence.ts'
import { labelWords, type Reading, shortened, wordsIn } from '../answer-words.ts'
import type { Block, Run } from '../document.ts'
import { countIn, figure, type Line, paragraph, type Scope, sentence } from './role-scope.ts'

/** A rule of the form: the question that carries it, in words, and the questions whose answers it holds together. */
type Rule = { readonly key: string; readonly message: string; readonly about: readonly FormItem[] }

/** The places of broken rules name the round of a repeat: "household[2]/age". */
const keyOf = (place: string): string => place.replace(/^.*\]\//, '')

export function consistency(scope: Scope): Block[] {
  const { words, facts, total, lines } = scope
  const reading = readingOf(scope)
  const rules = rulesOf(scope, reading)
  if (rules.length === 0) return [sentence(words.noRules)]
  if (total.summary.responses === 0) return [sentence(words.nothingToCheck)]
  const count = (n: number) => countIn(scope, total, n)
  const found = lines.flatMap((line) => rules.flatMap((rule) => (isBroken(scope, line, rule) ? [{ line, rule }] : [])))
  const broken = new Set(found.map(({ rule }) => rule.key))
  const concerned = (facts.broken ?? []).filter(({ unitId }) => total.members.has(unitId))
  const units = new Set(concerned.map(({ unitId }) => unitId)).size
  const kept = rules.filter(({ key }) => !broken.has(key))
  return [
    paragraph(
      found.length > 0
        ? words.rulesBroken(count(broken.size), count(rules.length), count(units))
        : words.rulesKept(count(rules.length)),
    ),
    ...(found.length > 0 ? [brokenTable(scope, reading, found)] : []),
    ...(kept.length > 0
      ? [{ type: 'list' as const, items: kept.map((rule) => words.ruleKept(figuresOf(scope, reading, rule, total))) }]
      : []),
  ]
}

const readingOf = ({ facts, language }: Scope): Reading => ({
  version: facts.form,
  language,
  texts: formLanguage(facts.form.form, language),
})

/** Rules within repeats have no figure of their own in a summary: their message alone says what they are about. */
function rulesOf({ words, facts }: Scope, reading: Reading): Rule[] {
  const items = formItems(facts.form.form)
  return items.flatMap((item): Rule[] => {
    const rule = item.source.consistency
    if (!rule) return []
    const names = referencesIn(rule.holds.tree)
    const about = items.filter(({ name, key }) => key === item.key || names.includes(name))
    const message = wordsIn(reading, rule.message, []) || words.inconsistent(labelWords(reading, item, []))
    return [{ key: item.key, message, about }]
  })
}

/** A line of many units stands for all of them. */
const isBroken = ({ facts }: Scope, { members }: Line, { key }: Rule): boolean =>
  (facts.broken ?? []).some((one) => keyOf(one.question) === key && members.has(one.unitId))

/** "Tổng số 257; bộ phận giúp việc 237": what was answered, added up over responses. */
function figuresOf(scope: Scope, reading: Reading, { about }: Rule, line: Line): Run[] {
  const each = about.flatMap((item) => {
    const numbers = line.summary.numbers.get(item.key)
    if (!numbers) return []
    const value = figure(scope, line, numbers.sum, { responses: numbers.answered })
    return [scope.words.withValue(shortened(labelWords(reading, item, []), 200), value)]
  })
  return joined(each, '; ')
}

function brokenTable(
  scope: Scope,
  reading: Reading,
  found: readonly { readonly line: Line; readonly rule: Rule }[],
): Block {
  const { words } = scope
  return {
    type: 'table',
    caption: words.brokenCaption,
    columns: [
      { header: words.unit, weight: 42, align: 'left' },
      { header: words.contradiction, weight: 58, align: 'left' },
      { header: words.stated, weight: 60, align: 'left' },
    ],
    rows: found.map(({ line, rule }) => ({
      kind: 'row',
      cells: [
        { runs: [{ text: line.unit.name }] },
        { runs: [{ text: shortened(rule.message, 1_000) }], emphasis: 'missed' },
        // Of several responses the sum says nothing of the one that doesn't fit.
        { runs: line.summary.responses === 1 ? figuresOf(scope, reading, rule, line) : [] },
      ],
    })),
  }
}
