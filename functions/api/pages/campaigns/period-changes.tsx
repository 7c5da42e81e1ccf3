// One period of a campaign: another deadline, or closed at once.

import type { CampaignPeriod } from '../../../../shared/campaign/campaign.ts'
import { periodState } from '../../../../shared/campaign/campaign.ts'
import { type PeriodFault, periodClosed, periodExtended } from '../../../../shared/campaign/changes.ts'
import { momentOf } from '../../../../shared/campaign/schedule.ts'
import { formatMoment } from '../../../../shared/messages/number.ts'
import { periodName } from '../../../../shared/messages/period.ts'
import { dayOf, readDay } from '../../../../shared/organisation/day.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { AreaField, SelectField, TextField } from '../../../../web/pages/campaigns/fields.tsx'
import { QuestionPage } from '../../../../web/pages/campaigns/question.tsx'
import { saveCampaign } from '../../../store/campaigns.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall, timeZoneOf } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { type FoundPeriod, foundPeriodFor } from './found.ts'
import { isNamed, textsFor } from './texts.ts'

type Shown = {
  readonly found: FoundPeriod
  readonly fields: URLSearchParams
  readonly faults?: ReadonlyMap<string, string>
  readonly problem?: Problem
}

const statusFor = ({ faults, problem: why }: Shown) => (why ? 409 : faults && faults.size > 0 ? 422 : 200)

/** Day and hour of a moment in the organisation's time zone, as the fields have them. */
function fieldsOf(call: SignedInCall, { closesAt }: CampaignPeriod): URLSearchParams {
  const timeZone = timeZoneOf(call)
  const moment = closesAt ?? call.now
  const hour = closesAt ? Number(formatMoment(moment, 'vi', timeZone).slice(-5, -3)) : 17
  return new URLSearchParams({ day: dayOf(moment, timeZone), hour: String(hour), words: '' })
}

function extendPage(call: SignedInCall, shown: Shown): Response | Promise<Response> {
  const { found, fields, faults = new Map<string, string>() } = shown
  const { campaign, period, version } = found
  const m = textsFor(call)
  const t = m.period
  const context = pageContext(call)
  const { language, timeZone } = context
  const entries = { fields, faults }
  const isOver = periodState(period, call.now) === 'closed'
  const page = (
    <QuestionPage
      context={context}
      campaignTitle={campaign.title}
      title={`${t.extendTitle}: ${periodName(period.id, language)}`}
      lead={isOver ? t.extendClosed : t.extendLead}
      button={t.extend}
      version={version}
      entries={entries}
      asksForName={false}
      leaveHref={path.campaign(campaign.id)}
      problem={shown.problem}
    >
      <p>{period.closesAt ? t.nowClosing(formatMoment(period.closesAt, language, timeZone)) : t.noClosing}</p>
      <TextField entries={entries} name="day" label={t.day} type="date" />
      <SelectField
        entries={entries}
        name="hour"
        label={t.hour}
        options={Array.from({ length: 25 }, (_, hour) => ({ value: String(hour), label: m.step.periods.atHour(hour) }))}
      />
      <AreaField
        entries={entries}
        name="words"
        label={t.words}
        rows={3}
        maxlength={500}
        {...(isOver ? {} : { optional: m.optional })}
      />
    </QuestionPage>
  )
  return call.c.html(page, statusFor(shown))
}

/** At which field of the form a fault is told. */
const placeOf: Record<PeriodFault, string> = {
  'not-begun': 'day',
  'closed-already': 'day',
  'in-the-past': 'day',
  'before-opening': 'day',
  'needs-words': 'words',
}

export async function askExtension(call: SignedInCall): Promise<Response> {
  const found = await foundPeriodFor(call, 'extendPeriod')
  if (!found.ok) return refuse(call, found.problem)
  return extendPage(call, { found: found.value, fields: fieldsOf(call, found.value.period) })
}

export async function extendPeriod(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const found = await foundPeriodFor(call, 'extendPeriod')
  if (!found.ok) return refuse(call, found.problem)
  const { campaign, period, version } = found.value
  const shown = { found: found.value, fields }
  if (fields.get('version') !== String(version))
    return extendPage(call, { ...shown, problem: problem.campaignChanged() })
  const t = textsFor(call).period
  const day = readDay(fields.get('day') ?? '')
  const hour = Number(fields.get('hour'))
  if (!day || !Number.isInteger(hour) || hour < 0 || hour > 24)
    return extendPage(call, { ...shown, faults: new Map([['day', t.dayWrong]]) })
  const closesAt = momentOf(day, hour, timeZoneOf(call))
  const words = (fields.get('words') ?? '').trim().slice(0, 500)
  const extended = periodExtended(campaign, { id: period.id, closesAt, words }, call.now)
  if (!extended.ok)
    return extendPage(call, { ...shown, faults: new Map([[placeOf[extended.problem], t.faults[extended.problem]]]) })
  if (!(await saveCampaign(call.deps.table, extended.value, version)))
    return extendPage(call, { ...shown, problem: problem.campaignChanged() })
  const details = [period.id, `${period.closesAt ?? '-'} → ${closesAt}`, words].filter(Boolean).join('; ')
  call.record({ subject: path.campaign(campaign.id), unitId: campaign.unitId, details })
  return call.c.redirect(path.campaign(campaign.id), 303)
}

function closePage(call: SignedInCall, shown: Shown): Response | Promise<Response> {
  const { found, fields, faults = new Map<string, string>() } = shown
  const { campaign, period, version } = found
  const t = textsFor(call).period
  const context = pageContext(call)
  const ended = periodClosed(campaign, period.id, call.now)
  const page = (
    <QuestionPage
      context={context}
      campaignTitle={campaign.title}
      title={`${t.closeTitle}: ${periodName(period.id, context.language)}`}
      lead={ended.ok ? t.closeLead(period.graceDays) : t.faults[ended.problem]}
      button={ended.ok ? t.close : undefined}
      version={version}
      entries={{ fields, faults }}
      asksForName
      leaveHref={path.campaign(campaign.id)}
      problem={shown.problem}
    />
  )
  return call.c.html(page, statusFor(shown))
}

export async function askPeriodClose(call: SignedInCall): Promise<Response> {
  const found = await foundPeriodFor(call, 'closePeriod')
  if (!found.ok) return refuse(call, found.problem)
  return closePage(call, { found: found.value, fields: new URLSearchParams() })
}

export async function closePeriod(call: SignedInCall): Promise<Response> {
  const fields = await formFields(call.c)
  const found = await foundPeriodFor(call, 'closePeriod')
  if (!found.ok) return refuse(call, found.problem)
  const { campaign, period, version } = found.value
  const shown = { found: found.value, fields }
  const m = textsFor(call)
  if (fields.get('version') !== String(version))
    return closePage(call, { ...shown, problem: problem.campaignChanged() })
  if (!isNamed(campaign, fields.get('name') ?? '', call))
    return closePage(call, { ...shown, faults: new Map([['name', m.changes.nameWrong]]) })
  const ended = periodClosed(campaign, period.id, call.now)
  if (!ended.ok) return closePage(call, { ...shown, faults: new Map([['name', m.period.faults[ended.problem]]]) })
  if (!(await saveCampaign(call.deps.table, ended.value, version)))
    return closePage(call, { ...shown, problem: problem.campaignChanged() })
  call.record({ subject: path.campaign(campaign.id), unitId: campaign.unitId, details: period.id })
  return call.c.redirect(path.campaign(campaign.id), 303)
}
