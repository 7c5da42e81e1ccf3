// The exports that a person asked for, newest first, with how far each one is.

import type { ExportFailure, ExportRequest } from '../../../shared/export/request.ts'
import type { ExportId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { exportMessages } from '../../../shared/messages/exports.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { path } from '../../../shared/paths.ts'
import { bytesText } from '../../parts/bytes.ts'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type ExportLine = {
  readonly id: ExportId
  readonly request: ExportRequest
  /** Undefined where the campaign is gone. */
  readonly campaign: LocalText | undefined
  readonly unitName: string
  readonly askedAt: string
  readonly cutOff: string | undefined
  readonly state: 'waiting' | 'running' | 'ready' | 'failed'
  readonly failure: ExportFailure | undefined
  readonly rows: number
  readonly total: number
  readonly files: { readonly done: number; readonly total: number } | undefined
  readonly bytes: number | undefined
  readonly missingFiles: number
  readonly expiresAt: string
}
export type ExportsPageProps = {
  readonly context: PageContext
  readonly exports: readonly ExportLine[]
  /** Where older ones are listed; undefined on the last page. */
  readonly olderHref: string | undefined
}

const isMoving = ({ state }: ExportLine) => state === 'waiting' || state === 'running'

export function ExportsPage({ context, exports, olderHref }: ExportsPageProps) {
  const m = exportMessages[context.language].page
  return (
    <Layout
      context={context}
      title={m.title}
      moreStyle={context.assetUrl('exports.css')}
      scripts={exports.some(isMoving) ? [context.assetUrl('moving.js')] : []}
    >
      <h1>{m.title}</h1>
      <p class="lead">{m.lead}</p>
      <p class="skip" role="status" id="news" />
      <section class="slip">
        <h2>{m.made}</h2>
        {exports.length === 0 && <p class="meta">{m.none}</p>}
        <p class="fresh">
          <a class="main" href={path.newExport()}>
            {m.fresh}
          </a>
        </p>
        {exports.some(isMoving) && (
          <p class="meta">
            {m.mayLeave} <a href={path.exports()}>{m.look}</a>
          </p>
        )}
        {exports.map((line) => (
          <Export key={line.id} context={context} line={line} />
        ))}
        {olderHref && (
          <p>
            <a href={olderHref}>{m.older}</a>
          </p>
        )}
      </section>
      <p class="back">
        <a href={path.apiDocs()}>{m.api}</a>
      </p>
    </Layout>
  )
}

type LineProps = { readonly context: PageContext; readonly line: ExportLine }

function Export({ context, line }: LineProps) {
  const { page: m, formats } = exportMessages[context.language]
  const { language, timeZone } = context
  const { id, request, campaign, unitName, askedAt, state } = line
  const title = campaign ? localize(campaign, language) : m.gone
  const kind = request.evidence ? `${formats[request.format]}, ${m.withFiles}` : formats[request.format]
  return (
    <article
      class="part export"
      id={`export-${id}`}
      data-state={state}
      data-moving={isMoving(line) ? '' : undefined}
      data-news={state === 'ready' ? m.done(title) : undefined}
    >
      <h3 lang={campaign && langOf(campaign, language)}>
        {title} <small>{kind}</small>
      </h3>
      <p class="unit">{m.unit(unitName)}</p>
      <p class="meta">
        {m.periods(request.periods.map((period) => periodName(period, language)).join('; '))}
        {' · '}
        {m.askedAt(formatMoment(askedAt, language, timeZone))}
      </p>
      {state === 'ready' ? <Ready context={context} line={line} /> : <NotReady context={context} line={line} />}
    </article>
  )
}

function Ready({ context, line }: LineProps) {
  const m = exportMessages[context.language].page
  const { language, timeZone } = context
  const { id, rows, bytes, cutOff, missingFiles, expiresAt } = line
  return (
    <>
      <p class="meta">
        {m.rows(rows)}
        {cutOff && ` · ${m.cutOff(formatMoment(cutOff, language, timeZone))}`}
        {` · ${m.keptUntil(formatMoment(expiresAt, language, timeZone))}`}
      </p>
      {missingFiles > 0 && <p class="meta">{m.missingFiles(missingFiles)}</p>}
      <p>
        <a class="main" href={path.exportFile(id)}>
          {m.download(bytesText(bytes ?? 0, language))}
        </a>
      </p>
    </>
  )
}

function NotReady({ context, line }: LineProps) {
  const m = exportMessages[context.language].page
  const { id, state, failure, rows, total, files } = line
  if (state === 'failed')
    return (
      <>
        <p class="state failed">{m.failures[failure ?? 'failed']}</p>
        {(failure ?? 'failed') === 'failed' && (
          <form class="make" method="post" action={path.exportAgain(id)}>
            <button type="submit">{m.again}</button>
          </form>
        )}
      </>
    )
  const said = state === 'waiting' ? m.waiting : files ? m.bringing(files.done, files.total) : m.running(rows, total)
  const [done, all] = files ? [files.done, files.total] : [rows, total]
  return (
    <>
      <p class="tally">{said}</p>
      {all > 0 ? <progress value={done} max={all} aria-label={m.progress} /> : <progress aria-label={m.progress} />}
    </>
  )
}
