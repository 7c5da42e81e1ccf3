// The frame of every page: document, header, menu, landmarks. The policy forbids scripts and styles within the page, but for the
// one sheet that it knows by its hash.

import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { path } from '../../shared/paths.ts'
import { menuEntries, messagesOf, type PageContext } from './context.ts'
import { menuPlace } from './menu.ts'

export type LayoutProps = {
  readonly context: PageContext
  readonly title: string
  /** Says in the title that something must be corrected. */
  readonly faulty?: boolean
  /** Further stylesheets that this page needs. */
  readonly moreStyle?: string | readonly string[] | undefined
  /** As wide as the window: tables and boards. */
  readonly isWide?: boolean
  /** Small scripts that this page is better with and works without. */
  readonly scripts?: readonly string[]
  /** The id of the form on this page whose answers a change of language must not lose. */
  readonly typedIn?: string
  readonly children: Child
}

export function Layout({
  context,
  title,
  faulty = false,
  moreStyle,
  isWide = false,
  scripts = [],
  typedIn,
  children,
}: LayoutProps) {
  const m = messagesOf(context)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={context.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="format-detection" content="telephone=no" />
          <title>{`${faulty ? m.errorTitle(title) : title} – ${m.product}`}</title>
          <link rel="icon" type="image/svg+xml" href={context.iconUrl} />
          {context.styleText === undefined ? (
            <link rel="stylesheet" href={context.styleUrl} />
          ) : (
            <style>{raw(context.styleText)}</style>
          )}
          {[moreStyle ?? []].flat().map((href) => (
            <link key={href} rel="stylesheet" href={href} />
          ))}
          {scripts.map((src) => (
            <script key={src} type="module" src={src} />
          ))}
        </head>
        <body class={isWide ? 'wide' : undefined}>
          <a class="skip" href="#main">
            {m.skip}
          </a>
          <Header context={context} typedIn={typedIn} />
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <footer>{m.footer}</footer>
        </body>
      </html>
    </>
  )
}

type HeaderProps = { readonly context: PageContext; readonly typedIn: string | undefined }

function Header({ context, typedIn }: HeaderProps) {
  const m = messagesOf(context)
  const { person } = context
  return (
    <header>
      <a class="brand" href={path.home()}>
        <span>{m.product}</span>
      </a>
      <div class="tools">
        {typedIn ? <SwitchWithAnswers context={context} typedIn={typedIn} /> : <LanguageSwitch context={context} />}
        {person && (
          <form method="post" action={path.signOut()}>
            <button type="submit">{m.signOut}</button>
          </form>
        )}
      </div>
      {person && (
        <p class="who">
          <b>{person.name}</b>
          {person.roles.length > 0 && ` · ${person.roles.map((role) => m.roles[role]).join(', ')}`}
        </p>
      )}
      {person && <Menu context={context} />}
    </header>
  )
}

const otherLanguage = ({ language }: PageContext) =>
  language === 'vi' ? (['en', 'English'] as const) : (['vi', 'Tiếng Việt'] as const)

/**
 * A button of the answers' own form: it sends all that was typed, and the same page comes back in the other language.
 * The Enter key presses a form's first button, so one that only sends stands before it, out of sight.
 */
function SwitchWithAnswers({ context, typedIn }: { context: PageContext; typedIn: string }) {
  const [other, name] = otherLanguage(context)
  return (
    <>
      <span aria-hidden="true">
        <button type="submit" form={typedIn} class="skip" tabindex={-1}>
          {messagesOf(context).form.submit}
        </button>
      </span>
      <button type="submit" form={typedIn} name="language" value={other} formnovalidate lang={other}>
        {name}
      </button>
    </>
  )
}

/** A form, because the choice is kept in a cookie; it comes back to the page it was made on. */
function LanguageSwitch({ context }: { context: PageContext }) {
  const [other, name] = otherLanguage(context)
  return (
    <form method="post" action={path.language()}>
      <input type="hidden" name="language" value={other} />
      <input type="hidden" name="returnTo" value={context.here} />
      <button type="submit" lang={other}>
        {name}
      </button>
    </form>
  )
}

function Menu({ context }: { context: PageContext }) {
  const m = messagesOf(context)
  const { here, may } = context
  const place = menuPlace(here, may)
  const entries = menuEntries.filter((entry) => may.has(entry))
  if (entries.length === 0) return null
  return (
    <nav aria-label={m.mainMenu}>
      {entries.map((entry) => (
        <a
          key={entry}
          href={path[entry]()}
          aria-current={place?.entry !== entry ? undefined : place.isItself ? 'page' : 'true'}
        >
          {m.nav[entry]}
        </a>
      ))}
    </nav>
  )
}
