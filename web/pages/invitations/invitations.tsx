// Who is invited to a survey: rates by unit, what can be handed out, and the roster that invites more people.

import type { CampaignPeriod } from '../../../shared/campaign/campaign.ts'
import type { CampaignId, PeriodId, UnitId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { invitationsMessages } from '../../../shared/messages/invitations.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { describeProblem } from '../../../shared/messages/problem.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { ListedRates, Rate } from '../../../shared/survey/rates.ts'
import type { AnsweringWay } from '../../../shared/survey/survey.ts'
import { langOf, unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { Chat, HandOut, Mails } from './hand-out.tsx'
import { RosterForm } from './roster-form.tsx'

export type MemberLine = {
  readonly key: string
  readonly name: string
  readonly unit: string
  readonly hasAnswered: boolean
}

type NamedRates = {
  readonly units: readonly (Rate & { readonly name: string })[]
  readonly together: ListedRates['together']
}

export type InvitationsPageProps = {
  readonly context: PageContext
  readonly campaign: { readonly id: CampaignId; readonly title: LocalText }
  readonly way: AnsweringWay
  readonly periods: readonly PeriodId[]
  readonly period: CampaignPeriod
  /** Nobody can be invited to this period any more. */
  readonly isOver: boolean
  /** Mails can go: the survey is open, and so is its period. */
  readonly isRunning: boolean
  /** What was wrong with the file that was chosen. */
  readonly fault: string | undefined
  /** What was pressed could not be done. */
  readonly problem: Problem | undefined
  /** People that were just invited, mails that were just sent, and whether more of them follow. */
  readonly made: number | undefined
  readonly mailed: number | undefined
  readonly isMailing: boolean
  readonly invited: number
  readonly answered: number
  readonly rates: NamedRates
  /** The units in which somebody is invited, and the one that is looked at. */
  readonly places: readonly { readonly id: UnitId; readonly name: string }[]
  readonly chosen: { readonly id: UnitId; readonly name: string } | undefined
  /** In a named survey alone. */
  readonly members: { readonly lines: readonly MemberLine[]; readonly more: number } | undefined
  readonly hasMail: boolean
  /** With an address and without an answer: those who got no mail yet, and all of them. */
  readonly unwritten: number
  readonly reminded: number
  readonly lastMailing: string | undefined
  readonly everyDays: number
  /** Names this page's press, so that two presses send once. */
  readonly occasion: string
  readonly chat: string
  readonly limits: { readonly bytes: number; readonly invited: number; readonly slips: number }
  /** An earlier period whose people can be invited again. */
  readonly before: PeriodId | undefined
  /** What inviting by the numbers of members would come to. */
  readonly onRolls: { readonly units: number; readonly slips: number }
}

export function InvitationsPage(props: InvitationsPageProps) {
  const { context, campaign, way, isOver, invited } = props
  const m = invitationsMessages[context.language]
  const title = localize(campaign.title, context.language)
  const isFaulty = props.fault !== undefined || props.problem !== undefined
  return (
    <Layout
      context={context}
      title={`${m.title}: ${title}`}
      faulty={isFaulty}
      scripts={[context.assetUrl('sending.js')]}
      moreStyle={['campaigns.css', 'people.css', 'desk.css', 'invitations.css'].map(context.assetUrl)}
    >
      <Said {...props} />
      <section class="slip">
        <p class="over" lang={langOf(campaign.title, context.language)}>
          {title}
        </p>
        <h1>{m.title}</h1>
        <Period {...props} />
        <p class="lead">{m.ways[way]}</p>
        {isOver && <p class="state">{m.over}</p>}
        {invited === 0 ? <NobodyYet context={context} isOver={isOver} /> : <UnitRates {...props} />}
      </section>
      {!isOver && invited > 0 && <HandOut {...props} />}
      {!isOver && invited > 0 && <Mails {...props} />}
      {!isOver && invited > 0 && <Chat {...props} />}
      {props.members && invited > 0 && <Members {...props} members={props.members} />}
      {!isOver && <RosterForm {...props} />}
      <p class="meta">
        <a href={path.campaign(campaign.id)}>{title}</a>
      </p>
    </Layout>
  )
}

function Said({ context, fault, problem, made, mailed, isMailing }: InvitationsPageProps) {
  const m = invitationsMessages[context.language]
  const said = problem && describeProblem(problem, context.language, context.timeZone)
  if (said || fault !== undefined)
    return (
      <div class="panel" role="alert" tabindex={-1} autofocus>
        <h2>{said ? said.title : m.cannot}</h2>
        <p>{said ? `${said.detail} ${said.next}` : fault}</p>
      </div>
    )
  if (made === undefined && mailed === undefined) return null
  return (
    <div class="panel calm" role="status">
      {made !== undefined && <p>{m.made(made)}</p>}
      {mailed !== undefined && <p>{`${m.mailed(mailed)}${isMailing ? ` ${m.mailingMore}` : ''}`}</p>}
    </div>
  )
}

function NobodyYet({ context, isOver }: Pick<InvitationsPageProps, 'context' | 'isOver'>) {
  const m = invitationsMessages[context.language]
  return (
    <>
      <p class="state">{m.nobody}</p>
      {!isOver && <p>{m.nobodyNext}</p>}
    </>
  )
}

/** Which period is looked at. */
function Period({ context, campaign, periods, period }: InvitationsPageProps) {
  const m = invitationsMessages[context.language]
  if (periods.length < 2) return <p class="unit">{periodName(period.id, context.language)}</p>
  return (
    <form class="find" method="get" action={path.invitations(campaign.id)}>
      <label for="period">{m.period}</label>
      <select id="period" name="period">
        {periods.map((id) => (
          <option key={id} value={id} selected={id === period.id}>
            {periodName(id, context.language)}
          </option>
        ))}
      </select>
      <button type="submit" class="minor">
        {m.show}
      </button>
    </form>
  )
}

/** A share as whole percents, so that it reads at a glance. */
const percent = ({ invited, answered }: { readonly invited: number; readonly answered: number }): string =>
  `${Math.floor((100 * answered) / Math.max(1, invited))}\u00a0%`

function UnitRates({ context, invited, answered, rates }: InvitationsPageProps) {
  const m = invitationsMessages[context.language]
  const { units, together } = rates
  return (
    <>
      <p class="tally">{m.rate(answered, invited, percent({ invited, answered }))}</p>
      <details open={units.length <= 12}>
        <summary>{m.units}</summary>
        <table>
          <caption class="meta">{m.unitsCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{m.unit}</th>
              <th scope="col">{m.invited}</th>
              <th scope="col">{m.answered}</th>
              <th scope="col">{m.share}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <RateRow key={unit.unit} {...unit} name={unitName(unit.name)} />
            ))}
            {together && <RateRow name={m.together(together.units)} {...together} />}
          </tbody>
        </table>
        {together && <p class="meta">{m.togetherWhy}</p>}
      </details>
    </>
  )
}

