// Reminding by hand: looked at first, then sent, once for each time the page was opened.

import { periodState } from '../../../../shared/campaign/campaign.ts'
import { type Reminder, reminderText } from '../../../../shared/campaign/reminders.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, type Result } from '../../../../shared/result.ts'
import { RemindersPage } from '../../../../web/pages/campaigns/reminders.tsx'
import { remindedAt, sendReminders, whoOwes } from '../../../reminders.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall, timeZoneOf } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { type FoundPeriod, foundPeriodFor } from './found.ts'

/** A period that takes nothing yet, or nothing any more, is none to remind of. */
async function foundToRemind(call: SignedInCall): Promise<Result<FoundPeriod, Problem>> {
  const found = await foundPeriodFor(call, 'remind')
  if (!found.ok) return found
  const { period } = found.value
  const state = periodState(period, call.now)
  if (state === 'early') return fail(problem.campaignNotYetOpen(period.opensAt))
  return state === 'closed' ? fail(problem.campaignClosed(period.closesAt ?? call.now)) : found
}

export async function showReminders(call: SignedInCall): Promise<Response> {
  const found = await foundToRemind(call)
  if (!found.ok) return refuse(call, found.problem)
  const { campaign, period } = found.value
  const { deps, me } = call
  const round = { campaign, period, tree: me.tree }
  const [{ reminders, without }, last] = await Promise.all([whoOwes(deps, round), remindedAt(deps.table, round)])
  const lineOf = ({ person, units }: Reminder) => ({
    id: person.id,
    name: person.name,
    units: units.length,
    last: last.get(person.id),
  })
  const has = ({ person }: Reminder) => person.email !== undefined
  const address = `${deps.publicUrl}${path.visits()}`
  const sent = call.c.req.query('sent')
  return call.c.html(
    <RemindersPage
      context={pageContext(call)}
      campaign={{ id: campaign.id, title: campaign.title }}
      period={period.id}
      hasMail={deps.mail !== undefined}
      mails={reminders.filter(has).map(lineOf)}
      without={reminders.filter((one) => !has(one)).map(lineOf)}
      unowned={without.length}
      text={reminderText({ campaign, period, timeZone: timeZoneOf(call), address }).text}
      occasion={deps.randomToken().slice(0, 22)}
      sent={sent === undefined ? undefined : Number(sent) || 0}
    />,
  )
}

/** POST: sends to everybody who still owes something now. The same page sent twice sends once. */
export async function remindNow(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const found = await foundToRemind(call)
  if (!found.ok) return refuse(call, found.problem)
  const { campaign, period } = found.value
  const { deps, me } = call
  const occasion = fields.get('occasion') ?? ''
  if (!/^[\w-]{10,40}$/.test(occasion)) return refuse(call, problem.wrongShape(['occasion']))
  const round = { campaign, period, tree: me.tree }
  const { reminders } = await whoOwes(deps, round)
  const { table, mail, publicUrl } = deps
  const sending = mail && { table, mail, at: call.now, publicUrl, timeZone: timeZoneOf(call) }
  const sent = sending ? await sendReminders(sending, round, `now-${occasion}`, reminders) : 0
  if (sent === 0) call.changedNothing()
  call.record({ subject: path.campaign(campaign.id), unitId: campaign.unitId, details: `${period.id}: ${sent}` })
  return call.c.redirect(`${path.reminders(campaign.id, period.id)}?sent=${sent}`, 303)
}
