// Who is invited to a survey, how many have answered, and what can be handed out now.

import { periodState } from '../../../../shared/campaign/campaign.ts'
import { largestUpload } from '../../../../shared/evidence/parts.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { chatText } from '../../../../shared/messages/invitation-mail.ts'
import { isUnder, type Unit } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import type { Problem } from '../../../../shared/problems.ts'
import { mostSlips } from '../../../../shared/report/paper.ts'
import { branchOf, placedUnder } from '../../../../shared/survey/branch.ts'
import { listedRates } from '../../../../shared/survey/rates.ts'
import { mostInvited } from '../../../../shared/survey/roster.ts'
import { InvitationsPage, type MemberLine } from '../../../../web/pages/invitations/invitations.tsx'
import { listInvitations, type StoredInvitation } from '../../../store/invitations.ts'
import { findMailings } from '../../../store/mailings.ts'
import { invitedIn } from '../../../survey-rate.ts'
import type { SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { periodBefore } from './again.ts'
import { contextAt, type FoundRound, foundRound, invitableUnits, lowestUnits, organisationName } from './found.ts'

type Said = { readonly fault?: string; readonly problem?: Problem }

const mostNamed = 300

/** GET */
export async function showInvitations(call: SignedInCall): Promise<Response> {
  const found = await foundRound(call, call.c.req.query('period'))
  return found.ok ? invitationsPage(call, found.value) : refuse(call, found.problem)
}

/** The page, also where something that was pressed on it could not be done. */
export async function invitationsPage(call: SignedInCall, found: FoundRound, said: Said = {}): Promise<Response> {
  const { deps, me, c } = call
  const { campaign, survey, period, round } = found
  const [invited, mailings, invitable, before] = await Promise.all([
    listInvitations(deps.table, campaign.id, round),
    findMailings(deps.table, { campaignId: campaign.id, round }),
    invitableUnits(call, campaign),
    found.isOver ? undefined : periodBefore(call, found),
  ])
  const hasAnswered = ({ invitation }: StoredInvitation) => invitation.answered.includes(period.id)
  const waiting = invited.filter((one) => !hasAnswered(one))
  const withEmail = waiting.filter(({ invitation }) => invitation.email !== undefined)
  const places = unitsOf(call, invited)
  const chosen = places.find(({ id }) => id === c.req.query('unit'))
  const members = lowestUnits(call, invitable)
  const { status, ...problem } = problemOf(said)
  const number = (name: string) => Number(c.req.query(name) ?? Number.NaN)
  return c.html(
    <InvitationsPage
      context={contextAt(call, path.invitations(campaign.id, { period: period.id }))}
      campaign={{ id: campaign.id, title: campaign.title }}
      way={survey.way}
      periods={campaign.periods.map(({ id }) => id)}
      period={period}
      isOver={found.isOver}
      {...problem}
      made={Number.isSafeInteger(number('made')) ? number('made') : undefined}
      mailed={Number.isSafeInteger(number('mailed')) ? number('mailed') : undefined}
      isMailing={c.req.query('more') === '1'}
      invited={invited.length}
      answered={invited.length - waiting.length}
      rates={ratesIn(call, found, invited)}
      places={places.map(({ id, name }) => ({ id, name }))}
      chosen={chosen && { id: chosen.id, name: chosen.name }}
      members={survey.way === 'named' ? memberLines(call, invited, hasAnswered, chosen?.id) : undefined}
      hasMail={deps.mail !== undefined}
      isRunning={campaign.state === 'open' && periodState(period, call.now) === 'open'}
      unwritten={withEmail.filter(({ invitation }) => invitation.reminders === 0).length}
      reminded={withEmail.length}
      lastMailing={mailings?.at}
      everyDays={campaign.reminders?.everyDays ?? usualDays}
      occasion={deps.randomToken().slice(0, 22)}
      chat={chatText({
        ...{ title: campaign.title, way: survey.way, closesAt: period.closesAt },
        ...{ timeZone: me.organisation.timeZone, organisation: organisationName(call) },
        typeAt: `${deps.publicUrl}${path.surveys()}`,
      })}
      limits={{ bytes: largestUpload, invited: mostInvited, slips: mostSlips }}
      before={before?.id}
      onRolls={{ units: members.length, slips: members.reduce((sum, unit) => sum + unit.members, 0) }}
    />,
    status,
  )
}

/** Days between two mailings where the campaign has no rule for reminders. */
export const usualDays = 3

const problemOf = ({ fault, problem }: Said) => {
  const status = problem ? statusOf[problem.code] : fault === undefined ? (200 as const) : (422 as const)
  return { status, fault, problem }
}

/** The units in which somebody is invited, in the order of the tree; of a unit that has gone, its id. */
function unitsOf({ me }: SignedInCall, invited: readonly StoredInvitation[]): Pick<Unit, 'id' | 'name'>[] {
  const ids = new Set(invited.map(({ invitation }) => invitation.unitId))
  const standing = [...me.tree.units.values()].filter(({ id }) => ids.has(id))
  const gone = [...ids].filter((id) => !me.tree.units.has(id))
  return [...standing, ...gone.map((id) => ({ id, name: me.tree.closed.get(id)?.unit.name ?? id }))]
}

/** By today's tree; whoever was invited in a unit that is gone counts where that went. */
function ratesIn(
  { me: { tree } }: SignedInCall,
  { campaign, survey, period }: FoundRound,
  all: readonly StoredInvitation[],
) {
  const own = invitedIn(all, period.id, (unit) => placedUnder(tree, unit, campaign.unitId))
  const { units, together } = listedRates(
    branchOf(tree, campaign.unitId, new Set(own.keys())),
    own,
    survey.way === 'anonymous',
  )
  return { units: units.map((rate) => ({ ...rate, name: tree.units.get(rate.unit)?.name ?? rate.unit })), together }
}

/** In a named survey: who has answered, of one unit or of all. */
function memberLines(
  { me }: SignedInCall,
  invited: readonly StoredInvitation[],
  hasAnswered: (one: StoredInvitation) => boolean,
  chosen: UnitId | undefined,
): { readonly lines: readonly MemberLine[]; readonly more: number } {
  const shown = invited.filter(
    ({ invitation }) =>
      chosen === undefined || invitation.unitId === chosen || isUnder(me.tree, invitation.unitId, chosen),
  )
  const lines = shown
    .map((one) => ({
      key: one.hash,
      name: one.invitation.name ?? '–',
      unit: me.tree.units.get(one.invitation.unitId)?.name ?? one.invitation.unitId,
      hasAnswered: hasAnswered(one),
    }))
    .sort((a, b) => Number(a.hasAnswered) - Number(b.hasAnswered) || a.name.localeCompare(b.name, 'vi'))
  return { lines: lines.slice(0, mostNamed), more: Math.max(0, lines.length - mostNamed) }
}
