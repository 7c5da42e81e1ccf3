// Many records as one file: which unit, which responses, and the files that were made.

import type { Campaign } from '../../../shared/campaign/campaign.ts'
import type { PeriodId } from '../../../shared/ids.ts'
import { localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { papersMessages } from '../../../shared/messages/papers.ts'
import { periodName } from '../../../shared/messages/period.ts'
import type { Unit } from '../../../shared/organisation/unit.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf, unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type RecordsPageProps = {
  readonly context: PageContext
  readonly campaign: Pick<Campaign, 'id' | 'title'>
  readonly periodId: PeriodId
  readonly unit: Unit
  /** The unit above, where the visitor may choose it. */
  readonly above: Unit | undefined
  readonly below: readonly Unit[]
  /** Records in one file. */
  readonly most: number
  /** Newest first; without an address while it is being made. */
  readonly files: readonly {
    readonly unit: string
    readonly records: number
    readonly askedAt: string
    readonly href: string | undefined
  }[]
  readonly problem: Problem | undefined
  /** Whether the page waits for a file, and loads itself again. */
  readonly isWaiting: boolean
}

export function RecordsPage(props: RecordsPageProps) {
  const { context, campaign, periodId, most, problem } = props
  const m = papersMessages[context.language]
  const { language } = context
  return (
    <Layout
      context={context}
      title={`${m.records}: ${localize(campaign.title, language)}`}
      faulty={problem !== undefined}
    >
      {problem && <ProblemPanel context={context} problem={problem} />}
      <div class="slip">
        <p class="over">{m.records}</p>
        <h1 lang={langOf(campaign.title, language)}>{localize(campaign.title, language)}</h1>
        <p class="unit">{messagesOf(context).period(periodName(periodId, language))}</p>
        <p class="lead">{m.recordsLead(most)}</p>
        {/* A page that loads itself again would lose what is being chosen. */}
        {props.isWaiting ? (
          <p class="send">
            <a href={path.records(campaign.id, periodId, props.unit.id)}>{m.another}</a>
          </p>
        ) : (
          <Choice {...props} />
        )}
      </div>
      <section class="slip">
        <h2>{m.files}</h2>
        {props.files.length === 0 ? <p>{m.noFiles}</p> : <Files {...props} />}
        <p class="send">
          <a href={path.campaignProgress(campaign.id, periodId)}>{m.backToProgress}</a>
        </p>
      </section>
    </Layout>
  )
}

function Choice({ context, campaign, periodId, unit, above, below }: RecordsPageProps) {
  const m = papersMessages[context.language]
  return (
    <form method="post" action={path.recordsPdf(campaign.id, periodId)}>
      <div class="q">
        <label for="unit">{m.unit}</label>
        <p class="hint" id="unit-hint">
          {m.unitHint}
        </p>
        <select id="unit" name="unit" aria-describedby="unit-hint">
          {[unit, ...below].map(({ id, name, code }) => (
            <option key={id} value={id} selected={id === unit.id}>
              {`${name} (${code})`}
            </option>
          ))}
        </select>
      </div>
      <p class="make">
        <button type="submit" formmethod="get" formaction={path.records(campaign.id, periodId)}>
          {m.open}
        </button>
        {above && <a href={path.records(campaign.id, periodId, above.id)}>{m.up(unitName(above.name))}</a>}
      </p>
      <fieldset class="q">
        <legend>{m.which}</legend>
        {(['counted', 'all'] as const).map((which) => (
          <label key={which} class="choice">
            <input type="radio" name="which" value={which} checked={which === 'counted'} /> {m[which]}
          </label>
        ))}
      </fieldset>
      <p class="send">
        <button type="submit" class="main">
          {m.make}
        </button>
      </p>
    </form>
  )
}

function Files({ context, files }: RecordsPageProps) {
  const m = papersMessages[context.language]
  return (
    <>
      {files.map(({ unit, records, askedAt, href }) => (
        <article key={`${unit} ${askedAt}`} class="part">
          <h3>{m.fileOf(unitName(unit), records)}</h3>
          <p class="meta">{m.askedAt(formatMoment(askedAt, context.language, context.timeZone))}</p>
          {href ? (
            <p>
              <a class="main" href={href}>
                {m.download}
              </a>
            </p>
          ) : (
            <p class="state" role="status">
              {m.fileWaiting}
            </p>
          )}
        </article>
      ))}
    </>
  )
}
