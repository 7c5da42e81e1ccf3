// A report as a page: the same as in its files, to be read on a screen and with a screen reader, and printed.

import { raw } from 'hono/html'
import type { ReportId } from '../../../shared/ids.ts'
import { type Language, type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { reportDeliveryMessages } from '../../../shared/messages/report-delivery.ts'
import { reportPageMessages } from '../../../shared/messages/report-page.ts'
import { path } from '../../../shared/paths.ts'
import type { KeyedBlock, ReportDocument } from '../../../shared/report/document.ts'
import { type LetterheadLine, presets } from '../../../shared/report/preset.ts'
import { isUnderWay, type ReportProgress } from '../../../shared/report/progress.ts'
import { movingProps, ReportProgressLine } from '../../parts/report-progress.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { BlockView, type Showing } from './blocks.tsx'

export type ReportPageProps = Pick<Showing, 'hrefOf'> & {
  readonly context: PageContext
  readonly id: ReportId
  readonly document: ReportDocument
  readonly title: LocalText
  /** Of its files: what it says is there already. */
  readonly progress: ReportProgress
  readonly mayMake: boolean
  /** Whoever came by a link of their own sees this report, and no way to anything else. */
  readonly byLink?: { readonly name: string; readonly expiresAt: string }
}

export function ReportPage({ context, hrefOf, id, document, title, progress, mayMake, byLink }: ReportPageProps) {
  const { kind, subject } = document
  const { language } = context
  return (
    <Layout
      context={context}
      title={`${kind}: ${subject}`}
      moreStyle={context.assetUrl('report.css')}
      scripts={isUnderWay(progress) ? [context.assetUrl('moving.js')] : []}
      isWide
    >
      {byLink ? (
        <p class="over">
          {reportDeliveryMessages[language].reading.reader(
            byLink.name,
            formatMoment(byLink.expiresAt, language, context.timeZone),
          )}
        </p>
      ) : (
        <p class="over">
          <a href={path.reports()}>{reportPageMessages[language].all}</a> ·{' '}
          <a href={path.reportEdit(id)}>{reportPageMessages[language].desk}</a>
        </p>
      )}
      <p class="skip" role="status" id="news" />
      <div id="files" {...movingProps(progress, localize(title, language), language)}>
        {progress.step === 'ready' && <ReportFiles context={context} id={id} byLink={byLink !== undefined} />}
        <ReportProgressLine context={context} id={id} progress={progress} mayMake={mayMake} />
      </div>
      <ReportArticle showing={{ language, hrefOf }} document={document} leads={!byLink} />
    </Layout>
  )
}

/** The report as a file that stands alone; `style`: what the stylesheets hold. */
export function ReportFile({
  document,
  hrefOf,
  style,
}: Pick<ReportPageProps, 'document' | 'hrefOf'> & { style: string }) {
  const { kind, subject, language } = document
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <title>{`${kind}: ${subject}`}</title>
          <style>{raw(style)}</style>
        </head>
        <body class="wide">
          <main id="main">
            <ReportArticle showing={{ language, hrefOf }} document={document} />
          </main>
        </body>
      </html>
    </>
  )
}

type ArticleProps = {
  readonly showing: Showing
  readonly document: ReportDocument
  /** Whether its figures lead to the answers behind them, as far as the reader may see those. */
  readonly leads?: boolean
}

/** The report itself; its title is a heading of the page's first level, or of the second where it stands in another page. */
export function ReportArticle({ showing, document, leads = true }: ArticleProps) {
  const { kind, subject, draftMark, blocks, recipients, sign, verification, language } = document
  const Title = showing.isPart ? 'h2' : 'h1'
  return (
    <article class="slip report" lang={language === showing.language ? undefined : language}>
      <Letterhead document={document} />
      {draftMark && <p class="draft">{draftMark}</p>}
      <Title class="title">
        <span>{kind}</span> <span>{subject}</span>
      </Title>
      <Contents language={showing.language} blocks={blocks} />
      {leads && <p class="hint figures-hint">{reportPageMessages[showing.language].figuresHint}</p>}
      {blocks.map((block) => (
        <BlockView key={block.key} showing={showing} block={block} />
      ))}
      <div class="closing">
        {recipients.items.length > 0 && (
          <div>
            <p>{recipients.heading}</p>
            <ul>
              {recipients.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </div>
        )}
        <p class="sign">
          {sign.authority && <b>{sign.authority}</b>}
          {sign.authority ? <span>{sign.post}</span> : <b>{sign.post}</b>}
          <b class="name">{sign.name}</b>
        </p>
      </div>
      {verification && (
        <p class="remark">
          {verification.lines.join(' ')} <a href={verification.address}>{verification.address}</a>
        </p>
      )}
    </article>
  )
}

/** What the office's preset puts above a document: two blocks side by side. */
function Letterhead({ document: { header, preset } }: Pick<ReportPageProps, 'document'>) {
  const { letterhead, text: styles } = presets[preset]
  const textOf = ({ text }: LetterheadLine) => (typeof text === 'string' ? (header[text] ?? '') : text.fixed)
  const block = (lines: readonly LetterheadLine[]) => (
    <p>
      {lines
        .filter((line) => textOf(line) !== '')
        .map((line) => {
          const { weight, slant, letters } = styles[line.role]
          const look = [weight, slant, letters, line.rule ? 'ruled' : ''].join(' ').trim()
          return (
            <span key={line.role} class={look}>
              {textOf(line)}
            </span>
          )
        })}
    </p>
  )
  return (
    <>
      {letterhead.rows.map(({ left, right }) => (
        <div key={left[0]?.role ?? right[0]?.role} class="letterhead">
          {block(left)}
          {block(right)}
        </div>
      ))}
    </>
  )
}

/** The report in each of its formats. */
function ReportFiles({
  context,
  id,
  byLink = false,
}: {
  readonly context: PageContext
  readonly id: ReportId
  readonly byLink?: boolean
}) {
  const m = reportPageMessages[context.language]
  const formats = ['pdf', 'docx', 'xlsx', 'json'] as const
  const hrefOf = (format: (typeof formats)[number]): string => {
    if (byLink) return path.readingFile(id, format)
    return format === 'pdf' ? path.reportPdf(id) : path.reportFile(id, format)
  }
  return (
    <p class="files">
      <span>{m.files}:</span>
      {formats.map((format) => (
        <a key={format} href={hrefOf(format)}>
          {m.file[format]} <small>{m.fileFor[format]}</small>
        </a>
      ))}
    </p>
  )
}

/** The parts and their sections; a report of one part needs no list of it. */
function Contents({ language, blocks }: { readonly language: Language; readonly blocks: readonly KeyedBlock[] }) {
  const m = reportPageMessages[language]
  const headings = blocks.flatMap((block) => (block.type === 'heading' && block.level <= 2 ? [block] : []))
  if (headings.length < 3) return null
  return (
    <details class="contents">
      <summary>{m.contents}</summary>
      <ul>
        {headings.map(({ key, level, marker, text }) => (
          <li key={key} class={level === 1 ? 'top' : undefined}>
            <a href={`#${key}`}>{`${marker} ${text}`.trim()}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
