// The home's front door: one HTTP server for the pages, the API and the issuer, with API Gateway's limits and words.

import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { type Answer, fromResult, toEvent } from './event.ts'
import { FunctionError } from './function-instance.ts'
import { closeServer, isLoopbackName, listen } from './loopback.ts'

export type FrontDoor = {
  host: string
  port: number
  /** Until this is called every request hears that the home is starting. */
  open: (handler: RequestListener) => void
  /** Takes no more requests, and gives those that run a moment to end. */
  stop: (graceMs: number) => Promise<void>
}

/** Takes the port first, so that every address is known before anything else starts. */
export async function takePort(host: string, port: number): Promise<FrontDoor> {
  let handler: RequestListener = (_request, response) => {
    response
      .writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' })
      .end('Phieu is starting\n')
  }
  const server: Server = createServer((request, response) => handler(request, response))
  const address = await listen(server, host, port)
  return {
    host,
    port: address.port,
    open: (next) => {
      handler = next
    },
    stop: (graceMs) => closeServer(server, graceMs),
  }
}

export type Gateway = {
  publicUrl: URL
  /** Runs the api function. */
  invoke: (event: object) => Promise<unknown>
  bodyLimit?: number
  timeoutMs?: number
}

/** What API Gateway does with every request of an HTTP API. */
export function gateway(settings: Gateway): RequestListener {
  const { publicUrl, invoke, bodyLimit = 10 * 1024 * 1024, timeoutMs = 30_000 } = settings
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const body = await readBody(request, bodyLimit)
    if (!body) return isRead(request) ? tooLargePage : ownAnswer(413, 'Request Entity Too Large')
    const event = toEvent(
      {
        method: request.method ?? 'GET',
        target: request.url ?? '/',
        rawHeaders: request.rawHeaders,
        body,
        sourceIp: sourceIp(request, publicUrl),
      },
      { publicUrl, requestId: randomUUID(), now: new Date() },
    )
    const answered = await answerWithin(timeoutMs, invoke(event))
    return answered.status === 413 && isOwn(answered) && isRead(request) ? tooLargePage : answered
  }
  return (request, response) => {
    answer(request)
      .then((answered) => send(response, answered))
      // The visitor left, or the function set a header that HTTP can't carry.
      .catch(() => response.destroy())
  }
}

const ownAnswer = (status: number, message: string): Answer => ({
  status,
  headers: [['content-type', 'application/json']],
  cookies: [],
  body: Buffer.from(JSON.stringify({ message })),
})

/** Whether a person sees the answer, not a program. */
const isRead = (request: IncomingMessage): boolean => (request.headers.accept ?? '').includes('text/html')

const isOwn = ({ headers }: Answer): boolean => headers.some(([, value]) => value === 'application/json')

/**
 * API Gateway's answer, in words: before the function nobody knows which language the visitor reads. A browser with script
 * doesn't come here, since its forms hold back what is too large.
 */
const tooLargePage: Answer = {
  status: 413,
  headers: [
    ['content-type', 'text/html; charset=utf-8'],
    ['content-security-policy', "default-src 'none'"],
  ],
  cookies: [],
  body: Buffer.from(`<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Tệp quá lớn – Phiếu</title>
<h1>Tệp quá lớn</h1>
<p>Những gì vừa gửi lớn hơn mức nhận được trong một lần (4 MB). Chưa có gì được ghi. Bấm nút quay lại của trình duyệt, rồi chọn tệp nhỏ hơn hoặc chia thành nhiều tệp.</p>
<p><a href="/">Về trang đầu</a></p>
<section lang="en">
<h1>The file is too large</h1>
<p>What was sent is larger than what is taken at a time (4 MB). Nothing was stored. Press the browser’s Back button, then choose a smaller file or make several files of it.</p>
<p><a href="/">To the first page</a></p>
</section>
</html>
`),
}

async function answerWithin(timeoutMs: number, result: Promise<unknown>): Promise<Answer> {
  const late = Symbol('late')
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), timeoutMs)
  })
  try {
    const first = await Promise.race([result, timeout])
    if (first === late) return ownAnswer(503, 'Service Unavailable')
    return fromResult(first) ?? ownAnswer(500, 'Internal Server Error')
  } catch (error) {
    const tooLarge = error instanceof FunctionError && error.errorType === 'RequestTooLargeException'
    return tooLarge ? ownAnswer(413, 'Request Entity Too Large') : ownAnswer(500, 'Internal Server Error')
  } finally {
    clearTimeout(timer)
  }
}

/** The whole body, or undefined when it is over the limit; the rest of that one is read and dropped. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  return size <= limit ? Buffer.concat(chunks) : undefined
}

/** Behind a proxy on this machine the visitor is the last address the proxy named; otherwise who is connected. */
function sourceIp(request: IncomingMessage, publicUrl: URL): string {
  const peer = (request.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '')
  const forwarded = request.headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim()
  return forwarded && isLoopbackName(peer) && !isLoopbackName(publicUrl.hostname) ? forwarded : peer
}

function send(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) if (!ownedByServer.has(name)) response.setHeader(name, value)
  if (answer.cookies.length > 0) response.setHeader('set-cookie', answer.cookies)
  response.end(answer.body)
}

/** Headers that the server sets from what it really sends. */
const ownedByServer = new Set(['connection', 'transfer-encoding', 'keep-alive', 'upgrade', 'content-length'])