const RateRow = ({ name, invited, answered }: { name: string; invited: number; answered: number }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{invited}</td>
    <td>{answered}</td>
    <td>{percent({ invited, answered })}</td>
  </tr>
)

type MembersProps = InvitationsPageProps & { readonly members: NonNullable<InvitationsPageProps['members']> }

function Members({ context, campaign, period, places, chosen, members }: MembersProps) {
  const m = invitationsMessages[context.language]
  return (
    <section class="slip">
      <h2>{m.members}</h2>
      {places.length > 1 && (
        <form class="find" method="get" action={path.invitations(campaign.id)}>
          <label for="looked">{m.unit}</label>
          <input type="hidden" name="period" value={period.id} />
          <UnitChoice context={context} id="looked" places={places} chosen={chosen?.id} />
          <button type="submit" class="minor">
            {m.show}
          </button>
        </form>
      )}
      <table class="texts">
        <caption class="meta">{m.membersCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.person}</th>
            <th scope="col">{m.unit}</th>
            <th scope="col">{m.state}</th>
          </tr>
        </thead>
        <tbody>
          {members.lines.map(({ key, name, unit, hasAnswered }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{unitName(unit)}</td>
              <td>{hasAnswered ? m.hasAnswered : m.hasNot}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {members.more > 0 && <p class="meta">{m.more(members.more)}</p>}
    </section>
  )
}

type ChoiceProps = Pick<InvitationsPageProps, 'context' | 'places'> & {
  readonly id: string
  readonly chosen: UnitId | undefined
}

/** One of the units in which somebody is invited, or all of them. */
export const UnitChoice = ({ context, id, places, chosen }: ChoiceProps) => (
  <select id={id} name="unit">
    <option value="">{invitationsMessages[context.language].everyUnit}</option>
    {places.map((place) => (
      <option key={place.id} value={place.id} selected={place.id === chosen}>
        {place.name}
      </option>
    ))}
  </select>
)
