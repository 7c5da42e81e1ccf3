// A form as it comes back from a browser, or as it is shown first, made into what its page shows.

import * as v from 'valibot'
import { faultsOf, mostFaults } from '../../shared/form/check.ts'
import { Draft } from '../../shared/form/draft.ts'
import type { DraftNode } from '../../shared/form/draft-node.ts'
import type { DraftSettings } from '../../shared/form/draft-settings.ts'
import type { Entered } from '../../shared/form/entered.ts'
import { type AnswerFault, nodesInOrder } from '../../shared/form/fault.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { applyAction, nodeAt, readAction, readTypedFields, withoutRemoved } from '../../shared/form/form-entry.ts'
import { isPaged, pageOf, pagesOf } from '../../shared/form/pages.ts'
import { isInconsistent } from '../../shared/form/rules.ts'
import { Language } from '../../shared/language.ts'
import { typedAnswers, valuesThen } from '../../web/form/field-names.ts'
import type { FormScreen } from '../../web/form/screen.ts'
import { draftSettings, programFor } from '../form-engine.ts'

export type Circumstances = {
  readonly version: FormVersion
  readonly ui: Language
  /** One of the form's own languages, where it was chosen by hand. */
  readonly formLanguage?: string | undefined
  readonly responseId: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly timeZone: string
  readonly username?: string
  /** Answers by type that nobody is asked, as they were when the response was first filled in. */
  readonly kept?: Readonly<Record<string, string>>
  /** Answers of the last form that was sent, by name (submit/last-saved.ts). */
  readonly lastSaved?: DraftSettings['lastSaved']
  readonly mediaUrl?: (name: string) => string | undefined
}

/** What a person wants with a form that was sent: to have it stored, or to go on with it. */
export type Entry = { readonly screen: FormScreen; readonly wantsToSend: boolean }

/** A form without faults as it stands. `entered` left out: a new one. */
export function screenOf(about: Circumstances, entered?: Entered): FormScreen {
  const { version, ui, responseId, startedAt, timeZone, username, kept, lastSaved } = about
  const { program, language } = programFor(version, about.formLanguage ?? ui)
  const settings = draftSettings({
    id: responseId,
    startedAt,
    timeZone,
    locale: ui,
    ...(username ? { username } : {}),
    ...(kept ? { kept } : {}),
    ...(lastSaved ? { lastSaved } : {}),
  })
  const draft = new Draft(program, settings, entered)
  return {
    version,
    draft,
    language,
    ui,
    responseId,
    startedAt,
    faults: new Map(),
    inconsistent: new Set(),
    followUps: [],
    page: undefined,
    focus: undefined,
    mediaUrl: about.mediaUrl ?? (() => undefined),
  }
}

/** The screen with the page that is asked for, the nearest there is; as it is where the form isn't paged. */
export function onPage(screen: FormScreen, item: number | undefined, step: -1 | 0 | 1 = 0): FormScreen {
  if (!isPaged(screen.version.form)) return screen
  const pages = pagesOf(screen.draft)
  const at = pages.findLastIndex((one) => one <= (item ?? pages[0] ?? 0))
  const number = Math.min(pages.length, Math.max(1, Math.max(at, 0) + 1 + step))
  const shown = pages[number - 1]
  return shown === undefined ? screen : { ...screen, page: { item: shown, number, of: pages.length } }
}

/** The screen with faults beside their questions; in the paged style at the first page that has one. */
export function withFaults(screen: FormScreen, faults: readonly AnswerFault[]): FormScreen {
  const first = faults.map(({ question }) => nodeAt(screen.draft, question)).find((node) => node !== undefined)
  const shown = { ...screen, faults: new Map(faults.map((fault) => [fault.question, fault])) }
  return first ? onPage(shown, pageOf(screen.draft, first)) : shown
}

