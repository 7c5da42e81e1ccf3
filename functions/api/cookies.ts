// The cookies: which there are and how they are set. HttpOnly, Lax (Strict would lose the session on the way back from the
// issuer), and over TLS with the __Host- prefix, so that no other host and no plain connection can set them.

import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

export type CookieName = 'session' | 'login' | 'founder' | 'reading'

/** In seconds. */
export const lifetimeOf = {
  session: 12 * 3_600,
  login: 600,
  founder: 3_600,
  reading: 12 * 3_600,
} as const satisfies Record<CookieName, number>

const isSecure = (publicUrl: string) => publicUrl.startsWith('https:')
export const cookieName = (publicUrl: string, name: CookieName): string =>
  `${isSecure(publicUrl) ? '__Host-' : ''}phieu-${name}`
const options = (publicUrl: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(publicUrl) }) as const

export const readCookie = (c: Context, publicUrl: string, name: CookieName): string | undefined =>
  getCookie(c, cookieName(publicUrl, name))

export const writeCookie = (c: Context, publicUrl: string, name: CookieName, value: string): void =>
  setCookie(c, cookieName(publicUrl, name), value, { ...options(publicUrl), maxAge: lifetimeOf[name] })

export const dropCookie = (c: Context, publicUrl: string, name: CookieName): void => {
  deleteCookie(c, cookieName(publicUrl, name), options(publicUrl))
}

/** When what a cookie stands for is over, counted from `now`; ISO 8601, UTC. */
export const expiryOf = (name: CookieName, now: string): string =>
  new Date(Date.parse(now) + lifetimeOf[name] * 1_000).toISOString()
