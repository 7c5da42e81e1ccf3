// Under which address people reach the home. One origin only: cookies and the issuer belong to it.
//
// On one machine that is http://127.0.0.1:PORT rather than http://localhost:PORT. Both are secure contexts (service worker,
// cryptography), but `localhost` may mean ::1 to a browser and 127.0.0.1 to the issuer's client, another program may
// listen on the one and Phieu on the other, and its cookies are those of everything else one develops on that name.

import type { RequestListener } from 'node:http'
import { networkInterfaces } from 'node:os'
import { type FrontDoor, takePort } from './http.ts'
import { isLoopbackName, loopback } from './loopback.ts'
import { StartProblem } from './start-problem.ts'

export type AddressSettings = { host?: string; port?: number; publicUrl?: string }

const usualPort = 8787

/** Reads HOST, PORT and PUBLIC_URL. */
export function addressSettings(env: NodeJS.ProcessEnv): AddressSettings {
  const { HOST, PORT, PUBLIC_URL } = env
  return {
    ...(HOST ? { host: HOST } : {}),
    ...(PORT ? { port: portOf(PORT) } : {}),
    ...(PUBLIC_URL ? { publicUrl: PUBLIC_URL } : {}),
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new StartProblem(`PORT must be a number from 0 to 65535, not "${text}".`)
}

/** Takes the port that was asked for, or else the usual one, or else any that is free. */
export async function takeAddress({
  host = loopback,
  port,
  publicUrl,
}: AddressSettings): Promise<FrontDoor & { publicUrl: URL }> {
  const door = await takePort(host, port ?? usualPort).catch((error) => {
    if (port === undefined && codeOf(error) === 'EADDRINUSE') return takePort(host, 0)
    throw new StartProblem(sayWhy(error, host, port ?? usualPort))
  })
  return { ...door, publicUrl: publicUrl ? readOrigin(publicUrl) : ownOrigin(door) }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

function sayWhy(error: unknown, host: string, port: number): string {
  const code = codeOf(error)
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Set PORT to another one, or leave it out.`
  if (code === 'EACCES') return `This account may not use port ${port}. Set PORT to one above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}. Set HOST to one it has.`
  return `Can't listen on ${host}, port ${port}: ${error instanceof Error ? error.message : String(error)}`
}

function readOrigin(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash
  if (!plain) throw new StartProblem(`PUBLIC_URL must be an address such as https://phieu.example.org, not "${text}".`)
  return new URL(url.origin)
}

/** Where programs on this machine find the server, behind whatever address people type. */
export function reachableAt({ host, port }: FrontDoor): string {
  const name = host === '0.0.0.0' || host === '::' ? loopback : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** Where the server listens everywhere, phones find it at the machine's first address in the network. */
function ownOrigin({ host, port }: FrontDoor): URL {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? (networkAddress() ?? loopback) : host
  return new URL(`http://${name.includes(':') ? `[${name}]` : name}:${port}`)
}

function networkAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  return all.find((each) => each.family === 'IPv4' && !each.internal)?.address
}

/**
 * One origin only: cookies and the issuer belong to PUBLIC_URL. The other spellings of this machine are sent there.
 * Any other name is refused: a page elsewhere whose name resolves to this machine must not get in through a visitor's browser.
 */
export function oneOrigin(publicUrl: URL, handler: RequestListener): RequestListener {
  return (request, response) => {
    const host = request.headers.host ?? ''
    const name = host.replace(/:\d+$/, '').toLowerCase()
    if (host.toLowerCase() === publicUrl.host) return handler(request, response)
    if (!isLoopbackName(name)) {
      const text = `This is not an address of this system. Open ${publicUrl.origin}\n`
      response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(text)
      return
    }
    // A proxy may call this machine by any of its own names.
    if (!isLoopbackName(publicUrl.hostname)) return handler(request, response)
    const target = request.url?.startsWith('/') ? request.url : '/'
    response.writeHead(307, { location: `${publicUrl.origin}${target}` }).end()
  }
}
