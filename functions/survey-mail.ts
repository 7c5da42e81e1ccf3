// Mails with members' links: invitations and reminders. Each is noted before it goes, by the number of its mailing, so that
// nobody gets one twice; where the service says that it has not taken a mail, the note goes again, and the next try sends it.

import type { Campaign, CampaignPeriod } from '../shared/campaign/campaign.ts'
import { invitationMail } from '../shared/messages/invitation-mail.ts'
import { path } from '../shared/paths.ts'
import { formatLinkKey, printedCode } from '../shared/survey/link-key.ts'
import type { Door, Survey } from '../shared/survey/survey.ts'
import { type Mail, MailNotTaken } from './mail.ts'
import type { Secrets } from './secrets.ts'
import { changeInvitation, listInvitations, type Round, type StoredInvitation } from './store/invitations.ts'
import { noteMailed } from './store/mailings.ts'
import type { Table } from './store/table.ts'
import { secretName } from './submit/member.ts'
import { unsealKeys } from './survey-secret.ts'

/** The round of a survey that people are invited to, in one of its periods. */
export type SurveyRound = {
  readonly campaign: Campaign
  readonly survey: Survey
  readonly period: CampaignPeriod
  readonly round: Round
}

/** Whoever hasn't answered, with what their link is made of; nobody once the secret is gone. */
export type Unanswered = { readonly stored: StoredInvitation; readonly token: string; readonly code: string }

export async function unanswered(
  { table, secrets }: { readonly table: Table; readonly secrets: Secrets },
  { campaign, period, round }: SurveyRound,
): Promise<Unanswered[]> {
  const secret = await secrets.read(secretName(campaign, round))
  if (secret === undefined) return []
  return (await listInvitations(table, campaign.id, round)).flatMap((stored) => {
    const { sealed, answered } = stored.invitation
    if (sealed === undefined || answered.includes(period.id)) return []
    return [{ stored, ...unsealKeys(secret, sealed) }]
  })
}

/** The address of a member's link. */
export const linkOf = (publicUrl: string, door: Door, token: string): string =>
  `${publicUrl}${path.survey(formatLinkKey({ kind: 'token', door, token }))}`

export type Mailing = {
  readonly table: Table
  readonly secrets: Secrets
  readonly mail: Mail
  readonly publicUrl: string
  readonly timeZone: string
  /** In Vietnamese: it stands in the mails. */
  readonly organisation: string
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** Seconds that may be spent; what is left then goes with the next tick. */
  readonly seconds: number
}

/** How many mails went, and whether everybody was reached. */
export type Mailed = { readonly sent: number; readonly isDone: boolean }

/**
 * Sends a mailing to everybody with an address who hasn't answered and hasn't had it. Throws where the service takes nothing
 * now: the next tick goes on with those who got nothing.
 */
export async function sendMailing(mailing: Mailing, at: SurveyRound, number: number): Promise<Mailed> {
  const { table, now, seconds } = mailing
  const { campaign, survey, round } = at
  const { door } = survey
  const until = Date.parse(now()) + seconds * 1_000
  let sent = 0
  for (const one of door ? await unanswered(mailing, at) : []) {
    const { email, reminders } = one.stored.invitation
    if (!door || email === undefined || reminders >= number) continue
    if (Date.parse(now()) > until) return { sent, isDone: false }
    if (await sendOne(mailing, at, { ...one, door, email, number })) sent += 1
  }
  await noteMailed(table, { campaignId: campaign.id, round }, number)
  return { sent, isDone: true }
}

type One = Unanswered & { readonly door: Door; readonly email: string; readonly number: number }

async function sendOne(
  { table, mail, publicUrl, timeZone, organisation }: Mailing,
  { campaign, survey, period }: SurveyRound,
  { stored, token, code, door, email, number }: One,
): Promise<boolean> {
  const before = stored.invitation.reminders
  const isNoted = await changeInvitation(table, stored, (invitation) =>
    invitation.reminders >= number || invitation.answered.includes(period.id)
      ? undefined
      : { ...invitation, reminders: number },
  )
  if (!isNoted) return false
  const text = invitationMail({
    ...{ title: campaign.title, way: survey.way, closesAt: period.closesAt, timeZone, organisation },
    link: linkOf(publicUrl, door, token),
    code: printedCode(door, code),
    typeAt: `${publicUrl}${path.surveys()}`,
    isReminder: before > 0,
  })
  try {
    return (await mail.send({ to: email, ...text })) === 'sent'
  } catch (error) {
    if (error instanceof MailNotTaken)
      await changeInvitation(table, stored, (invitation) => ({ ...invitation, reminders: before }))
    throw error
  }
}
