// What can be handed out to those who have not answered: slips, links, mails, a text to copy.

import { invitationsMessages } from '../../../shared/messages/invitations.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { path } from '../../../shared/paths.ts'
import { slipsPerPage } from '../../../shared/report/paper.ts'
import { type InvitationsPageProps, UnitChoice } from './invitations.tsx'

export function HandOut({ context, campaign, period, places, chosen, limits }: InvitationsPageProps) {
  const m = invitationsMessages[context.language]
  return (
    <section class="slip">
      <h2>{m.handOut}</h2>
      <p>{m.handOutLead}</p>
      <form method="post" action={path.invitationAct(campaign.id, 'slips')}>
        <input type="hidden" name="period" value={period.id} />
        {places.length > 1 && (
          <div class="q">
            <label for="for-whom">{m.forWhom}</label>
            <UnitChoice context={context} id="for-whom" places={places} chosen={chosen?.id} />
          </div>
        )}
        <fieldset class="q">
          <legend>{m.perPage}</legend>
          {slipsPerPage.map((count) => (
            <label key={count} class="choice">
              <input type="radio" name="perPage" value={count} checked={count === 8} />
              <span>{m.slipsOf[count]}</span>
            </label>
          ))}
        </fieldset>
        <p class="hint" id="slips-kept">
          {m.slipsKept(limits.slips)}
        </p>
        <p class="send">
          <button type="submit" class="main" aria-describedby="slips-kept">
            {m.makeSlips}
          </button>
          <button
            type="submit"
            class="minor"
            formaction={path.invitationAct(campaign.id, 'links.csv')}
            aria-describedby="links-kept"
          >
            {m.links}
          </button>
        </p>
        <p class="hint" id="links-kept">
          {m.linksHint}
        </p>
      </form>
    </section>
  )
}

export function Mails(props: InvitationsPageProps) {
  const { context, hasMail, isRunning, reminded } = props
  const m = invitationsMessages[context.language]
  return (
    <section class="slip">
      <h2>{m.mails}</h2>
      {!hasMail ? (
        <p class="state">{m.noMail}</p>
      ) : reminded === 0 ? (
        <p class="state">{m.noEmails}</p>
      ) : !isRunning ? (
        <p class="state">{m.mailsLater}</p>
      ) : (
        <MailForms {...props} />
      )}
    </section>
  )
}

function MailForms({
  context,
  campaign,
  period,
  unwritten,
  reminded,
  lastMailing,
  everyDays,
  occasion,
}: InvitationsPageProps) {
  const m = invitationsMessages[context.language]
  return (
    <form method="post" action={path.invitationAct(campaign.id, 'mails')}>
      <input type="hidden" name="period" value={period.id} />
      <input type="hidden" name="occasion" value={occasion} />
      <p>{m.mailRule(everyDays)}</p>
      {lastMailing && <p>{m.lastMailing(formatMoment(lastMailing, context.language, context.timeZone))}</p>}
      <p class="send">
        {unwritten > 0 && (
          <button type="submit" class="main" name="whom" value="new">
            {m.unwritten(unwritten)}
          </button>
        )}
        {lastMailing !== undefined && reminded > unwritten && (
          <button type="submit" class={unwritten > 0 ? 'minor' : 'main'} name="whom" value="all">
            {m.remind(reminded)}
          </button>
        )}
      </p>
      <p class="hint">{m.mailKept}</p>
    </form>
  )
}

export function Chat({ context, chat }: InvitationsPageProps) {
  const m = invitationsMessages[context.language]
  return (
    <section class="slip">
      <h2>
        <label for="chat">{m.chat}</label>
      </h2>
      <p class="hint" id="chat-hint">
        {m.chatHint}
      </p>
      <textarea id="chat" rows={6} readonly aria-describedby="chat-hint" lang="vi">
        {chat}
      </textarea>
    </section>
  )
}
