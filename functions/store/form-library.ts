// The forms of an organisation: which there are, and how a version is added. A version is written once and never changed; the
// family is the item that decides, by its own version, which numbers and names are taken.

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import * as v from 'valibot'
import type { Sha256 } from '../../shared/evidence/reference.ts'
import {
  FormFamily,
  longestVersionName,
  mostVersions,
  type PublishedVersion,
  titleOf,
  versionNameOf,
} from '../../shared/form/family.ts'
import type { FormPicture } from '../../shared/form/pictures.ts'
import type { FormId, OrganisationId, PersonId } from '../../shared/ids.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { missingFiles } from '../../shared/xlsform/file-lists.ts'
import type { XlsForm } from '../../shared/xlsform/form.ts'
import { findFormVersion, insertFormVersion, packForm } from './forms.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

const familyOf = (item: Item): FormFamily => v.parse(FormFamily, JSON.parse(textOf(item, 'body')))

export async function listFamilies(table: Table, org: OrganisationId): Promise<FormFamily[]> {
  return (await queryAll(table, partition.organisation(org), 'FORM#')).map(familyOf)
}

export async function findFamily(table: Table, org: OrganisationId, id: FormId): Promise<FormFamily | undefined> {
  const item = await table.get(key.formFamily(org, id))
  return item && familyOf(item)
}

/** A form with the pictures of its labels. */
export type FormContent = { readonly form: XlsForm; readonly pictures?: readonly FormPicture[] }

/** Names what a form says and shows, whatever its version is called by the system. */
export const contentHashOf = ({ form, pictures = [] }: FormContent): string =>
  createHash('sha256')
    .update(canonicalize(pictures.length > 0 ? { form, pictures } : form) ?? '')
    .digest('base64url')

/** A picture's key in the object store. Its bytes are there before a version names it. */
export const formPictureKey = (org: OrganisationId, formId: FormId, sha256: Sha256): string =>
  `forms/${org}/${formId}/${sha256}`

/** What a new version is published with. */
export type Publication = FormContent & {
  readonly organisationId: OrganisationId
  readonly formId: FormId
  readonly by: PersonId | null
  /** ISO 8601, UTC. */
  readonly at: string
}

/** `isNew` is false where the same content was published before: nothing was changed then. */
export type Published = { readonly version: PublishedVersion; readonly isNew: boolean }

/** The version that a publication would repeat, or what it would be refused for; undefined where it would be a new one. */
export function heldAgainst(
  family: FormFamily | undefined,
  content: FormContent,
): Result<PublishedVersion, Problem> | undefined {
  const { form } = content
  const name = versionNameOf(form)
  const hash = contentHashOf(content)
  const same = family?.versions.find(({ contentHash }) => contentHash === hash)
  if (same) return ok(same)
  const missing = missingFiles(form)
  if (missing.length > 0) return fail(problem.formFilesMissing(missing.slice(0, 20)))
  if ([...name].length > longestVersionName) return fail(problem.versionNameTooLong(longestVersionName))
  const named = name === '' ? undefined : family?.versions.find((one) => one.name === name)
  if (named) return fail(problem.versionNameTaken(name, named.version))
  return family && family.versions.length >= mostVersions ? fail(problem.tooManyVersions(mostVersions)) : undefined
}

/** Two people publishing one form at once start again as often as the other wins. */
const mostTries = 10

/**
 * Publishes a form as the next version of its family. The version is written before the family names it: who dies in
 * between leaves a version that nothing refers to, and publishing again takes it up.
 */
export async function publishForm(table: Table, publication: Publication): Promise<Result<Published, Problem>> {
  const { organisationId, formId, form, by, at, pictures } = publication
  if (!packForm({ formId, version: mostVersions, form, ...(pictures ? { pictures } : {}) }))
    return fail(problem.formTooLarge())
  for (let tries = 0; tries < mostTries; tries += 1) {
    const place = key.formFamily(organisationId, formId)
    const item = await table.get(place)
    const family = item && familyOf(item)
    const held = heldAgainst(family, publication)
    if (held) return held.ok ? ok({ version: held.value, isNew: false }) : held
    const number = await insertNext(table, publication, (family?.versions.at(-1)?.version ?? 0) + 1)
    const version: PublishedVersion = {
      version: number,
      name: versionNameOf(form),
      contentHash: contentHashOf(publication),
      publishedAt: at,
      publishedBy: by,
    }
    const next: FormFamily = { formId, title: titleOf(form, formId), versions: [...(family?.versions ?? []), version] }
    const before = numberOf(item, 'version')
    const isWritten = await table.replace({ ...place, body: JSON.stringify(next), version: before + 1 }, before)
    if (isWritten) return ok({ version, isNew: true })
  }
  throw new Error(`Form ${formId} was published ${mostTries} times under this publication`)
}

/** Writes the version under the first number that is free, or holds this very content already. */
async function insertNext(table: Table, publication: Publication, from: number): Promise<number> {
  const { organisationId, formId, form, pictures } = publication
  const content = { form, ...(pictures ? { pictures } : {}) }
  for (let number = from; ; number += 1) {
    if (await insertFormVersion(table, organisationId, { formId, version: number, ...content })) return number
    const there = await findFormVersion(table, organisationId, formId, number)
    if (there && contentHashOf(there) === contentHashOf(content)) return number
  }
}
