import { describe, expect, test } from 'vitest'
import { parse } from './parse.ts'

const tree = (text: string) => {
  const parsed = parse(text)
  return parsed.ok ? parsed.value : parsed.problem
}

describe('the tree', () => {
  test.each([
    ["'a'", 'a'],
    ['"it\'s"', "it's"],
    ['“a”', 'a'],
    ["‘a'", 'a'],
    ["'a’b'", 'a’b'],
    ['.5', 0.5],
    ['15.', 15],
    ['${age} > 17', ['>', ['$', 'age'], 17]],
    ['${ age }', ['$', 'age']],
    ['${last-saved#age}', ['$', 'last-saved#age']],
    ['.', ['./']],
    ['. >= 18', ['>=', ['./'], 18]],
    ['..', ['./', ['parent', 'node()']]],
    ['/', ['/']],
    ['/ = 1', ['=', ['/'], 1]],
    ['../a/b', ['./', ['parent', 'node()'], ['child', 'a'], ['child', 'b']]],
    ['//a', ['/', ['descendant', 'a']]],
    ['//a[1]', ['/', ['descendant-or-self', 'node()'], ['child', 'a', 1]]],
    ['@id', ['./', ['attribute', 'id']]],
    ['self::node()', ['./']],
    ['orx:meta/orx:*', ['./', ['child', 'orx:meta'], ['child', 'orx:*']]],
    ["processing-instruction('x')", ['./', ['child', 'processing-instruction(x)']]],
    [
      "instance('l')/root/item[a = 1][2]",
      ['of', ['()', 'instance', 'l'], ['child', 'root'], ['child', 'item', ['=', ['./', ['child', 'a']], 1], 2]],
    ],
    ['${r}[1]/x', ['of', ['[]', ['$', 'r'], 1], ['child', 'x']]],
    ['(a | b)[1]', ['[]', ['|', ['./', ['child', 'a']], ['./', ['child', 'b']]], 1]],
    ['if (1, 2, 3)', ['()', 'if', 1, 2, 3]],
    ['text', ['./', ['child', 'text']]],
    ['1\u00a0+ 1', ['+', 1, 1]],
    ['text()', ['./', ['child', 'text()']]],
  ])('of %s', (text, expected) => {
    expect(tree(text)).toEqual(expected)
  })

  test.each([
    ['1 or 2 and 3', ['or', 1, ['and', 2, 3]]],
    ['1 or 2 or 3', ['or', 1, 2, 3]],
    ['1 = 2 < 3', ['=', 1, ['<', 2, 3]]],
    ['1 + 2 * 3 - 4', ['-', ['+', 1, ['*', 2, 3]], 4]],
    ['1 - 2 - 3', ['-', ['-', 1, 2], 3]],
    ['1 + 2 + 3', ['+', 1, 2, 3]],
    ['1 + (2 + 3)', ['+', 1, ['+', 2, 3]]],
    ['-2 * 3', ['*', -2, 3]],
    ['-a', ['neg', ['./', ['child', 'a']]]],
    ['--a', ['neg', ['neg', ['./', ['child', 'a']]]]],
  ])('binds %s as XPath does', (text, expected) => {
    expect(tree(text)).toEqual(expected)
  })

  test.each([
    ['div div mod', ['div', ['./', ['child', 'div']], ['./', ['child', 'mod']]]],
    ['2div1', ['div', 2, 1]],
    ['1 and1', ['and', 1, 1]],
    ['* * *', ['*', ['./', ['child', '*']], ['./', ['child', '*']]]],
    ['a-b', ['./', ['child', 'a-b']]],
    ['a -b', ['-', ['./', ['child', 'a']], ['./', ['child', 'b']]]],
    ['and = or', ['=', ['./', ['child', 'and']], ['./', ['child', 'or']]]],
  ])('tells names from operators in %s', (text, expected) => {
    expect(tree(text)).toEqual(expected)
  })
})

describe('what is refused', () => {
  test.each([
    ['', 0, ''],
    ['1 +', 3, ''],
    ['1 2', 2, '2'],
    ['a b', 2, 'b'],
    ["'open", 0, "'open"],
    ['${1a}', 0, '${1a}'],
    ['round(1', 7, ''],
    ['a[', 2, ''],
    ['a//', 3, ''],
    ['up::a', 0, 'up'],
    ['a::b', 0, 'a'],
    ['1 # 2', 2, '# 2'],
    ['9'.repeat(400), 0, '9'.repeat(20)],
  ])('%s, at %d', (text, at, found) => {
    expect(tree(text)).toEqual({ code: 'expression.syntax', at, found })
  })

  test('more than a cell holds, and trees that would exhaust a stack', () => {
    expect(tree(' '.repeat(40_000))).toEqual({ code: 'expression.too-long', limit: 32_767 })
    const deep = { code: 'expression.too-deep', limit: 250 }
    expect(tree('('.repeat(10_000))).toEqual(deep)
    expect(tree('a['.repeat(10_000))).toEqual(deep)
    expect(tree('1 - '.repeat(5000) + 1)).toEqual(deep)
  })

  test('but not long chains, nor a hundred nested questions', () => {
    expect(parse('1 or '.repeat(5000) + 1).ok).toBe(true)
    expect(parse('-'.repeat(30_000) + 1).ok).toBe(true)
    expect(parse(`${'if(a = 1, 1, '.repeat(100)}0${')'.repeat(100)}`).ok).toBe(true)
  })
})
