import { describe, expect, test } from 'vitest'
import { answerOf, document, outcome } from './evaluation-fixture.ts'

describe('operators', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ["'2' * '3'", 6],
    ['true() + true()', 2],
    ['7 div 2', 3.5],
    ['1 div 0', Number.POSITIVE_INFINITY],
    ['-5 mod 3', -2],
    ['-(1 + 1)', -2],
    ["'x' + 1", Number.NaN],
    ['/data/blank + 1', Number.NaN],
    ["'2026-03-02' - '2026-03-01'", 1],
    ["' 1.5e2 ' + 0", 150],
    ["'0x10' + 0", Number.NaN],
    ["'Infinity' + 0", Number.NaN],
  ])('%s', (expression, expected) => {
    expect(answerOf(expression)).toBe(expected)
  })

  test('and, or and if() leave alone what does not decide', () => {
    expect(answerOf('true() or unheard-of()')).toBe(true)
    expect(answerOf('false() and unheard-of()')).toBe(false)
    expect(answerOf('if(1 = 1, "yes", unheard-of())')).toBe('yes')
  })
})

describe('comparisons', () => {
  test.each([
    ['texts by their characters', '"1" = "1.0"', false],
    ['a number makes it numeric', '1 = "1.0"', true],
    ['a boolean makes it boolean', 'true() = "no"', true],
    ['order is numeric always', '"10" > "9"', true],
    ['no order among words', '"b" > "a"', false],
    ['NaN is unequal to itself', 'number("x") != number("x")', true],
    ['nodes: one suffices', '/data/member/age > 30', true],
    ['nodes: for = too, and for !=', '/data/member/sex = "m" and /data/member/sex != "m"', true],
    ['nodes against nodes', '/data/member/age = /data/member/age', true],
    ['no nodes, no truth', '/data/none = "" or /data/none != ""', false],
    ['no nodes are false', '/data/none = false()', true],
    ['order with a boolean is by number, not by truth', '/data/none < true()', false],
    ['dates', '/data/visited < today()', true],
    ['a date and its text', 'today() = "2026-03-01"', true],
    ['a date and no date', 'today() = "soon"', false],
  ])('%s', (_, expression, expected) => {
    expect(answerOf(expression)).toBe(expected)
  })
})

describe('paths', () => {
  test.each([
    ['member/age', ['34', '7', '19']],
    ['member[2]/age', ['7']],
    ['member[age > 10]/age', ['34', '19']],
    ['member[age > 10][2]/age', ['19']],
    ['member[last()]/age', ['19']],
    ['member[position() mod 2 = 1]/sex', ['f', 'f']],
    ['(//age)[2]', ['7']],
    ['//age/..[sex = "m"]/age', ['7']],
    ['//age[1]', ['34', '7', '19']],
    ['@id', ['h1']],
    ['member[1]/following-sibling::member/age', ['7', '19']],
    ['member[3]/preceding-sibling::*[1]/age', ['7']],
    ['member[2]/preceding::age | member[2]/following::age', ['34', '19']],
    ['//sex[. = "m"]/ancestor::member/age', ['7']],
    ['count(//sex/ancestor-or-self::*)', 7],
    ['member[age = current()/member[2]/age]/sex', ['m']],
    ['visited | name | visited', ['An', '2026-02-28']],
    ['//age | name', ['An', '34', '7', '19']],
    ['descendant::age[2]', ['7']],
    ['string(text())', '\n   '],
    ['__proto__ | constructor | @toString', []],
  ])('%s', (expression, expected) => {
    expect(answerOf(expression)).toEqual(expected)
  })

  test('come in document order, each node once, whatever the way', () => {
    const nested = document('<r><a n="1"><b n="2"/><a n="3"><b n="4"/></a><b n="5"/></a></r>')
    expect(answerOf('//a/b/@n', { over: nested })).toEqual(['2', '4', '5'])
    expect(answerOf('//b/ancestor::a/@n', { over: nested })).toEqual(['1', '3'])
    expect(answerOf('//b/..//b/@n', { over: nested })).toEqual(['2', '4', '5'])
  })

  test('see comments and instructions only when asked', () => {
    const mixed = document('<r>a<!-- b --><?c d?><![CDATA[e]]></r>')
    expect(answerOf('string(.)', { over: mixed })).toBe('ae')
    expect(answerOf('comment() | processing-instruction("c")', { over: mixed })).toEqual(['b', 'd'])
    expect(answerOf('processing-instruction("x")', { over: mixed })).toEqual([])
  })

  test('/ is the answers, inside a choice list too', () => {
    const list = document('<root><item><name>a</name><of>An</of></item><item><name>b</name><of>Vi</of></item></root>')
    const environment = { instance: (id: string) => (id === 'places' ? list : undefined) }
    expect(answerOf("instance('places')/root/item[of = /data/name]/name", { environment })).toEqual(['a'])
    expect(answerOf("instance('none')/root/item", { environment })).toEqual([])
  })
})

describe('references', () => {
  test('are resolved by the form, which hears of the question and of the node that a predicate tries', () => {
    const asked: string[] = []
    const environment = {
      reference: (name: string, current: { name: string }, focus: { name: string }) => {
        asked.push(`${name} from ${current.name} at ${focus.name}`)
        return name === 'age' ? [] : undefined
      },
    }
    expect(answerOf('member[${age} = 1]', { environment })).toEqual([])
    expect(new Set(asked)).toEqual(new Set(['age from data at member']))
    expect(outcome('${weight}', { environment })).toMatchObject({ problem: { name: 'weight' } })
  })
})

describe('failures are values of the catalogue', () => {
  test.each([
    ['unheard-of()', 'expression.function-unknown'],
    ['__proto__()', 'expression.function-unknown'],
    ['constructor(1)', 'expression.function-unknown'],
    ['not()', 'expression.argument-count'],
    ['not(1, 2)', 'expression.argument-count'],
    ['count(1)', 'expression.nodes-expected'],
    ["'a'/b", 'expression.nodes-expected'],
    ["'a' | b", 'expression.nodes-expected'],
    ["'a'[1]", 'expression.nodes-expected'],
    ['${age}', 'expression.reference-unknown'],
    ["digest('a', 'MD5')", 'expression.unavailable'],
    ["regex('a', '(')", 'expression.pattern-refused'],
    ["format-date(today(), '%Q')", 'expression.format-unknown'],
    ['uuid(-1)', 'expression.argument-invalid'],
  ])('%s', (expression, code) => {
    expect(answerOf(expression)).toBe(code)
  })

  test('steps are counted, over all nodes that are touched', () => {
    expect(answerOf('count(//*[//*[//*]])', { steps: 200 })).toBe('expression.budget-spent')
    expect(answerOf('//age = //sex', { steps: 30 })).toBe('expression.budget-spent')
    expect(answerOf('1 + 1', { steps: 3 })).toBe(2)
  })
})
