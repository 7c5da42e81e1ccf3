// The campaigns that somebody manages, by state: what is in preparation, what is open, what is over.

import type { Campaign, CampaignState } from '../../../shared/campaign/campaign.ts'
import type { PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { path } from '../../../shared/paths.ts'
import { langOf, unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { rateText, type ShownRate } from './overview-survey.tsx'
import { campaignTexts } from './step.tsx'

export type CampaignLine = {
  readonly id: string
  readonly href: string
  readonly title: LocalText
  readonly kind: Campaign['kind']
  readonly unitName: string
  readonly periods: number
  /** Of a survey that people answer now. */
  readonly rate: ShownRate | undefined
  /** The period that one asks about now: open, else the next, else the last. */
  readonly current:
    | { readonly id: PeriodId; readonly opensAt: string | undefined; readonly closesAt: string | null }
    | undefined
}

export type CampaignsPageProps = {
  readonly context: PageContext
  /** In the order in which they are shown; states without a campaign are left out. */
  readonly groups: readonly {
    readonly state: CampaignState
    readonly lines: readonly CampaignLine[]
    /** All of this state, shown or not. */
    readonly total: number
  }[]
  /** Where one state is looked at, page by page. */
  readonly only: { readonly state: CampaignState; readonly page: number; readonly pages: number } | undefined
}

export function CampaignsPage({ context, groups, only }: CampaignsPageProps) {
  const m = campaignTexts(context)
  return (
    <Layout context={context} title={m.title} moreStyle={context.assetUrl('campaigns.css')}>
      <h1>{m.title}</h1>
      <p class="send">
        <a class="main" href={path.newCampaign()}>
          {m.new}
        </a>
      </p>
      {groups.length === 0 && (
        <div class="slip">
          <p class="lead">{only ? m.noneIn(only.state) : m.none}</p>
          {!only && <p>{m.noneNext}</p>}
        </div>
      )}
      {groups.map(({ state, lines, total }) => (
        <section key={state} class="slip">
          <h2>{m.states[state]}</h2>
          <ul class="rows">
            {lines.map((line) => (
              <Line key={line.id} context={context} line={line} />
            ))}
          </ul>
          {!only && total > lines.length && (
            <p class="meta">
              <a href={path.campaigns(state)}>{m.allOf(state, total)}</a>
            </p>
          )}
        </section>
      ))}
      {only && <Pages context={context} {...only} />}
    </Layout>
  )
}

function Line({ context, line }: { readonly context: PageContext; readonly line: CampaignLine }) {
  const m = campaignTexts(context)
  const { language, timeZone } = context
  const { title, kind, periods, current } = line
  const moment = (iso: string) => formatMoment(iso, language, timeZone)
  return (
    <li>
      <a href={line.href}>
        <b lang={langOf(title, language)}>{localize(title, language)}</b>
        <small>{[messagesOf(context).kinds[kind], unitName(line.unitName)].join(' · ')}</small>
        <small>
          {current
            ? [
                m.periodsOf(periods),
                periodName(current.id, language),
                current.opensAt
                  ? m.opensAt(moment(current.opensAt))
                  : current.closesAt === null
                    ? m.noClose
                    : m.closesAt(moment(current.closesAt)),
              ].join(' · ')
            : m.noPeriods}
        </small>
        {line.rate && <small>{rateText(context, line.rate)}</small>}
      </a>
    </li>
  )
}

function Pages(props: {
  readonly context: PageContext
  readonly state: CampaignState
  readonly page: number
  readonly pages: number
}) {
  const { context, state, page, pages } = props
  const m = campaignTexts(context)
  return (
    <p class="send">
      {page > 1 && <a href={path.campaigns(state, page - 1)}>{m.previous}</a>}
      <span>{m.page(page, pages)}</span>
      {page < pages && <a href={path.campaigns(state, page + 1)}>{m.next}</a>}
      <a href={path.campaigns()}>{m.all}</a>
    </p>
  )
}
