// The files of an issued report: kept under the hash of their own bytes, in a folder that no renderer writes to, so that what was
// issued can't be drawn anew by a newer renderer.

import { createHash } from 'node:crypto'
import type { ReportDocument } from '../shared/report/document.ts'
import type { FrozenFile, IssuedFormat } from '../shared/report/issue.ts'
import type { Objects } from './objects.ts'
import { contentTypes, issuedFolder, reportFiles } from './report-files.ts'
import { type Report, reportFolder } from './store/reports.ts'

type Of = Pick<Report, 'organisationId' | 'id'>

/** Nothing that the object's name is made of comes from outside. */
const issuedKey = ({ organisationId, id }: Of, format: IssuedFormat, sha256: string): string =>
  `${issuedFolder}${organisationId}/${id}/${sha256}.${format}`

export const frozenOf = (bytes: Uint8Array): FrozenFile => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
})

/** Keeps bytes for good; the same again changes nothing. */
export async function keepIssued(
  objects: Pick<Objects, 'put'>,
  of: Of,
  format: IssuedFormat,
  bytes: Uint8Array,
): Promise<FrozenFile> {
  const frozen = frozenOf(bytes)
  await objects.put(issuedKey(of, format, frozen.sha256), bytes, contentTypes[format])
  return frozen
}

/** Bytes that were kept; throws where they are gone or are others than were kept. */
export async function readIssued(
  objects: Pick<Objects, 'get'>,
  of: Of,
  format: IssuedFormat,
  { sha256 }: FrozenFile,
): Promise<Uint8Array> {
  const bytes = await objects.get(issuedKey(of, format, sha256))
  if (!bytes || frozenOf(bytes).sha256 !== sha256)
    throw new Error(`Report ${of.id}: its issued ${format} is ${bytes ? 'not what was issued' : 'missing'}`)
  return bytes
}

const encoder = new TextEncoder()

/** Writes a document as the data of a report, under their own hash; answers that hash, which the report then names. */
export async function putDocument(
  objects: Pick<Objects, 'put'>,
  of: Report,
  document: ReportDocument,
): Promise<string> {
  const data = encoder.encode(JSON.stringify(document))
  const content = createHash('sha256').update(data).digest('base64url')
  const folder = reportFolder({ ...of, content })
  if (folder === undefined) throw new Error('What has content has a folder')
  await objects.put(reportFiles(folder).data, data, 'application/json')
  return content
}
