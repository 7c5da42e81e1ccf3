// Handing out a paper: at once where it is drawn, after a few seconds where it isn't, and else by a page that says that it is
// being made. The page comes back by itself, and never draws anew what was asked for a moment ago.

import type { SignedInCall } from '../call.ts'
import { askToDraw, isDrawn, type PaperWork, sendPaper, untilDrawn } from './draw.ts'

export type PaperJob = {
  readonly folder: string
  readonly work: PaperWork
  readonly fileName: string
  /** The page that says how far it is, with what it needs in its query. */
  readonly pageHref: string
}

/** Seconds after which the page looks again, and after which a job is taken for lost. */
const looksAgainAfter = 3
const lostAfterMs = 120_000

/** A press on the link of a PDF. */
export async function handOut(call: SignedInCall, { folder, work, fileName, pageHref }: PaperJob): Promise<Response> {
  const there = await sendPaper(call, folder, fileName)
  if (there) return there
  await askToDraw(call, folder, work)
  const sent = (await untilDrawn(call, folder)) ? await sendPaper(call, folder, fileName) : undefined
  return sent ?? call.c.redirect(askedHref(pageHref, Date.parse(call.now)), 302)
}

const askedHref = (pageHref: string, at: number): string =>
  `${pageHref}${pageHref.includes('?') ? '&' : '?'}asked=${at}`

/** How far it is, for the page: asks again where nobody did, or where the job must have been lost. */
export async function paperState(call: SignedInCall, job: PaperJob): Promise<'ready' | 'waiting' | 'slow'> {
  if (await isDrawn(call, job.folder)) return 'ready'
  const now = Date.parse(call.now)
  const asked = Number(call.c.req.query('asked') ?? Number.NaN)
  const age = now - asked
  const isUnderWay = age >= 0 && age < lostAfterMs
  if (!isUnderWay) await askToDraw(call, job.folder, job.work)
  call.c.header('refresh', `${looksAgainAfter};url=${askedHref(job.pageHref, isUnderWay ? asked : now)}`)
  return isUnderWay && age > lostAfterMs / 2 ? 'slow' : 'waiting'
}
