import { describe, expect, test } from 'vitest'
import { importText } from './xlsform-fixture.ts'

/** Rows of type, name, relevant, calculation, trigger. */
const cyclesIn = (rows: string, more: Readonly<Record<string, string>> = {}) => {
  const { errors } = importText({ survey: `type|name|label|relevant|calculation|trigger\n${rows}`, ...more })
  return errors.map((one) =>
    one.code === 'calculation.cycle' ? [one.row, one.column, ...one.names].join(' ') : JSON.stringify(one),
  )
}
const rows = (...lines: readonly string[]) => lines.join('\n')
const repeat = (...lines: readonly string[]) => rows('begin repeat|r|R', 'integer|x|X', ...lines, 'end repeat')

describe('a cycle', () => {
  test.each([
    [
      'of calculations',
      rows('calculate|a|||${b}', 'calculate|b|||${c}', 'calculate|c|||1 + ${a}'),
      ['2 calculation a b c'],
    ],
    ['of a calculation with itself', 'calculate|a|||${a} + 1', ['2 calculation a']],
    ['by a dot', 'calculate|a|||. + 1', ['2 calculation a']],
    ['by current()', 'calculate|a|||current()/. + 1', ['2 calculation a']],
    ['by a relative path', 'calculate|a|||../a + 1', ['2 calculation a']],
    ['by relative paths', rows('calculate|a|||../b', 'calculate|b|||current()/../a'), ['2 calculation a b']],
    ['by an absolute path', rows('begin group|g|G', 'calculate|a|||/data/g/a', 'end group'), ['3 calculation a']],
    [
      'through a group',
      rows('begin group|g|G', 'calculate|a|||${b}', 'end group', 'calculate|b|||${g}/a'),
      ['3 calculation a b'],
    ],
    ['in a function', "calculate|a|||concat('x', if(true(), ../a, ''))", ['2 calculation a']],
    [
      'in the predicate of a list',
      "calculate|a|||instance('l')/root/item[name = current()/../a]/label",
      ['2 calculation a'],
    ],
    ['of relevance with its own answer', "text|a|A|. = 'x'", ['2 relevant a']],
    ['of relevance', rows("text|a|A|${b} = ''", "text|b|B|${a} = ''"), ['2 relevant a b']],
    [
      'of a calculation and its own relevance',
      rows('calculate|a||${b} > 1|1', 'calculate|b|||${a}'),
      ['2 relevant a b'],
    ],
    ['of relevance with what it hides', rows("begin group|g|G|${a} = ''", 'text|a|A', 'end group'), ['2 relevant g a']],
    [
      'of relevance with what it hides, by a path',
      rows("begin group|g|G|./a = ''", 'text|a|A', 'end group'),
      ['2 relevant g a'],
    ],
    [
      'of relevance with what is worked out from what it hides',
      rows('begin group|g|G|${t} > 1', 'integer|a|A', 'end group', 'calculate|t|||${a} + 1'),
      ['2 relevant g t a'],
    ],
    ['within a round', repeat('calculate|a|||../b', 'calculate|b|||../a + ${x}'), ['4 calculation a b']],
    [
      'of a round and a sum over all',
      `${repeat('calculate|a|||${s} + 1')}\ncalculate|s|||sum(\${a})`,
      ['4 calculation a s'],
    ],
    [
      'of a round and one that is picked from outside',
      `${repeat('calculate|a|||${s}')}\ncalculate|s|||/data/r[position() = 1]/a`,
      ['4 calculation a s'],
    ],
    [
      'of a round and one that indexed-repeat() picks from outside',
      `${repeat('calculate|a|||${s}')}\ncalculate|s|||indexed-repeat(\${a}, \${r}, 1)`,
      ['4 calculation a s'],
    ],
    ['of once() with what waits for it', rows('calculate|a|||once(${b})', 'calculate|b|||${a}'), ['2 calculation a b']],
  ])('%s', (_, survey, wanted) => expect(cyclesIn(survey, { choices: 'list_name|name|label\nl|a|A' })).toEqual(wanted))
})

describe('no cycle', () => {
  test.each([
    ['once() with its own value', rows('calculate|a|||once(.)', 'calculate|b|||once(concat(${b}, uuid()))')],
    ['a calculation with a trigger', rows('integer|b|B', 'calculate|a|||. + ${a} + 1|${b}')],
    ['what is asked only if the answer before says so', rows('text|a|A', "text|b|B|${a} = 'x'", "text|c|C|../b = 'y'")],
    [
      'a running total by indexed-repeat()',
      repeat('calculate|sum|||indexed-repeat(${sum}, ${r}, position(..) - 1) + ${x}'),
    ],
    [
      'a running total by a predicate',
      repeat('calculate|sum|||/data/r[position() = position(current()/..) - 1]/sum + ${x}'),
    ],
    ['a running total by a predicate on the answer', repeat('calculate|sum|||sum(${sum}[position() < 3]) + ${x}')],
    ['a running total by the sibling before', repeat('calculate|sum|||../preceding-sibling::r[1]/sum + ${x}')],
    [
      'two that look at each other in the round before',
      repeat('calculate|a|||indexed-repeat(${b}, ${r}, position(..) - 1)', 'calculate|b|||${a} + ${x}'),
    ],
    ['the number and place of rounds', repeat('calculate|a|||concat(position(..), count(${r}), count(../../r))')],
    ['relevance by the place of the round', repeat('text|a|A|position(..) > 1')],
    ['a sum over a repeat inside a repeat of its own', `${repeat('calculate|a|||${x} * 2')}\ncalculate|s|||sum(\${a})`],
    ['siblings of all names', repeat('calculate|a|||count-non-empty(../*)')],
    ['names of a choice list', rows('text|name|N', "calculate|label|||instance('l')/root/item[name = 'a']/label")],
    ['a path to another instance', "calculate|a|||instance('l')/root/a"],
    ['the last answer', 'calculate|a|||${last-saved#a} + 1'],
    ['an absolute path under another root', 'calculate|a|||/other/a'],
  ])('is %s', (_, survey) => expect(cyclesIn(survey, { choices: 'list_name|name|label\nl|a|A' })).toEqual([]))

  test('is a constraint, a required mark or a filter that looks at its own answer', () => {
    const survey = 'type|name|label|constraint|required|read_only|choice_filter'
    const choices = 'list_name|name|label\nl|a|A'
    const { errors } = importText({
      survey: `${survey}\nselect_one l|a|A|. != 'b'|. = ''|false()|name != \${a}`,
      choices,
    })
    expect(errors).toEqual([])
  })
})
