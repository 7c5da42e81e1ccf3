// Servers that only this machine's own processes may talk to. Listening on 127.0.0.1 keeps other machines out;
// web pages open in this machine's browsers are kept out here (cross-origin requests, and names that resolve to 127.0.0.1).

import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export const loopback = '127.0.0.1'

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])
export const isLoopbackName = (name: string) => loopbackNames.has(name)

/** Starts a server on a free loopback port and returns its address, such as http://127.0.0.1:40123. */
export async function listenOnLoopback(server: Server): Promise<string> {
  const { port } = await listen(server, loopback, 0)
  return `http://${loopback}:${port}`
}

/** Resolves once the server listens; rejects with the system's error, such as EADDRINUSE. */
export function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The server has no port'))
      else resolve(address)
    })
  })
}

/** Refuses what a browser sends: engines that answer every origin would hand the data to any open web page. */
export function refuseBrowsers(server: Server): void {
  const listeners = server.listeners('request')
  server.removeAllListeners('request')
  const guard: RequestListener = (request, response) => {
    const named = request.headers.host?.startsWith(`${loopback}:`) ?? false
    if (named && request.headers.origin === undefined && request.headers['sec-fetch-site'] === undefined) {
      for (const listener of listeners) listener.call(server, request, response)
      return
    }
    response.writeHead(403, { 'content-type': 'text/plain', connection: 'close' }).end('For this machine only\n')
  }
  server.on('request', guard)
}

/** Stops listening, lets running requests end for a moment, then cuts what is left. */
export function closeServer(server: Server, graceMs = 300): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    // A connection whose request has ended stays open for the next one: it is idle now, and may go.
    const sweep = setInterval(() => server.closeIdleConnections(), 20)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
  })
}
