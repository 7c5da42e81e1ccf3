// Figures of past periods of a campaign: the template, the upload, periods to add, and what was brought in before.

import type { CampaignId, PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { pastMessages } from '../../../shared/messages/past.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { sendingMessages } from '../../../shared/messages/sending.ts'
import type { PastImport } from '../../../shared/past/import.ts'
import { path } from '../../../shared/paths.ts'
import { FileLine } from '../../parts/file-line.tsx'
import { langOf } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type PastListProps = {
  readonly context: PageContext
  readonly campaign: { readonly id: CampaignId; readonly title: LocalText; readonly periods: readonly PeriodId[] }
  /** Periods that can be added. */
  readonly offered: readonly PeriodId[]
  readonly imports: readonly PastImport[]
  readonly limitBytes: number
  /** Why the file that was sent can't be read, or a period not be added. */
  readonly refused: string | undefined
}

export function PastListPage(props: PastListProps) {
  const { context, campaign, refused } = props
  const m = pastMessages[context.language]
  const title = localize(campaign.title, context.language)
  return (
    <Layout
      context={context}
      title={`${m.title}: ${title}`}
      faulty={refused !== undefined}
      moreStyle={context.assetUrl('past.css')}
      scripts={[context.assetUrl('sending.js')]}
    >
      {refused !== undefined && (
        <div class="panel" role="alert" tabindex={-1} autofocus>
          <h2>{m.unreadable}</h2>
          <p>{refused}</p>
        </div>
      )}
      <div class="slip">
        <p class="over" lang={langOf(campaign.title, context.language)}>
          {title}
        </p>
        <h1>{m.title}</h1>
        <p class="lead">{m.lead}</p>
      </div>
      <Template {...props} />
      <Upload {...props} />
      <Earlier {...props} />
      <AddPeriods {...props} />
    </Layout>
  )
}

const Periods = ({ context, periods }: { readonly context: PageContext; readonly periods: readonly PeriodId[] }) => (
  <>
    <option value="">{pastMessages[context.language].noPeriod}</option>
    {periods.map((id) => (
      <option key={id} value={id}>
        {periodName(id, context.language)}
      </option>
    ))}
  </>
)

function Template({ context, campaign }: PastListProps) {
  const m = pastMessages[context.language]
  return (
    <section class="slip">
      <h2>{m.template}</h2>
      <p class="meta">{m.templateHint}</p>
      <form class="upload" method="get" action={path.pastTemplate(campaign.id)}>
        <div class="q">
          <label for="template-period">{m.templatePeriod}</label>
          <select id="template-period" name="period">
            <Periods context={context} periods={campaign.periods} />
          </select>
        </div>
        <p class="make">
          <button type="submit">{m.download}</button>
        </p>
      </form>
    </section>
  )
}

function Upload({ context, campaign, limitBytes }: PastListProps) {
  const m = pastMessages[context.language]
  return (
    <section class="slip">
      <h2>{m.upload}</h2>
      <form
        class="upload"
        method="post"
        action={path.pastFigures(campaign.id)}
        enctype="multipart/form-data"
        data-working={sendingMessages[context.language].reading}
      >
        <FileLine
          context={context}
          limitBytes={limitBytes}
          id="file"
          label={m.file}
          hint={m.fileHint(Math.floor(limitBytes / 2 ** 20))}
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <div class="q">
          <label for="file-period">{m.filePeriod}</label>
          <select id="file-period" name="period">
            <Periods context={context} periods={campaign.periods} />
          </select>
        </div>
        <p class="send">
          <button type="submit" class="main">
            {m.check}
          </button>
        </p>
      </form>
    </section>
  )
}

function Earlier({ context, campaign, imports }: PastListProps) {
  const m = pastMessages[context.language]
  return (
    <section class="slip">
      <h2>{m.earlier}</h2>
      {imports.length === 0 && <p>{m.noneEarlier}</p>}
      <ul class="rows">
        {imports.map(({ id, fileName, at, phase, rows }) => (
          <li key={id}>
            <a href={path.pastImport(campaign.id, id)}>
              <b>{fileName}</b>
              <small>
                {[
                  m.phases[phase],
                  `${m.rows}: ${rows}`,
                  m.uploadedAt(formatMoment(at, context.language, context.timeZone)),
                ].join(' · ')}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AddPeriods({ context, campaign, offered }: PastListProps) {
  const m = pastMessages[context.language]
  return (
    <section class="slip">
      <h2>{m.periods}</h2>
      <p class="meta">{m.periodsHint}</p>
      {offered.length === 0 ? (
        <p>{m.noneOffered}</p>
      ) : (
        <form method="post" action={path.pastPeriods(campaign.id)}>
          <fieldset class="offered">
            <legend class="skip">{m.periods}</legend>
            {offered.map((id) => (
              <label key={id} class="choice">
                <input type="checkbox" name="period" value={id} />
                <span>{sentence(periodName(id, context.language))}</span>
              </label>
            ))}
          </fieldset>
          <p class="make">
            <button type="submit">{m.addPeriods}</button>
          </p>
        </form>
      )}
      <p class="send">
        <a href={path.home()}>{messagesOf(context).home}</a>
      </p>
    </section>
  )
}

const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
