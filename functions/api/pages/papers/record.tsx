// The record of one response as a PDF, for whoever may read the response.

import type { Language } from '../../../../shared/language.ts'
import { path } from '../../../../shared/paths.ts'
import type { Problem } from '../../../../shared/problems.ts'
import { shortened } from '../../../../shared/report/answer-words.ts'
import type { Paper } from '../../../../shared/report/paper.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import { PaperPage } from '../../../../web/pages/papers/paper-page.tsx'
import { pageContext, type SignedInCall } from '../../call.ts'
import { contentOf, paperFolder } from '../../papers/draw.ts'
import { handOut, type PaperJob, paperState } from '../../papers/hand-out.ts'
import { onePaper, openAlbum } from '../../papers/pictures.ts'
import { openRecorder } from '../../papers/record.ts'
import { refuse } from '../../problem-response.tsx'
import { readableResponse } from '../receipt.tsx'

type RecordJob = PaperJob & { readonly unitName: string; readonly downloadHref: string; readonly backHref: string }

async function recordJob(call: SignedInCall, language: Language): Promise<Result<RecordJob, Problem>> {
  const found = await readableResponse(call)
  if (!found.ok) return found
  const { address, history, shown } = found.value
  const { campaign, period, unit } = address
  const [first = shown] = history
  const album = openAlbum(onePaper)
  const { preset, record } = await openRecorder(call, campaign, language, album)
  const part = await record({ round: address, latest: shown, first })
  const paper: Paper = {
    version: 1,
    language,
    preset,
    asOf: shown.receivedAt,
    title: shortened(`${part.kind}: ${part.bookmark}`, 900),
    author: part.header.type === 'letterhead' ? part.header.body : '',
    parts: [part],
  }
  const query = language === call.language ? '' : `?language=${language}`
  const place = [campaign.id, period.id, unit.id, shown.id] as const
  return ok({
    folder: paperFolder(call.me.organisationId, shown.id, contentOf(paper)),
    work: { paper, pictures: album.bytes },
    fileName: `bien-ban-${unit.code}-${period.id}.pdf`,
    pageHref: `${path.recordPaper(...place)}${query}`,
    downloadHref: `${path.recordPdf(...place)}${query}`,
    unitName: unit.name,
    backHref: path.receipt(...place),
  })
}

/** The language that is asked for, else the visitor's. */
function paperLanguage({ c, language }: SignedInCall): Language {
  const asked = c.req.query('language')
  return asked === 'vi' || asked === 'en' ? asked : language
}

/** GET record.pdf */
export async function sendRecordPdf(call: SignedInCall): Promise<Response> {
  const job = await recordJob(call, paperLanguage(call))
  return job.ok ? handOut(call, job.value) : refuse(call, job.problem)
}

/** GET paper: how far it is. */
export async function showRecord(call: SignedInCall): Promise<Response> {
  const job = await recordJob(call, paperLanguage(call))
  if (!job.ok) return refuse(call, job.problem)
  const { pageHref, downloadHref, backHref, unitName } = job.value
  return call.c.html(
    <PaperPage
      context={pageContext(call)}
      kind="record"
      title={unitName}
      state={await paperState(call, job.value)}
      downloadHref={downloadHref}
      lookHref={pageHref}
      backHref={backHref}
    />,
  )
}
