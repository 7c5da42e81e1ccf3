// The units of a campaign that has opened: to find one, to let units in or out.

import type { CampaignId, UnitId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { path } from '../../../shared/paths.ts'
import { langOf, unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { AreaField, type Entries, NumberField } from './fields.tsx'
import { FaultLinks, Notice } from './notices.tsx'
import { campaignTexts } from './step.tsx'

type CampaignUnitLine = {
  readonly id: UnitId
  readonly code: string
  readonly name: string
  readonly parentId: UnitId | undefined
  /** Whether today's tree doesn't hold it. */
  readonly isGone: boolean
  readonly expected: number
}

export type CampaignUnitsPageProps = {
  readonly context: PageContext
  readonly campaignId: CampaignId
  readonly campaignTitle: LocalText
  readonly total: number
  readonly query: string
  readonly page: number
  readonly pages: number
  readonly lines: readonly CampaignUnitLine[]
  /** Whether several answers of a unit count. */
  readonly takesMany: boolean
  readonly entries: Entries
  /** What was just done. */
  readonly told: {
    readonly added: number
    readonly removed: number
    readonly kept: string
    readonly inAlready: string
  }
  readonly parentOf: (id: UnitId) => string | undefined
}

export function CampaignUnitsPage(props: CampaignUnitsPageProps) {
  const { context, campaignTitle, campaignId, total, entries, takesMany } = props
  const m = campaignTexts(context)
  const t = m.units
  const title = localize(campaignTitle, context.language)
  return (
    <Layout
      context={context}
      title={`${t.title}: ${title}`}
      faulty={entries.faults.size > 0}
      moreStyle={context.assetUrl('campaigns.css')}
    >
      {entries.faults.size > 0 && (
        <Notice title={m.faulty(entries.faults.size)} text={m.faultyHint}>
          <FaultLinks faults={entries.faults} names={{ codes: t.add, expected: t.expected }} />
        </Notice>
      )}
      <Told {...props} />
      <section class="slip">
        <p class="over" lang={langOf(campaignTitle, context.language)}>
          {title}
        </p>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead(total)}</p>
        <Find {...props} />
        {props.lines.length === 0 ? <p class="state">{t.noneFound}</p> : <Held {...props} />}
      </section>
      <section class="slip">
        <h2>{t.add}</h2>
        <form class="entry" method="post" action={path.campaignUnits(campaignId)} novalidate>
          <AreaField entries={entries} name="codes" label={m.units.unit} hint={t.addHint} rows={4} />
          {takesMany && <NumberField entries={entries} name="expected" label={t.expected} />}
          <p class="send">
            <button type="submit" class="main" name="action" value="add">
              {t.addNow}
            </button>
          </p>
        </form>
      </section>
      <p class="meta">
        <a href={path.campaign(campaignId)}>{title}</a>
      </p>
    </Layout>
  )
}

function Told({ context, told }: CampaignUnitsPageProps) {
  const t = campaignTexts(context).units
  const lines = [
    told.added > 0 && t.added(told.added),
    told.removed > 0 && t.removed(told.removed),
    told.kept !== '' && t.kept(told.kept),
    told.inAlready !== '' && t.inAlready(told.inAlready),
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  return (
    <div class="panel calm" role="status">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

function Find({ context, campaignId, query }: CampaignUnitsPageProps) {
  const t = campaignTexts(context).units
  return (
    <form class="find" method="get" action={path.campaignUnits(campaignId)}>
      <label for="q">{t.search}</label>
      <input id="q" name="q" type="search" value={query} maxlength={100} />
      <button type="submit" class="minor">
        {t.find}
      </button>
    </form>
  )
}

function Held(props: CampaignUnitsPageProps) {
  const { context, campaignId, lines, query, page, pages, parentOf } = props
  const m = campaignTexts(context)
  const t = m.units
  const at = (other: number) => path.campaignUnits(campaignId, { ...(query ? { q: query } : {}), page: String(other) })
  return (
    <form method="post" action={path.campaignUnits(campaignId)}>
      <ul class="ticks">
        {lines.map(({ id, code, name, parentId, isGone, expected }) => (
          <li key={id}>
            <label class="choice">
              <input type="checkbox" name="unit" value={id} />
              <span>
                {unitName(name)}
                <small class="note-line">
                  {[
                    code,
                    parentId && parentOf(parentId),
                    isGone && t.gone,
                    expected > 1 && `${t.expectedColumn}: ${expected}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <p class="send">
          {page > 1 && <a href={at(page - 1)}>{m.previous}</a>}
          <span>{m.page(page, pages)}</span>
          {page < pages && <a href={at(page + 1)}>{m.next}</a>}
        </p>
      )}
      <p class="meta">{t.removeHint}</p>
      <p class="make">
        <button type="submit" name="action" value="remove">
          {t.remove}
        </button>
      </p>
    </form>
  )
}
