// Reminding by hand: who gets a mail, who has no address, and a text to copy for those.

import type { CampaignId, PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { path } from '../../../shared/paths.ts'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { campaignTexts } from './step.tsx'

type ReminderLine = {
  readonly id: string
  readonly name: string
  readonly units: number
  /** When the person was reminded last; undefined: never. */
  readonly last: string | undefined
}

export type RemindersPageProps = {
  readonly context: PageContext
  readonly campaign: { readonly id: CampaignId; readonly title: LocalText }
  readonly period: PeriodId
  readonly hasMail: boolean
  /** Those with an address, and those without. */
  readonly mails: readonly ReminderLine[]
  readonly without: readonly ReminderLine[]
  /** Units for which there is nobody. */
  readonly unowned: number
  readonly text: string
  /** Names this sending, so that two presses send once. */
  readonly occasion: string
  /** Mails that were just sent. */
  readonly sent: number | undefined
}

const mostShown = 100

export function RemindersPage(props: RemindersPageProps) {
  const { context, campaign, period, mails, without, unowned, text, sent } = props
  const t = campaignTexts(context).reminders
  const title = localize(campaign.title, context.language)
  const isNobody = mails.length + without.length + unowned === 0
  return (
    <Layout context={context} title={`${t.title}: ${title}`} moreStyle={context.assetUrl('campaigns.css')}>
      {sent !== undefined && (
        <div class="panel calm" role="status">
          <p>{t.sent(sent)}</p>
        </div>
      )}
      <section class="slip">
        <p class="over" lang={langOf(campaign.title, context.language)}>
          {title}
        </p>
        <h1>{t.title}</h1>
        <p class="unit">{periodName(period, context.language)}</p>
        {isNobody ? <p class="state">{t.nobody}</p> : <Mails {...props} />}
        {without.length > 0 && (
          <div class="lacking">
            <h2>{t.without(without.length)}</h2>
            <p class="meta">{t.withoutHint}</p>
            <ul class="codes">
              {without.slice(0, mostShown).map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
            {without.length > mostShown && <p class="meta">{t.more(without.length - mostShown)}</p>}
          </div>
        )}
        {unowned > 0 && <p class="state">{t.unowned(unowned)}</p>}
      </section>
      {!isNobody && (
        <section class="slip">
          <h2>
            <label for="copy">{t.copy}</label>
          </h2>
          <p class="hint">{t.copyHint}</p>
          <textarea id="copy" rows={9} readonly>
            {text}
          </textarea>
        </section>
      )}
      <p class="meta">
        <a href={path.campaign(campaign.id)}>{title}</a>
      </p>
    </Layout>
  )
}

function Mails({ context, campaign, period, hasMail, mails, occasion }: RemindersPageProps) {
  const t = campaignTexts(context).reminders
  const { language, timeZone } = context
  if (!hasMail) return <p class="state">{t.noMail}</p>
  if (mails.length === 0) return null
  return (
    <>
      <p class="tally">{t.mails(mails.length)}</p>
      <table class="headcount">
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.units}</th>
            <th scope="col">{t.last}</th>
          </tr>
        </thead>
        <tbody>
          {mails.slice(0, mostShown).map(({ id, name, units, last }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{units}</td>
              <td>{last ? formatMoment(last, language, timeZone) : t.never}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {mails.length > mostShown && <p class="meta">{t.more(mails.length - mostShown)}</p>}
      <form class="send" method="post" action={path.reminders(campaign.id, period)}>
        <input type="hidden" name="occasion" value={occasion} />
        <button type="submit" class="main">
          {t.send}
        </button>
      </form>
    </>
  )
}
