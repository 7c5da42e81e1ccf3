// From a paper's data to its PDF: written once under the hash of what it says, drawn by the renderer, handed out when it is
// there. Nothing is kept about it: asked for again, the same data lead to the same file.

import { createHash } from 'node:crypto'
import type { OrganisationId } from '../../../shared/ids.ts'
import type { Paper } from '../../../shared/report/paper.ts'
import { paperFiles, papersFolder, type RenderJob } from '../../report-files.ts'
import { attachment } from '../attachment.ts'
import type { SignedInCall } from '../call.ts'
import { largestAnswer } from '../pages/evidence.ts'

/** A paper with the bytes of its pictures, by their SHA-256. */
export type PaperWork = { readonly paper: Paper; readonly pictures: ReadonlyMap<string, Uint8Array> }

/** Where a paper of an organisation lies. `thing`: what it is of, letters, digits, "-" and "_". */
export const paperFolder = (org: OrganisationId, thing: string, content: string): string =>
  `${papersFolder}${org}/${thing}/${content}`

/** In bytes. What a paper says; more takes the renderer longer than it has. */
export const largestPaper = 6_000_000

const dataOf = (paper: Paper): Buffer => Buffer.from(JSON.stringify(paper))

export const paperBytes = (paper: Paper): number => dataOf(paper).length

export const contentOf = (paper: Paper): string => createHash('sha256').update(dataOf(paper)).digest('base64url')

export const isDrawn = ({ deps }: SignedInCall, folder: string): Promise<boolean> =>
  deps.objects.exists(paperFiles(folder).pdf)

/** Writes the data, pictures first, and hands them to the renderer. May be called twice: the same is written again. */
export async function askToDraw({ deps }: SignedInCall, folder: string, { paper, pictures }: PaperWork): Promise<void> {
  const files = paperFiles(folder)
  for (const [sha256, bytes] of pictures)
    await deps.objects.put(files.picture(sha256), bytes, 'application/octet-stream')
  await deps.objects.put(files.data, dataOf(paper), 'application/json')
  await deps.renderQueue.send({ folder } satisfies RenderJob)
}

/** How long a press waits for its PDF, and how often it looks. A record takes a second or two. */
const patience = { looks: 12, everyMs: 500 }

/** Whether it is drawn within a few seconds. */
export async function untilDrawn(call: SignedInCall, folder: string): Promise<boolean> {
  for (let looks = 0; looks < patience.looks; looks += 1) {
    await call.deps.pause(patience.everyMs)
    if (await isDrawn(call, folder)) return true
  }
  return false
}

/** How long a link to the object store may be followed, in seconds. */
const linkLives = 60

/**
 * The PDF as a download, through the function, so that the right is checked at the moment of reading; one that is too large
 * for that is read at the object store by a link that ends within a minute. Undefined where it isn't drawn yet.
 */
export async function sendPaper(
  { deps, c }: SignedInCall,
  folder: string,
  fileName: string,
): Promise<Response | undefined> {
  const { pdf } = paperFiles(folder)
  const found = (await deps.objects.list(pdf)).find(({ key }) => key === pdf)
  if (!found) return undefined
  const disposition = attachment(fileName)
  if (found.size > largestAnswer)
    return c.redirect(await deps.objects.presign(pdf, { seconds: linkLives, disposition }), 302)
  const bytes = await deps.objects.get(pdf)
  if (!bytes) return undefined
  return c.body(Buffer.from(bytes), 200, { 'content-type': 'application/pdf', 'content-disposition': disposition })
}
