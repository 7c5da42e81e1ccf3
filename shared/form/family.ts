// A form family: the versions of one form that an organisation has published. Versions are numbered by the system; what
// their author calls them ("2.1", "20260115") is a name beside the number.

import * as v from 'valibot'
import { FormId, PersonId } from '../ids.ts'
import { LocalText } from '../language.ts'
import type { XlsForm } from '../xlsform/form.ts'
import { VersionNumber } from './form.ts'
import { formLanguage, formTitle } from './texts.ts'

const Timestamp = v.pipe(v.string(), v.isoTimestamp())

export const PublishedVersion = v.strictObject({
  version: VersionNumber,
  /** The cell "version" of the settings; '' where it was left empty. */
  name: v.string(),
  /** SHA-256 of the canonical form, base64url. */
  contentHash: v.string(),
  publishedAt: Timestamp,
  /** Null for what came with the system. */
  publishedBy: v.nullable(PersonId),
})
export type PublishedVersion = v.InferOutput<typeof PublishedVersion>

export const FormFamily = v.strictObject({
  formId: FormId,
  /** Of the latest version. */
  title: LocalText,
  /** Oldest first. */
  versions: v.pipe(v.array(PublishedVersion), v.minLength(1)),
})
export type FormFamily = v.InferOutput<typeof FormFamily>

/** A version's name longer than this is none: it stands in lists and in every entry of the family. */
export const longestVersionName = 60

/** A family is one item of 400 KB, and an entry takes 250 bytes. */
export const mostVersions = 1_000

export const versionNameOf = ({ settings }: XlsForm): string => settings.version?.trim() ?? ''

/** Longer titles are cut in lists; the form itself keeps them whole. */
const longestTitle = 300

/** What a form is called on pages; its id where it has no title. */
export function titleOf(form: XlsForm, formId: string): LocalText {
  const inLanguage = (wanted: string) =>
    formTitle(form, formLanguage(form, wanted)).trim().slice(0, longestTitle).toWellFormed() || formId
  const [vi, en] = [inLanguage('vi'), inLanguage('en')]
  return en === vi ? { vi } : { vi, en }
}

export const latestOf = ({ versions }: FormFamily): PublishedVersion => {
  const latest = versions.at(-1)
  if (!latest) throw new Error('A family has at least one version')
  return latest
}

/**
 * The id that a form goes by here: its form_id, else the name of its file; letters and signs that an address can't carry
 * are put as "-". Undefined where nothing is left of it.
 */
export function formIdFor(form: XlsForm, fileName: string): FormId | undefined {
  const given = form.settings.formId?.trim() || fileName.replace(/\.[^.]*$/, '')
  const plain = given
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[-_]+/, '')
    .slice(0, 64)
  const read = v.safeParse(FormId, plain)
  return read.success ? read.output : undefined
}
