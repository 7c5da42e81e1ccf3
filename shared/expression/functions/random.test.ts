import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { answerOf, document } from '../evaluation-fixture.ts'

const over = document('<data><c>A</c><c>B</c><c>C</c><c>D</c><c>E</c><c>F</c></data>')

test('chance comes from the environment alone', () => {
  expect(answerOf('random()')).toBe(0.5)
  expect(answerOf('uuid()')).toBe('88888888-8888-4888-a888-888888888888')
  expect(answerOf('uuid(3)')).toBe('VVV')
  expect(answerOf('uuid(0)')).toBe('')
  expect(answerOf('uuid(100000)')).toBe('expression.argument-invalid')
  expect(answerOf('randomize(c)', { over, environment: { random: () => 0 } })).toEqual(['F', 'A', 'B', 'C', 'D', 'E'])
})

describe('randomize() with a seed', () => {
  const shuffled = (seed: string, environment = {}) => answerOf(`randomize(c, ${seed})`, { over, environment })

  test('gives one order for one seed, and keeps every choice', () => {
    expect(shuffled('42')).toEqual(shuffled('"42"'))
    expect(shuffled('42')).not.toEqual(shuffled('43'))
    expect(shuffled('-1')).not.toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
    expect([shuffled('42')].flat().sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
  })

  test('hashes a seed that is no number', () => {
    const environment = { digest: (_: string, text: string) => createHash('sha256').update(text).digest('hex') }
    expect(shuffled('"uuid:1"', environment)).not.toEqual(shuffled('"uuid:2"', environment))
    expect(shuffled('"uuid:1"')).toBe('expression.unavailable')
  })
})
