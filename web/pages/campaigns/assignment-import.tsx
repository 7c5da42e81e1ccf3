// Assignments from a CSV or Excel file: choosing it, seeing what it would change and which rows are wrong, storing it.

import type { FaultyRow } from '../../../shared/campaign/assignment-rows.ts'
import type { CampaignId, PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { assignmentMessages } from '../../../shared/messages/assignments.ts'
import { formatDay } from '../../../shared/messages/day.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { sendingMessages } from '../../../shared/messages/sending.ts'
import type { Day } from '../../../shared/organisation/day.ts'
import { path } from '../../../shared/paths.ts'
import { FileLine } from '../../parts/file-line.tsx'
import { langOf, unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { Notice } from './notices.tsx'

/** Why there is nothing to store: the file, or somebody who has assigned units since it was looked at. */
export type ImportTrouble = 'unreadable' | 'empty' | 'too-many' | 'changed'

export type ImportPreview = {
  /** The rows, packed, and what was seen of them. */
  readonly book: string
  readonly digest: string
  readonly fresh: number
  readonly changed: number
  readonly same: number
  readonly faulty: readonly FaultyRow[]
  readonly moreFaulty: number
  readonly changing: readonly {
    readonly code: string
    readonly name: string
    readonly who: string
    readonly on: Day | null
  }[]
  readonly moreChanging: number
}

export type AssignmentImportPageProps = {
  readonly context: PageContext
  readonly campaign: { readonly id: CampaignId; readonly title: LocalText }
  readonly period: PeriodId
  readonly limitBytes: number
  readonly preview: ImportPreview | undefined
  readonly trouble: ImportTrouble | undefined
}

const textsOf = ({ language }: PageContext) => assignmentMessages[language]

export function AssignmentImportPage(props: AssignmentImportPageProps) {
  const { context, campaign, period, preview, trouble } = props
  const t = textsOf(context)
  const title = localize(campaign.title, context.language)
  return (
    <Layout
      context={context}
      title={`${t.import.title}: ${title}`}
      faulty={trouble !== undefined}
      moreStyle={context.assetUrl('campaigns.css')}
      scripts={[context.assetUrl('sending.js')]}
    >
      {trouble && <Trouble context={context} trouble={trouble} />}
      <section class="slip">
        <p class="over" lang={langOf(campaign.title, context.language)}>
          {title}
        </p>
        <h1>{t.import.title}</h1>
        <p class="unit">{`${t.period} ${periodName(period, context.language)}`}</p>
        <p class="lead">{t.import.lead}</p>
        <Upload {...props} />
      </section>
      {preview && <Preview {...props} preview={preview} />}
      <p class="meta">
        <a href={path.assignments(campaign.id, period)}>{t.import.back}</a>
      </p>
    </Layout>
  )
}

function Trouble({ context, trouble }: { readonly context: PageContext; readonly trouble: ImportTrouble }) {
  const t = textsOf(context)
  if (trouble === 'changed') return <Notice title={t.changedTitle} text={t.import.changed} />
  const texts = { unreadable: t.import.unreadableText, empty: t.import.empty, 'too-many': t.import.tooMany }
  return <Notice title={t.import.unreadable} text={texts[trouble]} />
}

function Upload({ context, campaign, period, limitBytes, preview }: AssignmentImportPageProps) {
  const t = textsOf(context).import
  return (
    <form
      class="entry"
      method="post"
      action={path.assignmentImport(campaign.id, period)}
      enctype="multipart/form-data"
      data-working={sendingMessages[context.language].reading}
    >
      <FileLine
        context={context}
        limitBytes={limitBytes}
        id="table"
        label={preview ? t.other : t.file}
        hint={t.fileHint(Math.floor(limitBytes / 2 ** 20))}
        accept=".csv,.txt,.xlsx,text/csv"
      />
      <p class="send">
        <button type="submit" class={preview ? 'minor' : 'main'}>
          {t.look}
        </button>
      </p>
    </form>
  )
}

function Preview(props: AssignmentImportPageProps & { readonly preview: ImportPreview }) {
  const { context, campaign, period, preview } = props
  const t = textsOf(context).import
  const { fresh, changed, same, faulty, moreFaulty } = preview
  const changes = fresh + changed
  return (
    <section class="slip">
      <h2>{t.preview}</h2>
      <p class="tally">{t.counts(fresh, changed, same)}</p>
      {faulty.length > 0 && (
        <div class="lacking">
          <h3>{t.faulty(faulty.length + moreFaulty)}</h3>
          <p class="meta">{t.faultyHint}</p>
          <ul class="rounds">
            {faulty.map(({ row, faults }) => (
              <li key={row.row}>
                <b>{`${t.row} ${row.row}`}</b>: {faults.map((fault) => t.faults[fault]).join(' ')}
                <small class="note-line">
                  {[row.unit, row.who, row.day].filter((text) => text !== '').join(' · ')}
                </small>
              </li>
            ))}
          </ul>
          {moreFaulty > 0 && <p class="meta">{t.more(moreFaulty)}</p>}
        </div>
      )}
      {changes === 0 ? (
        <p class="state">{t.nothing}</p>
      ) : (
        <>
          <Changing context={context} preview={preview} />
          <form method="post" action={path.assignmentImport(campaign.id, period)} enctype="multipart/form-data">
            <input type="hidden" name="book" value={preview.book} />
            <input type="hidden" name="digest" value={preview.digest} />
            <p class="send">
              <button type="submit" class="main" name="action" value="apply">
                {t.apply(changes)}
              </button>
            </p>
          </form>
        </>
      )}
    </section>
  )
}

function Changing({ context, preview }: { readonly context: PageContext; readonly preview: ImportPreview }) {
  const t = textsOf(context).import
  return (
    <>
      <table class="preview">
        <caption>{t.changes}</caption>
        <thead>
          <tr>
            <th scope="col">{t.unit}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.day}</th>
          </tr>
        </thead>
        <tbody>
          {preview.changing.map(({ code, name, who, on }) => (
            <tr key={code}>
              <th scope="row">
                {unitName(name)} <small>{code}</small>
              </th>
              <td>{who}</td>
              <td>{on ? formatDay(on, context.language) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.moreChanging > 0 && <p class="meta">{t.more(preview.moreChanging)}</p>}
    </>
  )
}
