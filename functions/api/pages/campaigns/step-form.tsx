// Step 2: the version of a form that a campaign asks.

import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { type FormFamily, latestOf, type PublishedVersion } from '../../../../shared/form/family.ts'
import { askedItems } from '../../../../shared/form/form.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { FormFields, type FormOption } from '../../../../web/pages/campaigns/step-about.tsx'
import { listFamilies } from '../../../store/form-library.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { breakdownsOf } from './questions.ts'
import type { FaultWord, Step } from './step.ts'

const optionOf = (formId: string, version: number) => `${formId} ${version}`

/** What can be chosen: the newest version of each form, and the one that is chosen already. */
function versionsOf(family: FormFamily, chosen: PreparedCampaign['form']): PublishedVersion[] {
  const latest = latestOf(family)
  const own = chosen?.formId === family.formId && chosen.version !== latest.version
  const older = own ? family.versions.filter(({ version }) => version === chosen.version) : []
  return [...older, latest]
}

async function optionsFor(call: SignedInCall, campaign: PreparedCampaign): Promise<FormOption[]> {
  const { deps, me } = call
  const families = await listFamilies(deps.table, me.organisationId)
  const options = families.flatMap((family) =>
    versionsOf(family, campaign.form).map(async ({ version, name }): Promise<FormOption> => {
      const { formId, title } = family
      const form = await deps.directory.form(me.organisationId, { formId, version })
      return {
        value: optionOf(formId, version),
        title,
        version,
        versionName: name,
        questions: askedItems(form).length,
        isOlder: version !== latestOf(family).version,
      }
    }),
  )
  return Promise.all(options)
}

/** The campaign without break-downs by questions that its form doesn't have. */
async function keepingBreakdowns(call: SignedInCall, campaign: PreparedCampaign): Promise<PreparedCampaign> {
  const { survey } = campaign
  if (!survey) return campaign
  const known = new Set((await breakdownsOf(call, campaign)).map(({ key }) => key))
  return { ...campaign, survey: { ...survey, breakdowns: survey.breakdowns.filter((key) => known.has(key)) } }
}

export const formStep: Step = {
  act: 'shape',
  canLook: () => false,
  fieldsOf: (_, { form }) => new URLSearchParams(form ? { form: optionOf(form.formId, form.version) } : {}),
  read: async (call, campaign, fields) => {
    const families = await listFamilies(call.deps.table, call.me.organisationId)
    for (const family of families)
      for (const { version } of versionsOf(family, campaign.form)) {
        const { formId } = family
        if (fields.get('form') !== optionOf(formId, version)) continue
        const { languages: _, ...rest } = campaign
        // Languages are those of a form: another one has others.
        const chosen = { ...(campaign.form?.formId === formId ? campaign : rest), form: { formId, version } }
        return ok(await keepingBreakdowns(call, chosen))
      }
    return fail(new Map<string, FaultWord>([['form', 'form-unknown']]))
  },
  show: async (call, { campaign, entries }) => (
    <FormFields context={pageContext(call)} entries={entries} forms={await optionsFor(call, campaign)} />
  ),
}
