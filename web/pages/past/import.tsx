// One import of figures from before: how far it is, what was found, what becomes of its rows, and the button that brings
// them in.

import type { CampaignId, UnitId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatCount } from '../../../shared/messages/number.ts'
import { describeRemark, pastMessages } from '../../../shared/messages/past.ts'
import { periodName } from '../../../shared/messages/period.ts'
import {
  mostRemarks,
  type PastImport,
  type RowRemark,
  rowOutcomes,
  type SampleRow,
} from '../../../shared/past/import.ts'
import { path } from '../../../shared/paths.ts'
import { langOf, unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type PastImportProps = {
  readonly context: PageContext
  readonly campaign: { readonly id: CampaignId; readonly title: LocalText }
  readonly entry: PastImport
  readonly unitNames: ReadonlyMap<UnitId, string>
  /** What a question is called, by its key. */
  readonly labels: ReadonlyMap<string, string>
  /** Whether the person may add periods to the campaign. */
  readonly mayAddPeriods: boolean
  /** Its rows are no longer kept: nothing more can be done with it. */
  readonly isExpired: boolean
}

export function PastImportPage(props: PastImportProps) {
  const { context, campaign, entry, isExpired } = props
  const m = pastMessages[context.language]
  const title = m.importTitle(entry.fileName)
  const isUnderWay = entry.phase === 'checking' || entry.phase === 'applying'
  return (
    <Layout
      context={context}
      title={title}
      moreStyle={context.assetUrl('past.css')}
      scripts={isUnderWay && !isExpired ? [context.assetUrl('go-on.js')] : []}
    >
      <div class="slip">
        <p class="over" lang={langOf(campaign.title, context.language)}>
          {localize(campaign.title, context.language)} · {m.title}
        </p>
        <h1>{title}</h1>
        <p class="lead" role="status">
          {m.phases[entry.phase]}
        </p>
        {isExpired && <p class="state">{m.expired}</p>}
        {isUnderWay && !isExpired ? <UnderWay {...props} /> : <Found {...props} />}
        <p class="send">
          <a href={path.pastFigures(campaign.id)}>{m.again}</a>
        </p>
      </div>
      {!isUnderWay && <Remarks context={context} title={m.faults} remarks={entry.faults} total={faultsIn(entry)} />}
      {!isUnderWay && <Remarks context={context} title={m.notices} remarks={entry.notices} total={entry.noticeCount} />}
      {entry.phase === 'checked' && entry.sample.length > 0 && <Sample {...props} />}
    </Layout>
  )
}

/** A faulty row may have several faults; how many there are in all isn't kept, but whether there are more. */
const faultsIn = ({ faults, tally }: PastImport): number => Math.max(faults.length, tally.faulty)

function UnderWay({ context, campaign, entry }: PastImportProps) {
  const m = pastMessages[context.language]
  return (
    <>
      <p class="tally">
        {m.progress(entry.next, entry.rows)}
        <progress value={entry.next} max={Math.max(entry.rows, 1)} aria-hidden="true" />
      </p>
      <p class="meta">{m.leave}</p>
      <form class="send" method="post" action={path.pastImport(campaign.id, entry.id)} data-goes-on>
        <button type="submit" class="main" name="action" value="go-on">
          {m.goOn}
        </button>
      </form>
    </>
  )
}

function Found(props: PastImportProps) {
  const { context, campaign, entry, isExpired } = props
  const m = pastMessages[context.language]
  const outcomes = m.outcomes[entry.phase === 'done' ? 'done' : 'found']
  const count = (value: number) => formatCount(value, context.language)
  const wanted = entry.tally.added + entry.tally.changed
  return (
    <>
      <table class="tallied">
        <caption class="skip">{m.outcome}</caption>
        <thead>
          <tr>
            <th scope="col">{m.outcome}</th>
            <th scope="col">{m.rows}</th>
          </tr>
        </thead>
        <tbody>
          {rowOutcomes.map((outcome) => (
            <tr key={outcome}>
              <th scope="row">{outcomes[outcome]}</th>
              <td class={outcome === 'faulty' && entry.tally.faulty > 0 ? 'short' : undefined}>
                {count(entry.tally[outcome])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entry.twice.length > 0 && <p class="state">{m.twice(entry.twice.join('; '))}</p>}
      {entry.unknown.length > 0 && <p class="state">{m.ignored(entry.unknown.join('; '))}</p>}
      <MissingPeriods {...props} />
      {entry.phase === 'checked' && !isExpired && (
        <form class="send" method="post" action={path.pastImport(campaign.id, entry.id)}>
          {wanted > 0 ? (
            <>
              <button type="submit" class="main" name="action" value="apply">
                {m.apply(wanted)}
              </button>
              <p class="meta">{m.applyHint}</p>
            </>
          ) : (
            <p>{m.nothingToApply}</p>
          )}
        </form>
      )}
    </>
  )
}

function MissingPeriods({ context, campaign, entry, mayAddPeriods, isExpired }: PastImportProps) {
  const m = pastMessages[context.language]
  if (entry.missingPeriods.length === 0) return null
  const names = entry.missingPeriods.map((id) => periodName(id, context.language)).join('; ')
  return (
    <>
      <p class="state">{m.missingPeriods(names)}</p>
      {mayAddPeriods && entry.phase === 'checked' && !isExpired && (
        <form class="make" method="post" action={path.pastPeriods(campaign.id)}>
          <input type="hidden" name="import" value={entry.id} />
          {entry.missingPeriods.map((id) => (
            <input key={id} type="hidden" name="period" value={id} />
          ))}
          <button type="submit">{m.addMissing}</button>
        </form>
      )}
    </>
  )
}

type RemarksProps = {
  readonly context: PageContext
  readonly title: string
  readonly remarks: readonly RowRemark[]
  readonly total: number
}

function Remarks({ context, title, remarks, total }: RemarksProps) {
  const m = pastMessages[context.language]
  if (remarks.length === 0) return null
  return (
    <section class="slip">
      <h2>{title}</h2>
      {remarks.length >= mostRemarks && <p class="meta">{m.more(remarks.length, Math.max(total, remarks.length))}</p>}
      <table class="remarks">
        <caption class="skip">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{m.row}</th>
            <th scope="col">{m.column}</th>
            <th scope="col">{m.remark}</th>
          </tr>
        </thead>
        <tbody>
          {remarks.map((remark) => {
            const text = describeRemark(remark, context.language)
            return (
              <tr key={`${remark.row} ${remark.column} ${text}`}>
                <th scope="row">{formatCount(remark.row, context.language)}</th>
                <td>{remark.column}</td>
                <td>{text}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Sample({ context, entry, unitNames, labels }: PastImportProps) {
  const m = pastMessages[context.language]
  const title = ({ row, unitId, period }: SampleRow) =>
    m.sampleRow(row, unitName(unitNames.get(unitId) ?? unitId), periodName(period, context.language))
  return (
    <section class="slip">
      <h2>{m.sample}</h2>
      {entry.sample.map((one, index) => (
        <details key={one.row} open={index === 0}>
          <summary>{title(one)}</summary>
          <dl class="answers">
            {one.answers.map(([key, text]) => (
              <div key={key}>
                <dt>{labels.get(key) ?? key}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}
