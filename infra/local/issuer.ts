// The local home's sign-in: a real OpenID Connect issuer (oidc-provider) under the same origin as the pages, with a list of
// people instead of passwords. In the cloud Cognito has this place; functions/api can't tell the difference.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { readOrMakeKeys } from './issuer-keys.ts'
import { issuerPath, makeProvider, signInPath } from './issuer-provider.ts'
import { refusalPage, signInPage, signInStyles } from './sign-in-page.tsx'

/** A person one can try the system as. */
export type DemoAccount = {
  subject: string
  name: string
  email: string
  /** The role's name in Vietnamese. */
  role: string
  roleEn: string
  unit: string
}

/** Somebody of whom no more is known than where their mail goes. */
export const invitedAccount = (email: string): DemoAccount => ({
  subject: `mail|${email}`,
  name: email,
  email,
  role: 'Người được mời qua thư',
  roleEn: 'Invited by mail',
  unit: '',
})

export type IssuerSettings = {
  /** The origin people type; the issuer lives at its path /issuer. */
  publicUrl: URL
  clientId: string
  /** Who can sign in now. */
  accounts: () => Promise<DemoAccount[]>
  /** Where its keys are kept. */
  keyFile: string
}

export type Issuer = {
  /** True for the paths that are the issuer's. */
  owns: (url: string) => boolean
  handle: (request: IncomingMessage, response: ServerResponse) => void
}

export const stylesheetPath = `${issuerPath}/sign-in.css`
const formLimit = 4096

export async function openIssuer(settings: IssuerSettings): Promise<Issuer> {
  const { publicUrl } = settings
  const provider = await makeProvider({
    ...settings,
    keys: await readOrMakeKeys(settings.keyFile),
    renderError: (context, out) => {
      for (const [name, value] of Object.entries(pageHeaders)) context.set(name, value)
      context.body = refusal(publicUrl, out.error, out.error_description ?? '')
    },
  })
  const callback = provider.callback()

  const chooseAccount = async (request: IncomingMessage, response: ServerResponse) => {
    const { uid, prompt } = await provider.interactionDetails(request, response)
    if (prompt.name !== 'login') throw new Error(`No page for the prompt ${prompt.name}`)
    if (request.method !== 'POST') {
      const page = signInPage({
        accounts: await settings.accounts(),
        action: `${signInPath}${uid}`,
        stylesheet: stylesheetPath,
      })
      return sendPage(response, 200, page)
    }
    const subject = await postedAccount(request, publicUrl)
    const account = (await settings.accounts()).find((each) => each.subject === subject)
    if (!account) throw new Error('No such person')
    await provider.interactionFinished(request, response, { login: { accountId: account.subject } })
  }

  return {
    owns: (url) => url === issuerPath || url.startsWith(`${issuerPath}/`),
    handle: (request, response) => {
      const url = request.url ?? ''
      if (url === stylesheetPath) return sendStyles(response)
      pretendProxied(request, publicUrl)
      if (!url.startsWith(signInPath)) {
        forgetIssuerSession(request)
        mount(request, url)
        callback(request, response).catch(() => response.destroy())
        return
      }
      chooseAccount(request, response).catch((error) => sendRefusal(response, publicUrl, error))
    },
  }
}

/** Links and cookies follow the public address, whichever way the request came in. */
function pretendProxied(request: IncomingMessage, publicUrl: URL): void {
  request.headers['x-forwarded-proto'] = publicUrl.protocol.slice(0, -1)
  request.headers['x-forwarded-host'] = publicUrl.host
}

/** The engine sees its own root; it makes links from where it finds itself mounted. */
function mount(request: IncomingMessage & { originalUrl?: string }, url: string): void {
  request.originalUrl = url
  request.url = url.slice(issuerPath.length) || '/'
}

/** Someone who signs in to try another role must be asked again, so the issuer keeps no session of its own. */
function forgetIssuerSession(request: IncomingMessage): void {
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  request.headers.cookie = cookies.filter((pair) => !/^_session(\.sig)?=/.test(pair)).join('; ')
}

async function postedAccount(request: IncomingMessage, publicUrl: URL): Promise<string | null> {
  const origin = request.headers.origin
  if (origin !== undefined && origin !== publicUrl.origin) throw new Error('The form was sent from another site')
  if (!(Number(request.headers['content-length']) <= formLimit)) throw new Error('The form is too long')
  return new URLSearchParams(await text(request)).get('account')
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

export function sendPage(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, pageHeaders).end(page)
}

function sendStyles(response: ServerResponse): void {
  const headers = {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  }
  response.writeHead(200, headers).end(signInStyles)
}

const refusal = (publicUrl: URL, code: string, detail: string) =>
  refusalPage({ code, detail, home: `${publicUrl.origin}/`, stylesheet: stylesheetPath })

function sendRefusal(response: ServerResponse, publicUrl: URL, error: unknown): void {
  if (response.headersSent) return void response.destroy()
  const detail = error instanceof Error ? error.message : String(error)
  sendPage(response, 400, refusal(publicUrl, 'sign_in_failed', detail))
}