/** Reads what was sent, and does what its button asks. */
export function enterForm(about: Circumstances, fields: URLSearchParams): Entry {
  const { program } = programFor(about.version, about.formLanguage ?? about.ui)
  const { types } = draftSettings({
    id: about.responseId,
    startedAt: about.startedAt,
    timeZone: about.timeZone,
    locale: about.ui,
  })
  const pressed = readAction(fields.get('action') ?? '')
  // The page may be asked for in another language than the one it was typed in.
  const typedIn = v.safeParse(Language, fields.get('typedIn'))
  const typed = withoutRemoved(typedAnswers(fields), pressed)
  const bare = screenOf(about, readTypedFields(program, types, typed, typedIn.success ? typedIn.output : about.ui))
  const { draft } = bare
  // Where a round goes, places are no longer those of the page.
  if (pressed.verb !== 'remove') setOffTriggers(draft, valuesThen(fields))
  const sentFrom = fields.has('at') ? Number(fields.get('at')) : undefined
  const screen = onPage(bare, Number.isSafeInteger(sentFrom) ? sentFrom : undefined)
  // The Enter key presses a button without a word of its own.
  const isBetween = screen.page !== undefined && screen.page.number < screen.page.of
  const action = readAction(fields.get('action') ?? (isBetween ? 'next' : 'send'))
  const focus = applyAction(draft, action)
  if (focus !== undefined) return { screen: onPage({ ...screen, focus }, screen.page?.item), wantsToSend: false }
  if (action.verb === 'refresh' || action.verb === 'save') return { screen, wantsToSend: false }
  if (action.verb === 'back') return { screen: onPage(screen, screen.page?.item, -1), wantsToSend: false }
  const missed = followUps(screen, fields.get('hiddenThen') ?? '')
  if (missed.length > 0) {
    const first = nodeAt(draft, missed[0] ?? '')
    const shown = { ...screen, followUps: missed.slice(0, mostFaults) }
    return { screen: first ? onPage(shown, pageOf(draft, first)) : shown, wantsToSend: false }
  }
  if (action.verb !== 'next' || !screen.page) return checkRules(screen, action.verb === 'send-anyway')
  const { item } = screen.page
  const here = faultsOf(draft, (node) => pageOf(draft, node) === item)
  if (here.length > 0) return { screen: withFaults(screen, here.slice(0, mostFaults)), wantsToSend: false }
  return { screen: onPage(screen, screen.page.item, 1), wantsToSend: false }
}

/** Calculations that are made when an answer changes: which did, the page's own values tell. */
function setOffTriggers(draft: Draft, before: ReturnType<typeof valuesThen>): void {
  const places = new Map(before)
  const triggers = new Set(draft.program.items.flatMap((item) => item.triggers ?? []))
  for (const index of triggers)
    for (const node of draft.nodes[index] ?? []) {
      const [now, then] = [node.value, places.get(node.place)]
      if (then === undefined || then === now) continue
      node.value = then
      draft.set(node, now)
    }
}

/** Questions that were out of sight when the page was shown, and are not answered: on this page, or on one before it. */
function followUps({ draft, page }: FormScreen, hiddenThen: string): string[] {
  const hidden = new Set(hiddenThen.split(' ').filter((place) => place !== ''))
  return nodesInOrder(draft).flatMap((node) => {
    const isLater = page !== undefined && pageOf(draft, node) > page.item
    return hidden.has(node.place) && node.value === '' && !isLater ? [node.place] : []
  })
}

/** Broken rules are shown once before they are sent along; faults come first. */
function checkRules(screen: FormScreen, anyway: boolean): Entry {
  const broken = nodesInOrder(screen.draft).filter((node: DraftNode) => isInconsistent(screen.draft, node))
  if (anyway || broken.length === 0 || faultsOf(screen.draft).length > 0) return { screen, wantsToSend: true }
  const shown = { ...screen, inconsistent: new Set(broken.map(({ place }) => place)) }
  const [first] = broken
  return { screen: first ? onPage(shown, pageOf(screen.draft, first)) : shown, wantsToSend: false }
}
