// Step 7: languages of the form, reminders, and which report is made of the campaign.

import type { ReminderRule } from '../../../../shared/campaign/campaign.ts'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { MoreFields } from '../../../../web/pages/campaigns/step-more.tsx'
import { listPlans } from '../../../store/campaigns.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { Faults, type Step } from './step.ts'

/** What a reminder begins with where nobody has chosen yet. */
const usual: ReminderRule = { daysBefore: 3, everyDays: 3, daysAfter: 0 }

/** The languages that the form names; one without a name is no choice. */
async function languagesOf({ deps, me }: SignedInCall, { form }: PreparedCampaign): Promise<string[] | undefined> {
  const version = form && (await deps.directory.form(me.organisationId, form))
  return version?.form.languages.filter((language) => language !== '')
}

export const moreStep: Step = {
  act: 'adjust',
  canLook: false,
  fieldsOf: (_, { languages, reminders }) => {
    const { daysBefore, everyDays, daysAfter } = reminders ?? usual
    const fields = new URLSearchParams({
      ...(reminders ? { reminds: 'yes' } : {}),
      daysBefore: String(daysBefore),
      everyDays: String(everyDays),
      daysAfter: String(daysAfter),
    })
    for (const language of languages ?? []) fields.append('languages', language)
    return fields
  },
  read: async (call, campaign, fields) => {
    const faults = new Faults()
    const there = (await languagesOf(call, campaign)) ?? []
    const chosen = there.filter((language) => fields.getAll('languages').includes(language))
    if (there.length > 1 && chosen.length === 0) faults.add('languages', 'choose')
    const reminders = fields.get('reminds') === 'yes' ? readReminders(fields, faults) : undefined
    if (faults.found.size > 0) return fail(faults.found)
    const { languages: _, reminders: __, ...rest } = campaign
    const isSome = chosen.length > 0 && chosen.length < there.length
    return ok({ ...rest, ...(isSome ? { languages: chosen } : {}), ...(reminders ? { reminders } : {}) })
  },
  show: async (call, { campaign, entries }) => {
    const { deps, me } = call
    const [languages, plans] = await Promise.all([
      languagesOf(call, campaign),
      listPlans(deps.table, me.organisationId),
    ])
    const periods = new Set(campaign.periods.map(({ id }) => id))
    const own = plans.filter(({ campaigns }) => Object.values(campaigns).includes(campaign.id))
    // Where nothing was left out, all of them are ticked.
    const isAll = campaign.languages === undefined && !entries.fields.has('languages') && entries.faults.size === 0
    const fields = new URLSearchParams(entries.fields)
    for (const language of isAll ? (languages ?? []) : []) fields.append('languages', language)
    return (
      <MoreFields
        context={pageContext(call)}
        entries={{ ...entries, fields }}
        languages={languages}
        hasMail={deps.mail !== undefined}
        plans={own.map(({ id, title, due }) => ({ id, title, due: due.filter(({ period }) => periods.has(period)) }))}
      />
    )
  },
}

function readReminders(fields: URLSearchParams, faults: Faults): ReminderRule | undefined {
  const daysBefore = faults.number(fields, 'daysBefore', [0, 60])
  const everyDays = faults.number(fields, 'everyDays', [1, 60])
  const daysAfter = faults.number(fields, 'daysAfter', [0, 60])
  if (daysBefore === undefined || everyDays === undefined || daysAfter === undefined) return undefined
  return { daysBefore, everyDays, daysAfter }
}
