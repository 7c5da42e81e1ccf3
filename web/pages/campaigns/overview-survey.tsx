// What the page of a survey has besides, or instead of, what other campaigns have: how members answer, how many have, the open
// link, and the ways to invitations and results.

import type { Campaign, PeriodState } from '../../../shared/campaign/campaign.ts'
import type { PreparedCampaign } from '../../../shared/campaign/prepared.ts'
import type { PeriodId } from '../../../shared/ids.ts'
import { path } from '../../../shared/paths.ts'
import type { Survey } from '../../../shared/survey/survey.ts'
import { Bar } from '../../parts/bar.tsx'
import { Qr, type QrOutline } from '../../parts/qr.tsx'
import { rate } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Fact } from './overview.tsx'
import { campaignTexts } from './step.tsx'

/** `invited`: undefined where whoever has the link answers. */
export type ShownRate = { readonly answered: number; readonly invited: number | undefined }

export type SurveyOverview = {
  readonly survey: Survey
  /** The labels of the break-down questions. */
  readonly breakdowns: readonly string[]
  /** The group that the cell fills in; undefined where nothing is scored. */
  readonly scoring: string | undefined
  /** Units whose people can be invited. */
  readonly units: number
  /** Of the periods that have begun; the newest of them. */
  readonly rates: ReadonlyMap<PeriodId, ShownRate>
  /** The link of an open survey. */
  readonly link: { readonly address: string; readonly code: QrOutline } | undefined
}

type Props = {
  readonly context: PageContext
  readonly campaign: Campaign
  readonly survey: SurveyOverview
}

export function SurveyFacts({ context, campaign, survey }: Props) {
  const m = campaignTexts(context)
  const { overview: t } = m.survey
  const { way, limit } = survey.survey
  const base = { context, campaign }
  const { ways } = m.step.survey
  return (
    <>
      <Fact {...base} name={t.way} value={`${ways[way].name}. ${ways[way].note}`} />
      {way === 'open' ? (
        <Fact
          {...base}
          name={m.step.fields.limit}
          value={limit === undefined ? m.step.survey.noLimit : String(limit)}
          edit="answering"
        />
      ) : (
        <Fact {...base} name={t.units} value={m.overview.unitCount(survey.units)} />
      )}
      {survey.scoring !== undefined && <Fact {...base} name={m.step.survey.scoring} value={survey.scoring} />}
      {way === 'named' && (
        <Fact {...base} name={m.step.answering.figures} value={m.step.survey.figureRules[campaign.figures]} />
      )}
      <Fact {...base} name={t.breakdowns} value={survey.breakdowns.join('; ') || m.step.survey.noneChosen} />
    </>
  )
}

/** Where the people of a survey are. */
export function SurveyWays({ context, campaign, survey }: Props) {
  const { overview: t } = campaignTexts(context)
  if (survey.survey.way === 'open') return null
  return (
    <p class="send">
      <a class="main" href={path.invitations(campaign.id)}>
        {t.invitations}
      </a>
    </p>
  )
}

export function OpenLink(props: {
  readonly context: PageContext
  readonly title: string
  readonly link: NonNullable<SurveyOverview['link']>
}) {
  const { context, title, link } = props
  const { overview: t } = campaignTexts(context).survey
  return (
    <section class="slip">
      <h2>{t.link}</h2>
      <p>{t.linkHint}</p>
      <p class="address">
        <a href={link.address}>{link.address}</a>
      </p>
      <Qr code={link.code} label={t.qr(title)} />
    </section>
  )
}

/** "Đã trả lời 12/40 người được mời (30 %)". */
export function rateText(context: PageContext, { answered, invited }: ShownRate, limit?: number): string {
  const { overview: t } = campaignTexts(context).survey
  if (invited === undefined) return limit === undefined ? t.taken(answered) : t.takenOf(answered, limit)
  return invited === 0 ? t.nobodyInvited : t.answered(answered, invited, rate(answered, invited, context.language))
}

export function RateLine(props: Pick<Props, 'context' | 'survey'> & { readonly period: PeriodId }) {
  const { context, survey, period } = props
  const found = survey.rates.get(period)
  if (!found) return null
  const { limit } = survey.survey
  const of = found.invited ?? limit
  return (
    <div class="tally">
      {rateText(context, found, limit)}
      {of !== undefined && of > 0 && <Bar value={Math.min(found.answered, of)} of={of} />}
    </div>
  )
}

export function SurveyActs(props: {
  readonly context: PageContext
  readonly campaign: Campaign
  readonly period: { readonly id: PeriodId; readonly state: PeriodState }
}) {
  const { context, campaign, period } = props
  const m = campaignTexts(context)
  return (
    <>
      {campaign.survey?.way !== 'open' && (
        <a href={path.invitations(campaign.id, { period: period.id })}>{m.overview.invitations}</a>
      )}
      {period.state !== 'early' && campaign.survey?.scoring !== undefined && (
        <a href={path.scoring(campaign.id, period.id)}>{m.survey.overview.scoring}</a>
      )}
      {period.state !== 'early' && campaign.survey?.way === 'named' && (
        <a href={path.campaignAnswers(campaign.id, `period=${period.id}`)}>{m.survey.overview.answers}</a>
      )}
      {period.state !== 'early' && <a href={path.surveyResults(campaign.id, period.id)}>{m.survey.overview.results}</a>}
    </>
  )
}

/** What a change of a whole campaign comes to; some of them are other for surveys. */
export function leadOfChange(
  context: PageContext,
  { kind }: Pick<PreparedCampaign, 'kind'>,
  change: 'pause' | 'resume' | 'close' | 'copy' | 'delete',
): string {
  const { changes, survey } = campaignTexts(context)
  const own: { readonly [Change in typeof change]?: string } = survey.changes
  return (kind === 'member-survey' && own[change]) || changes[change].lead
}
