// What every page is told besides its own content.

import type { Language } from '../../shared/language.ts'
import { type PageMessages, pageMessages } from '../../shared/messages/page.ts'
import type { Role } from '../../shared/organisation/access.ts'

/** The menu, in its order. */
export const menuEntries = [
  'visits',
  'progress',
  'waiting',
  'answers',
  'actions',
  'campaigns',
  'forms',
  'reports',
  'reportPlans',
  'exports',
  'organisation',
  'people',
  'audit',
] as const
export type MenuEntry = (typeof menuEntries)[number]

export type PageContext = {
  readonly language: Language
  /** Undefined for people who are not signed in. */
  readonly person: { readonly name: string; readonly roles: readonly Role[] } | undefined
  readonly styleUrl: string
  /** The sheet itself, in pages that a slow phone opens once: it saves a round trip. */
  readonly styleText?: string
  readonly iconUrl: string
  /** Address of a stylesheet or script by its file's name, such as "desk.css"; throws for a file that isn't built. */
  readonly assetUrl: (name: string) => string
  /** The path of this page: where the language switch returns to and forms post to. */
  readonly here: string
  /** IANA name of the organisation's time zone. */
  readonly timeZone: string
  /** Which entries of the menu to show. */
  readonly may: ReadonlySet<MenuEntry>
}

export const messagesOf = (context: PageContext): PageMessages => pageMessages[context.language]
