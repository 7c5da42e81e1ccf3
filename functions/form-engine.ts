// What the form engine needs of this place: an author's patterns in linear time, digests, and programs kept while the process
// lives.

import { createHash } from 'node:crypto'
import { paths } from '../shared/expression/axis.ts'
import { allFunctions } from '../shared/expression/functions/families.ts'
import { zoneOf } from '../shared/expression/zone.ts'
import { chanceFrom } from '../shared/form/chance.ts'
import { ChoiceSource } from '../shared/form/choices.ts'
import { compileForm } from '../shared/form/compile.ts'
import { DraftRounds } from '../shared/form/draft-rounds.ts'
import type { DraftSettings } from '../shared/form/draft-settings.ts'
import type { FormVersion } from '../shared/form/form.ts'
import type { Program } from '../shared/form/program.ts'
import { formLanguage } from '../shared/form/texts.ts'
import { allTypes } from '../shared/form/types.ts'
import type { XlsForm } from '../shared/xlsform/form.ts'
import { patternMatches } from './patterns.ts'

/** A program with the language that its choices' labels are in, as the form calls it. */
export type FormProgram = { readonly program: Program; readonly language: string }

const programs = new WeakMap<XlsForm, Map<string, Program>>()

/** The program of a form version for a person who reads `wanted`: a code ("vi"), or one of the form's own languages. */
export function programFor({ form }: FormVersion, wanted: string): FormProgram {
  const language = formLanguage(form, wanted)
  const known = programs.get(form) ?? new Map<string, Program>()
  programs.set(form, known)
  const program = known.get(language) ?? compileForm(form, language)
  known.set(language, program)
  return { program, language }
}

const algorithms: ReadonlySet<string> = new Set(['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'])

function digest(algorithm: string, text: string): string | undefined {
  if (!algorithms.has(algorithm)) return undefined
  return createHash(algorithm.replace('SHA-', 'SHA')).update(text).digest('hex')
}

/** Ample for the largest form in use (WHO verbal autopsy: some 20,000), and half a second at most. */
const stepsPerDraft = 2_000_000

/**
 * Settings for the draft of one response. `startedAt`: ISO 8601, the draft's clock, which stands still; `timeZone`: IANA
 * name; `locale`: for the names of months.
 */
export function draftSettings(about: {
  readonly id: string
  readonly startedAt: string
  readonly timeZone: string
  readonly locale: string
  readonly username?: string
  /** Answers by type that stay as they were when the response was first filled in. */
  readonly kept?: Readonly<Record<string, string>>
  readonly lastSaved?: DraftSettings['lastSaved']
}): DraftSettings {
  const now = Date.parse(about.startedAt)
  const zone = zoneOf(about.timeZone)
  const local = new Date(now + zone(now)).toISOString()
  return {
    functions: allFunctions,
    paths,
    types: allTypes,
    choices: (draft) => new ChoiceSource(draft),
    rounds: (draft) => new DraftRounds(draft),
    now,
    zone,
    locale: about.locale,
    random: chanceFrom(about.id),
    matches: patternMatches,
    digest,
    steps: stepsPerDraft,
    id: `uuid:${about.id}`,
    ...(about.lastSaved ? { lastSaved: about.lastSaved } : {}),
    about: {
      start: about.kept?.['start'] ?? new Date(now).toISOString(),
      today: about.kept?.['today'] ?? local.slice(0, 10),
      ...(about.username === undefined ? {} : { username: about.kept?.['username'] ?? about.username }),
    },
  }
}
