// The report that a template makes, with the campaigns, the period and the style that it is looked at with: the same page that a
// reader of the report sees, put beside the template.

import type { CampaignId, PeriodId } from '../../../shared/ids.ts'
import { type Language, type LocalText, languages, localize } from '../../../shared/language.ts'
import { campaignMessages } from '../../../shared/messages/campaigns.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { templateMessages } from '../../../shared/messages/templates.ts'
import { path } from '../../../shared/paths.ts'
import type { ReportDocument } from '../../../shared/report/document.ts'
import { type PresetId, presetIds } from '../../../shared/report/preset-id.ts'
import { ChoiceLine } from '../../parts/choice-line.tsx'
import type { PageContext } from '../context.ts'
import type { Showing } from '../report/blocks.tsx'
import { ReportArticle } from '../report/report.tsx'

/** What came of looking at it. */
export type Shown =
  | { readonly is: 'document'; readonly document: ReportDocument; readonly hrefOf: Showing['hrefOf'] }
  | { readonly is: 'no-campaign' | 'choose' | 'no-period' | 'nothing' }

export type LookProps = {
  readonly roles: readonly {
    readonly key: string
    readonly title: LocalText
    readonly chosen: CampaignId | undefined
    readonly campaigns: readonly { readonly id: CampaignId; readonly title: LocalText }[]
  }[]
  readonly periods: readonly PeriodId[]
  readonly period: PeriodId | undefined
  readonly language: Language
  readonly preset: PresetId
}

type Props = {
  readonly context: PageContext
  readonly id: string
  readonly look: LookProps
  readonly shown: Shown
  /** The version and the part that stay looked at. */
  readonly kept: Readonly<Record<string, string>>
}

export function Preview({ context, id, look, shown, kept }: Props) {
  const m = templateMessages[context.language].preview
  return (
    <section class="preview-pane" id="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{m.title}</h2>
      <p class="meta">{m.lead}</p>
      <details id="look-with" open={shown.is !== 'document'}>
        <summary class="look-summary">{summaryOf(context, look)}</summary>
        <LookForm context={context} id={id} look={look} kept={kept} />
      </details>
      <PreviewBody context={context} shown={shown} news="" />
    </section>
  )
}

/** "Khảo sát chi bộ, kỳ I năm 2013": what it is looked at with. */
function summaryOf({ language }: PageContext, { roles, period }: LookProps): string {
  const titles = roles.flatMap(({ chosen, campaigns }) => campaigns.find(({ id }) => id === chosen)?.title ?? [])
  const named = titles.map((title) => localize(title, language))
  const parts = [...named, ...(period ? [periodName(period, language)] : [])]
  return templateMessages[language].preview.with(parts.join(', '))
}

function LookForm({ context, id, look, kept }: Omit<Props, 'shown'>) {
  const { language } = context
  const m = templateMessages[language].preview
  const presets = campaignMessages[language].step.report.presets
  return (
    <form id="look" class="look" method="get" action={path.template(id)} data-look>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {look.roles.map(({ key, title, chosen, campaigns }) => (
        <ChoiceLine
          key={key}
          id={`look-${key}`}
          name={`c.${key}`}
          label={m.campaignOf(localize(title, language))}
          empty={m.choose}
          chosen={chosen}
          options={campaigns.map((one) => [one.id, localize(one.title, language)])}
          hint={campaigns.length === 0 ? m.noCampaigns : undefined}
        />
      ))}
      <div class="side-by-side">
        <ChoiceLine
          id="look-period"
          name="period"
          label={m.period}
          chosen={look.period}
          options={look.periods.map((one) => [one, periodName(one, language)])}
        />
        <ChoiceLine
          id="look-language"
          name="language"
          label={m.language}
          chosen={look.language}
          options={languages.map((one) => [one, m.languages[one]])}
        />
        <ChoiceLine
          id="look-preset"
          name="preset"
          label={m.preset}
          chosen={look.preset}
          options={presetIds.map((one) => [one, presets[one]])}
        />
      </div>
      <p class="look-now">
        <button type="submit" class="minor">
          {m.show}
        </button>
      </p>
    </form>
  )
}

type BodyProps = Pick<Props, 'context' | 'shown'> & {
  /** Said to those who don't see that it has changed. */
  readonly news: string
}

/** What a change puts in place of the one before. */
export function PreviewBody({ context, shown, news }: BodyProps) {
  const { language } = context
  const m = templateMessages[language].preview
  return (
    <div id="preview-body" data-news={news}>
      {shown.is === 'document' ? (
        <div class="paper">
          <ReportArticle
            showing={{ language, hrefOf: shown.hrefOf, isPart: true }}
            document={{
              ...shown.document,
              blocks: shown.document.blocks.map((one) => ({ ...one, key: `p-${one.key}` })),
            }}
          />
        </div>
      ) : (
        <p class="state">
          {
            {
              'no-campaign': m.noCampaigns,
              choose: m.missing,
              'no-period': m.noPeriod,
              nothing: m.nothing,
            }[shown.is]
          }
        </p>
      )}
    </div>
  )
}
