// A roster before it invites: what is wrong with it, or whom it would invite.

import type { CampaignId, PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { invitationsMessages } from '../../../shared/messages/invitations.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { sendingMessages } from '../../../shared/messages/sending.ts'
import { path } from '../../../shared/paths.ts'
import type { RosterFault } from '../../../shared/survey/roster.ts'
import { langOf, unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type RosterPreview = {
  readonly faults: readonly RosterFault[]
  readonly moreFaults: number
  readonly ignored: readonly string[]
  readonly people: readonly { readonly name: string; readonly unit: string; readonly contact: string }[]
  readonly units: readonly { readonly unit: string; readonly count: number }[]
  readonly moreUnits: number
  /** People with a name who are not shown. */
  readonly morePeople: number
  readonly added: number
  readonly withEmail: number
  readonly same: number
  /** The rows as they travel with the page. */
  readonly rows: string
  /** Tells this press from every other: sent twice, it invites once. */
  readonly batch: string
}

export type RosterPreviewPageProps = {
  readonly context: PageContext
  readonly campaign: { readonly id: CampaignId; readonly title: LocalText }
  readonly period: PeriodId
  readonly preview: RosterPreview
  /** It was to be applied, and something has changed since it was shown. */
  readonly isOutdated: boolean
}

export function RosterPreviewPage(props: RosterPreviewPageProps) {
  const { context, campaign, period, preview, isOutdated } = props
  const m = invitationsMessages[context.language]
  const { faults, added, same, ignored, withEmail } = preview
  return (
    <Layout
      context={context}
      title={m.previewTitle}
      faulty={faults.length > 0}
      scripts={[context.assetUrl('sending.js')]}
      moreStyle={['campaigns.css', 'people.css', 'desk.css', 'invitations.css'].map(context.assetUrl)}
    >
      {isOutdated && (
        <div class="panel" role="alert" tabindex={-1} autofocus>
          <h2>{m.cannot}</h2>
          <p>{m.outdated}</p>
        </div>
      )}
      <div class="slip">
        <p class="over" lang={langOf(campaign.title, context.language)}>
          {`${localize(campaign.title, context.language)}, ${periodName(period, context.language)}`}
        </p>
        <h1>{m.previewTitle}</h1>
        <p class="lead">{m.found(added, same)}</p>
        {withEmail > 0 && <p>{m.withEmail(withEmail)}</p>}
        {ignored.length > 0 && <p class="meta">{m.ignored(ignored.join(', '))}</p>}
        {faults.length > 0 ? <Faults {...props} /> : <Apply {...props} />}
        <p class="send">
          <a href={path.invitations(campaign.id, { period })}>{m.another}</a>
        </p>
      </div>
    </Layout>
  )
}

function Faults({ context, preview }: RosterPreviewPageProps) {
  const m = invitationsMessages[context.language]
  const { faults, moreFaults } = preview
  return (
    <section class="part" aria-labelledby="faults">
      <h2 id="faults">{m.faultsFound(faults.length + moreFaults)}</h2>
      <p>{m.faultsNext}</p>
      <table class="texts">
        <caption class="meta">{m.faultsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.row}</th>
            <th scope="col">{m.wrong}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ row, column, code, text }) => (
            <tr key={`${row} ${column} ${code}`}>
              <th scope="row">{row}</th>
              <td>{m.fault(column, code, text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {moreFaults > 0 && <p class="meta">{m.moreFaults(moreFaults)}</p>}
    </section>
  )
}

function Apply({ context, campaign, period, preview }: RosterPreviewPageProps) {
  const m = invitationsMessages[context.language]
  const { added, rows, batch } = preview
  if (added === 0) return <p class="state">{m.nothingNew}</p>
  return (
    <>
      <form
        class="send"
        method="post"
        action={path.invitationAct(campaign.id, 'made')}
        data-working={sendingMessages[context.language].storing}
      >
        <input type="hidden" name="period" value={period} />
        <input type="hidden" name="rows" value={rows} />
        <input type="hidden" name="batch" value={batch} />
        <button type="submit" class="main">
          {m.apply(added)}
        </button>
      </form>
      <Units context={context} preview={preview} />
      {preview.people.length > 0 && <People context={context} preview={preview} />}
    </>
  )
}

type Shown = Pick<RosterPreviewPageProps, 'context' | 'preview'>

function Units({ context, preview }: Shown) {
  const m = invitationsMessages[context.language]
  return (
    <>
      <table class="texts">
        <caption class="meta">{m.perUnitCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.unit}</th>
            <th scope="col">{m.slipsCount}</th>
          </tr>
        </thead>
        <tbody>
          {preview.units.map(({ unit, count }) => (
            <tr key={unit}>
              <th scope="row">{unitName(unit)}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.moreUnits > 0 && <p class="meta">{m.moreUnits(preview.moreUnits)}</p>}
    </>
  )
}

function People({ context, preview }: Shown) {
  const m = invitationsMessages[context.language]
  return (
    <>
      <table class="texts">
        <caption class="meta">{m.peopleCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.person}</th>
            <th scope="col">{m.unit}</th>
          </tr>
        </thead>
        <tbody>
          {preview.people.map(({ name, unit, contact }) => (
            <tr key={`${name} ${unit}`}>
              <th scope="row">
                <b>{name}</b>
                <small class="line">{contact}</small>
              </th>
              <td>{unitName(unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.morePeople > 0 && <p class="meta">{m.morePeople(preview.morePeople)}</p>}
    </>
  )
}
