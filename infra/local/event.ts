// HTTP to API Gateway's event (HTTP API, payload format 2.0) and a function's answer back to HTTP. Pure: http.ts listens.

import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as v from 'valibot'

export type Request = {
  method: string
  /** Path and query as they came, such as /reports?unit=1. */
  target: string
  /** Name and value by turns, as Node's rawHeaders. */
  rawHeaders: string[]
  body: Uint8Array
  sourceIp: string
}
export type Circumstances = { publicUrl: URL; requestId: string; now: Date }
export type Answer = { status: number; headers: [string, string][]; cookies: string[]; body: Buffer }

export function toEvent(request: Request, { publicUrl, requestId, now }: Circumstances): APIGatewayProxyEventV2 {
  const { headers, cookies } = splitHeaders(request.rawHeaders)
  const cut = request.target.indexOf('?')
  const rawPath = cut < 0 ? request.target : request.target.slice(0, cut)
  const rawQueryString = cut < 0 ? '' : request.target.slice(cut + 1)
  const query = queryParameters(rawQueryString)
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: {
      ...headers,
      'x-forwarded-for': headers['x-forwarded-for']
        ? `${headers['x-forwarded-for']}, ${request.sourceIp}`
        : request.sourceIp,
      'x-forwarded-proto': publicUrl.protocol.slice(0, -1),
      'x-forwarded-port': publicUrl.port || (publicUrl.protocol === 'https:' ? '443' : '80'),
    },
    ...(query ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: publicUrl.host,
      domainPrefix: publicUrl.hostname.split('.')[0] ?? '',
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...bodyOf(request.body, headers['content-type']),
  }
}

/** Names in lower case, values of a repeated header joined by commas; cookies go into a list of their own. */
function splitHeaders(raw: string[]): { headers: Record<string, string>; cookies: string[] } {
  const headers = new Map<string, string>()
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase()
    const value = raw[index + 1] ?? ''
    const before = headers.get(name)
    const separator = name === 'cookie' ? ';' : ','
    headers.set(name, before === undefined ? value : `${before}${separator}${value}`)
  }
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  headers.delete('cookie')
  return { headers: Object.fromEntries(headers), cookies: pairs.filter((pair) => pair !== '') }
}

function queryParameters(rawQueryString: string): Record<string, string> | undefined {
  if (rawQueryString === '') return undefined
  const joined = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    const before = joined.get(name)
    joined.set(name, before === undefined ? value : `${before},${value}`)
  }
  return Object.fromEntries(joined)
}

/** The types that API Gateway hands on as text. All others, forms too, come as base64. */
const textTypes = new Set(['application/json', 'application/javascript', 'application/xml'])

function bodyOf(bytes: Uint8Array, contentType = ''): { body?: string; isBase64Encoded: boolean } {
  if (bytes.length === 0) return { isBase64Encoded: false }
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  const isText = type.startsWith('text/') || textTypes.has(type)
  return { body: Buffer.from(bytes).toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Such as 12/Mar/2020:19:03:58 +0000. */
function commonLogTime(now: Date): string {
  const [date = '', time = ''] = now.toISOString().split('T')
  const [year, month, day] = date.split('-')
  return `${day}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`
}

const HeaderValue = v.union([v.string(), v.number(), v.boolean()])
const Structured = v.object({
  statusCode: v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.transform(Number))]),
    v.integer(),
    v.minValue(100),
    v.maxValue(599),
  ),
  headers: v.nullish(v.record(v.string(), HeaderValue)),
  cookies: v.nullish(v.array(v.string())),
  body: v.nullish(v.string()),
  isBase64Encoded: v.nullish(v.boolean()),
})

/** Reads what a function answered; undefined for what API Gateway would answer with its own 500. */
export function fromResult(result: unknown): Answer | undefined {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) return simpleAnswer(result)
  const read = v.safeParse(Structured, result)
  if (!read.success) return undefined
  const { statusCode, headers, cookies, body, isBase64Encoded } = read.output
  const named = Object.entries(headers ?? {}).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    String(value),
  ])
  if (body && !named.some(([name]) => name === 'content-type')) named.push(['content-type', 'text/plain;charset=utf-8'])
  return {
    status: statusCode,
    headers: named,
    cookies: cookies ?? [],
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  }
}

/** The short form: whatever has no statusCode is JSON, sent with 200. */
function simpleAnswer(result: unknown): Answer {
  const text = typeof result === 'string' ? result : JSON.stringify(result ?? null)
  return { status: 200, headers: [['content-type', 'application/json']], cookies: [], body: Buffer.from(text) }
}
