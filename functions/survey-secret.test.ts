import * as v from 'valibot'
import { expect, test } from 'vitest'
import { asId, PeriodId, ResponseId } from '../shared/ids.ts'
import { codeHash, memberResponseId, sealKeys, unsealKeys } from './survey-secret.ts'

const july = asId(PeriodId, '2026-07')
const august = asId(PeriodId, '2026-08')

test('a link always comes to one response in a period, and nothing else does', () => {
  const id = memberResponseId('secret', 'token', july)
  expect(v.is(ResponseId, id)).toBe(true)
  expect(memberResponseId('secret', 'token', july)).toBe(id)
  const others = [
    memberResponseId('secret', 'token', august),
    memberResponseId('secret', 'tokens', july),
    memberResponseId('secrets', 'token', july),
  ]
  expect(new Set([id, ...others]).size).toBe(4)
})

test('token and code are opened by their secret alone, and never look the same twice', () => {
  const keys = { token: 'abcdefghijklmnopqr_-01', code: '2XQ9PD3W' }
  const sealed = sealKeys('secret', keys)
  expect(unsealKeys('secret', sealed)).toEqual(keys)
  expect(sealKeys('secret', keys)).not.toBe(sealed)
  expect(sealed).not.toContain(Buffer.from('abcdef').toString('base64url'))
  expect(() => unsealKeys('another', sealed)).toThrow()
  expect(() => unsealKeys('secret', `A${sealed.slice(1)}`)).toThrow()
})

test("a code's name needs the secret", () => {
  expect(codeHash('secret', '2XQ9PD3W')).toBe(codeHash('secret', '2XQ9PD3W'))
  expect(codeHash('secret', '2XQ9PD3W')).not.toBe(codeHash('another', '2XQ9PD3W'))
})
