// As much of a browser as a sign-in needs: cookies by path, and redirects one at a time.

type Cookie = { name: string; value: string; path: string }
type Page = { url: string; status: number; headers: Headers; text: string }

export type Browser = {
  /** Goes to an address and on through redirects, until a page or an address that `stopAt` begins. */
  open: (url: string, stopAt?: string) => Promise<Page>
  send: (url: string, form: Record<string, string>, stopAt?: string) => Promise<Page>
}

export function newBrowser(): Browser {
  const cookies = new Map<string, Cookie>()

  const remember = (lines: string[], url: URL) => {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const [name = '', ...value] = pair.split('=')
      const path = attributes.find((attribute) => attribute.toLowerCase().startsWith('path='))?.slice(5) ?? '/'
      const key = `${url.host} ${path} ${name}`
      if (/expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(key)
      else cookies.set(key, { name, value: value.join('='), path })
    }
  }
  const cookiesFor = (url: URL) =>
    [...cookies.entries()]
      .filter(([key, { path }]) => key.startsWith(`${url.host} `) && url.pathname.startsWith(path))
      .map(([, { name, value }]) => `${name}=${value}`)
      .join('; ')

  const go = async (address: string, init: RequestInit, stopAt?: string): Promise<Page> => {
    const url = new URL(address)
    const headers = { accept: 'text/html', cookie: cookiesFor(url), ...init.headers }
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' })
    remember(answer.headers.getSetCookie(), url)
    const page = { url: url.href, status: answer.status, headers: answer.headers, text: await answer.text() }
    const location = answer.headers.get('location')
    if (!location) return page
    const next = new URL(location, url).href
    return stopAt && next.startsWith(stopAt) ? { ...page, url: next } : go(next, {}, stopAt)
  }
  return {
    open: (url, stopAt) => go(url, {}, stopAt),
    send: (url, form, stopAt) =>
      go(url, { method: 'POST', body: new URLSearchParams(form), headers: { origin: new URL(url).origin } }, stopAt),
  }
}
