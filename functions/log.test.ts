import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { log, logCode } from './log.ts'

const lines: string[] = []
beforeEach(() => {
  lines.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => vi.restoreAllMocks())

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

/** An error of a service: named, and telling what it was given. */
function refusal(text: string): Error {
  const error = new Error(`The value ${text} is not valid`)
  error.name = 'ValidationException'
  return error
}

const secret = 'chim-hoàng-yến $& $1'

test.each([
  ['a parser', thrownBy(() => JSON.parse(`{"note": ${secret}`)), 'SyntaxError: not quoted'],
  ['a check', thrownBy(() => v.parse(v.object({ note: v.number() }), { note: secret })), 'ValiError: Invalid at note'],
  ['a service', refusal(secret), 'ValidationException: not quoted'],
  ['a text that is thrown', secret, 'thrown: string'],
])('what %s quotes stays out of the log, and where it failed is in it', (_, error, told) => {
  log(logCode.jobFailed, { message: 'm1' }, error)
  const [line = ''] = lines
  expect(line).not.toContain('chim')
  expect(JSON.parse(line)).toMatchObject({ code: 'schedule.job-failed', message: 'm1' })
  expect(JSON.parse(line).error.startsWith(told)).toBe(true)
  if (error instanceof Error) expect(line).toContain('log.test.ts')
})

test('what we say ourselves is said in the log', () => {
  log(logCode.jobFailed, {}, new Error('There is no data in reports/x'))
  expect(lines[0]).toContain('There is no data in reports/x')
  expect(lines[0]).toContain('log.test.ts')
  log(logCode.jobFailed)
  expect(JSON.parse(lines[1] ?? '')).toEqual({ code: 'schedule.job-failed' })
})
