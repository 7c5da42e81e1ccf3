// HTTP to API Gateway's event and back: what functions/api reads and what browsers get.

import { describe, expect, test } from 'vitest'
import { fromResult, type Request, toEvent } from '../../infra/local/event.ts'

const circumstances = {
  publicUrl: new URL('http://127.0.0.1:8787'),
  requestId: 'request-1',
  now: new Date('2026-03-05T19:03:58.123Z'),
}
const eventOf = (request: Partial<Request>) =>
  toEvent(
    { method: 'GET', target: '/', rawHeaders: [], body: new Uint8Array(), sourceIp: '203.0.113.7', ...request },
    circumstances,
  )

describe('to the event', () => {
  test('path, query and circumstances', () => {
    const event = eventOf({
      target: '/b%C3%A1o-c%C3%A1o/1?unit=a&unit=b&q=ti%E1%BA%BFn+%C4%91%E1%BB%99&empty=',
      rawHeaders: ['User-Agent', 'phone'],
    })
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/b%C3%A1o-c%C3%A1o/1',
      rawQueryString: 'unit=a&unit=b&q=ti%E1%BA%BFn+%C4%91%E1%BB%99&empty=',
      queryStringParameters: { unit: 'a,b', q: 'tiến độ', empty: '' },
      isBase64Encoded: false,
      requestContext: {
        domainName: '127.0.0.1:8787',
        stage: '$default',
        requestId: 'request-1',
        time: '05/Mar/2026:19:03:58 +0000',
        timeEpoch: circumstances.now.getTime(),
        http: {
          method: 'GET',
          path: '/b%C3%A1o-c%C3%A1o/1',
          protocol: 'HTTP/1.1',
          sourceIp: '203.0.113.7',
          userAgent: 'phone',
        },
      },
    })
    expect(event.body).toBeUndefined()
    expect(eventOf({}).queryStringParameters).toBeUndefined()
  })

  test('headers in lower case, joined by commas; cookies in a list of their own', () => {
    const rawHeaders = [
      'Accept',
      'text/html',
      'ACCEPT',
      'text/plain',
      'Cookie',
      'a=1; b=x=y',
      'cookie',
      'c=3',
      '__proto__',
      'x',
    ]
    const event = eventOf({ rawHeaders })
    expect(event.headers['accept']).toBe('text/html,text/plain')
    expect(event.headers['cookie']).toBeUndefined()
    expect(event.cookies).toEqual(['a=1', 'b=x=y', 'c=3'])
    expect(Object.getPrototypeOf(event.headers)).toBe(Object.prototype)
    expect(eventOf({}).cookies).toBeUndefined()
  })

  test('a forwarded address is added to, never believed', () => {
    expect(eventOf({ rawHeaders: ['X-Forwarded-For', '10.0.0.1'] }).headers['x-forwarded-for']).toBe(
      '10.0.0.1, 203.0.113.7',
    )
  })

  test.each([
    ['application/json; charset=utf-8', true],
    ['text/plain', true],
    ['application/x-www-form-urlencoded', false],
    ['multipart/form-data; boundary=x', false],
    ['image/jpeg', false],
  ])('a body of %s comes as text: %s', (type, asText) => {
    const body = Buffer.from('họ tên=An')
    const event = eventOf({ method: 'POST', rawHeaders: ['Content-Type', type], body })
    expect(event.isBase64Encoded).toBe(!asText)
    expect(event.body).toBe(asText ? 'họ tên=An' : body.toString('base64'))
  })
})

describe('back to HTTP', () => {
  test('status, headers, cookies and text', () => {
    const answer = fromResult({
      statusCode: 303,
      headers: { Location: '/x', 'X-Count': 3 },
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: 'tiến độ',
    })
    expect(answer).toEqual({
      status: 303,
      headers: [
        ['location', '/x'],
        ['x-count', '3'],
        ['content-type', 'text/plain;charset=utf-8'],
      ],
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: Buffer.from('tiến độ'),
    })
  })

  test('every byte of a binary body', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index))
    const answer = fromResult({ statusCode: 200, body: bytes.toString('base64'), isBase64Encoded: true })
    expect(answer?.body.equals(bytes)).toBe(true)
  })

  test.each([
    ['an object', { ok: true }, '{"ok":true}'],
    ['a text', 'hello', 'hello'],
    ['nothing', undefined, 'null'],
  ])('%s without a statusCode is JSON with 200', (_, result, body) => {
    expect(fromResult(result)).toMatchObject({ status: 200, headers: [['content-type', 'application/json']] })
    expect(fromResult(result)?.body.toString()).toBe(body)
  })

  test.each([[{ statusCode: 'soon' }], [{ statusCode: 200, body: {} }], [{ statusCode: 999 }]])(
    '%j is not an answer',
    (result) => {
      expect(fromResult(result)).toBeUndefined()
    },
  )
})
