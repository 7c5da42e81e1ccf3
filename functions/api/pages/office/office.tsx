// The organisation's own details, and what there is to do in it next: for those who administer the top.

import { localize } from '../../../../shared/language.ts'
import { officeMessages } from '../../../../shared/messages/office.ts'
import { daysOffText, readDaysOff } from '../../../../shared/organisation/days-off.ts'
import { isTopAdmin } from '../../../../shared/organisation/top.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { NextStepsPage } from '../../../../web/pages/office/next-steps.tsx'
import { SettingsPage, type TypedSettings } from '../../../../web/pages/office/settings.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import { listCampaigns } from '../../../store/campaigns.ts'
import { listFamilies } from '../../../store/form-library.ts'
import { findOrganisation, saveTree } from '../../../store/organisation.ts'
import { readPeople } from '../../../store/people.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { readOrganisationFields } from '../entry/organisation-fields.ts'
import { readTyped } from '../people/typed.ts'

const isTop = ({ me }: SignedInCall): boolean => isTopAdmin(me.person, me.tree)

export async function showNextSteps(call: SignedInCall): Promise<Response> {
  const { deps, me } = call
  if (!isTop(call)) return refuse(call, problem.unitNotYours())
  const [families, campaigns, { people }] = await Promise.all([
    listFamilies(deps.table, me.organisationId),
    listCampaigns(deps.table, me.organisationId),
    readPeople(deps.table, me.organisationId, { limit: 10 }),
  ])
  const has = {
    units: me.tree.units.size > 1,
    people: people.length > 1,
    forms: families.length > 0,
    campaigns: campaigns.length > 0,
  }
  const organisation = localize(me.organisation.name, call.language)
  return call.c.html(<NextStepsPage context={pageContext(call)} organisation={organisation} has={has} />)
}

type Shown = {
  readonly typed: TypedSettings
  readonly version: number
  readonly faults?: FieldFaults
  readonly problem?: Problem
  readonly isSaved?: boolean
}

const settingsPage = (call: SignedInCall, { typed, version, faults, problem, isSaved = false }: Shown) =>
  call.c.html(
    <SettingsPage
      context={pageContext(call)}
      stored={{ name: call.me.organisation.name.vi, timeZone: call.me.organisation.timeZone }}
      version={version}
      typed={typed}
      faults={faults ?? new Map()}
      problem={problem}
      isSaved={isSaved}
    />,
    problem ? statusOf[problem.code] : 200,
  )

export function showSettings(call: SignedInCall): Response | Promise<Response> {
  if (!isTop(call)) return refuse(call, problem.unitNotYours())
  const { name, timeZone, daysOff = [] } = call.me.organisation
  const typed = { nameVi: name.vi, nameEn: name.en ?? '', timeZone, daysOff: daysOffText(daysOff) }
  return settingsPage(call, {
    typed,
    version: call.me.treeVersion.version,
    isSaved: call.c.req.query('done') === 'saved',
  })
}

/** More than all lines that can be. */
const longestDaysOff = 10_000

/** POST: writes name, time zone and days off over the version that was shown. The tree goes along as it is. */
export async function saveSettings(call: SignedInCall): Promise<Response> {
  const { here, fields, isOtherLanguage } = await readTyped(call)
  if (!isTop(call)) return refuse(here, problem.unitNotYours())
  const { deps, me } = call
  const { typed: named, faults, said } = readOrganisationFields(here, fields)
  const typed = { ...named, daysOff: (fields.get('daysOff') ?? '').slice(0, longestDaysOff) }
  const off = readDaysOff(typed.daysOff)
  if ('fault' in off) {
    const { is, line } = { line: '', ...off.fault }
    faults.set('daysOff', officeMessages[here.language].settings.daysOffFaults[is](line.slice(0, 100)))
  }
  const version = Number(fields.get('version'))
  if (isOtherLanguage) {
    call.changedNothing()
    return settingsPage(here, { typed, version })
  }
  if (faults.size > 0) return settingsPage(here, { typed, version, faults, problem: problem.fieldsWrong(faults.size) })
  const daysOff = 'fault' in off ? [] : off.daysOff
  const organisation = { ...me.organisation, ...said, daysOff }
  const isCurrent = version === me.treeVersion.version
  if (isCurrent && (await saveTree(deps.table, organisation, me.history, version))) {
    call.record({
      subject: path.organisationSettings(),
      details: `${said.name.vi}; ${said.timeZone}; ${daysOffText(daysOff).replaceAll('\n', ', ')}`.slice(0, 1_000),
    })
    return call.c.redirect(`${path.organisationSettings()}?done=saved`, 303)
  }
  const now = await findOrganisation(deps.table, me.organisationId)
  const there = now ? { ...here, me: { ...me, organisation: now.organisation } } : here
  return settingsPage(there, { typed, version: now?.tree.version ?? version, problem: problem.officeChanged() })
}
