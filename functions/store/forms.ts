// Form versions: immutable, packed, because the largest forms in use are half a megabyte of JSON and an item holds 400 KB.

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as v from 'valibot'
import { FormReference, type FormVersion } from '../../shared/form/form.ts'
import type { FormId, OrganisationId } from '../../shared/ids.ts'
import { key } from './keys.ts'
import { type Table, textOf } from './table.ts'

/** What is written is what publish made: only its frame is checked when it is read. */
const Stored = v.looseObject({ ...FormReference.entries, form: v.looseObject({ questions: v.array(v.unknown()) }) })

/** A form version never changes, so it may be kept as long as the process lives. */
export async function findFormVersion(
  table: Table,
  org: OrganisationId,
  id: FormId,
  version: number,
): Promise<FormVersion | undefined> {
  const item = await table.get(key.formVersion(org, id, version))
  if (!item) return undefined
  const read: unknown = JSON.parse(inflateRawSync(Buffer.from(textOf(item, 'packed'), 'base64')).toString('utf8'))
  if (!v.is(Stored, read)) throw new Error(`Form ${id}, version ${version}: not a form version`)
  // The importer made it: its parts are as the type says.
  return read as unknown as FormVersion
}

/** An item holds 400 KB, its keys and names included. */
const mostPacked = 390_000

/** A form version as it is stored; undefined where it is more than an item holds. */
export function packForm(form: FormVersion): string | undefined {
  const packed = deflateRawSync(Buffer.from(JSON.stringify(form))).toString('base64')
  return packed.length > mostPacked ? undefined : packed
}

/** Writes a form version; false where that version exists, because it is immutable. Throws where an item can't hold it. */
export async function insertFormVersion(table: Table, org: OrganisationId, form: FormVersion): Promise<boolean> {
  const packed = packForm(form)
  if (packed === undefined) throw new Error(`Form ${form.formId}: more than an item holds`)
  return table.insert({ ...key.formVersion(org, form.formId, form.version), packed })
}
