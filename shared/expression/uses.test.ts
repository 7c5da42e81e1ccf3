import { expect, test } from 'vitest'
import { functionsIn, referencesIn } from './names.ts'
import { parse } from './parse.ts'
import { familiesOf } from './uses.ts'

const parsed = parse("if(selected(${a}, '${b}'), /r[x = ${last-saved#c}]/y, round(${a} + unheard-of(today())))")
const expression = parsed.ok ? parsed.value : ''

test('the functions of an expression, wherever they stand, each once', () => {
  expect(functionsIn(expression)).toEqual(['if', 'selected', 'round', 'unheard-of', 'today'])
})

test('the questions that it refers to; texts are texts', () => {
  expect(referencesIn(expression)).toEqual(['a', 'last-saved#c'])
})

test('the families of functions that its page carries', () => {
  expect(familiesOf(functionsIn(expression))).toEqual(['logic', 'number', 'select', 'date'])
  expect(familiesOf(['constructor', 'unheard-of'])).toEqual([])
})
