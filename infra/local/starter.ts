// What a new home starts with: the organisation, people, campaigns and responses of shared/starter. Responses go the way
// that everybody's go, over HTTP, signed in as whoever sends them; only what has no page yet is written to the table.

import { randomBytes } from 'node:crypto'
import { cookieName } from '../../functions/api/cookies.ts'
import { findCampaign, insertCampaignUnit, saveCampaign } from '../../functions/store/campaigns.ts'
import { openTable } from '../../functions/store/dynamodb.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import { claimEmail } from '../../functions/store/identities.ts'
import { saveOrganisation } from '../../functions/store/organisation.ts'
import { insertPerson } from '../../functions/store/people.ts'
import { findPlan, savePlan } from '../../functions/store/report-plans.ts'
import { listReports, reportPdfKey } from '../../functions/store/reports.ts'
import { insertSession, type Principal, removeSession } from '../../functions/store/sessions.ts'
import type { Table } from '../../functions/store/table.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import type { PersonId } from '../../shared/ids.ts'
import { periodName } from '../../shared/messages/period.ts'
import { path } from '../../shared/paths.ts'
import { starterCampaigns, starterPeriods, starterPlan } from '../../shared/starter/campaigns.ts'
import { starterForms } from '../../shared/starter/forms.ts'
import { organisation, units } from '../../shared/starter/organisation.ts'
import { starterPeople } from '../../shared/starter/people.ts'
import {
  practiceCampaigns,
  practiceForms,
  practicePeriodsOver,
  practicePlans,
  practiceSubmissions,
} from '../../shared/starter/practices.ts'
import { type StarterSubmission, starterSubmissions } from '../../shared/starter/responses.ts'
import { memberForm } from '../../shared/starter/survey.ts'
import type { DemoAccount } from './issuer.ts'
import { followUp } from './starter-follow-up.ts'
import { surveySettings } from './starter-invited.ts'
import { loadMemberSurvey } from './starter-survey.ts'

export type StarterHost = {
  /** The settings the functions get, credentials included. */
  env: Record<string, string>
  /** Where this process reaches the home, whatever address people type: a proxy in front may not be up yet. */
  reachableAt: string
  progress: (done: number, total: number, what: string) => void
}

/** The people one can try the system as. */
export const starterAccounts = (): DemoAccount[] =>
  starterPeople.map(({ person, subject, roleLabel, unitName }) => ({
    subject,
    name: person.name,
    email: person.email,
    role: roleLabel.vi,
    roleEn: roleLabel.en ?? roleLabel.vi,
    unit: unitName,
  }))

/**
 * Loads the starter content; returns at once when it is there already. It may be stopped and run again at any point: all
 * that it writes is written once, and a response that was sent before is answered with its receipt.
 */
export async function loadStarter(host: StarterHost): Promise<void> {
  const { AWS_REGION = '', TABLE_NAME = '', DYNAMODB_ENDPOINT } = host.env
  const table = openTable({ AWS_REGION, TABLE_NAME, DYNAMODB_ENDPOINT })
  if (await isLoaded(table)) return
  await loadPractices(table, new Date().toISOString(), (submissions) => sendResponses(table, host, submissions))
  await loadSurvey(table, host)
  await writePlans(table)
}

/**
 * The organisation with what its units have reported: periods that are complete are closed by `at` (ISO 8601, UTC). `send`: how
 * responses come in, in their order.
 */
export async function loadPractices(
  table: Table,
  at: string,
  send: (submissions: readonly StarterSubmission[]) => Promise<void>,
): Promise<void> {
  await writeOrganisation(table)
  await send([...starterSubmissions(), ...practiceSubmissions()])
  await followUp(table, at)
  await closeCompletePeriods(table, at)
}

/** Last: their reports are long due, and the schedule makes them as soon as it sees the plans. */
export async function writePlans(table: Table): Promise<void> {
  for (const plan of practicePlans) await savePlan(table, plan, 0)
  await savePlan(table, starterPlan, 0)
}

async function isLoaded(table: Table): Promise<boolean> {
  return (await findPlan(table, organisation.id, starterPlan.id)) !== undefined
}

export async function writeOrganisation(table: Table): Promise<void> {
  await saveOrganisation(table, organisation, units, 0)
  for (const { person } of starterPeople) {
    await insertPerson(table, organisation.id, person)
    await claimEmail(table, person.email, principalOf(person.id))
  }
  for (const form of [...starterForms, ...practiceForms]) await publishStarterForm(table, form)
  for (const { campaign, units: campaignUnits } of [...starterCampaigns, ...practiceCampaigns]) {
    for (const unit of campaignUnits) await insertCampaignUnit(table, campaign, unit)
    await saveCampaign(table, campaign, 0)
  }
}

/** The way that everybody's forms go; a start that was interrupted changes nothing. */
async function publishStarterForm(table: Table, { formId, version, form }: FormVersion): Promise<void> {
  const at = new Date().toISOString()
  const published = await publishForm(table, { organisationId: organisation.id, formId, form, by: null, at })
  if (!published.ok || published.value.version.version !== version)
    throw new Error(`The starter's form ${formId} was not published as version ${version}`)
}

function principalOf(personId: PersonId): Principal {
  return { organisationId: organisation.id, personId }
}

/** Whom a session of the demo's administrator stands for. */
export const administrator: Principal = principalOf(administratorOf(starterPeople))

function administratorOf(people: typeof starterPeople): PersonId {
  const found = people.find(({ person }) => person.roles.some(({ role }) => role === 'admin'))
  if (!found) throw new Error('The demo has no administrator')
  return found.person.id
}

/** Requests under way at once. */
const sendersAtOnce = 8
const sessionMinutes = 30

async function sendResponses(
  table: Table,
  host: StarterHost,
  submissions: readonly StarterSubmission[],
): Promise<void> {
  const tokens = new Map<PersonId, string>()
  const expiresAt = new Date(Date.now() + sessionMinutes * 60_000).toISOString()
  for (const personId of new Set(submissions.map(({ person }) => person))) {
    const token = randomBytes(32).toString('base64url')
    await insertSession(table, token, principalOf(personId), expiresAt)
    tokens.set(personId, token)
  }
  for (let done = 0; done < submissions.length; done += sendersAtOnce) {
    const some = submissions.slice(done, done + sendersAtOnce)
    await Promise.all(some.map((one) => send(host, tokens.get(one.person) ?? '', one)))
    host.progress(Math.min(done + sendersAtOnce, submissions.length), submissions.length, 'responses')
  }
  for (const token of tokens.values()) await removeSession(table, token)
}

async function send(
  { env, reachableAt }: StarterHost,
  token: string,
  { submission }: StarterSubmission,
): Promise<void> {
  const answer = await fetch(`${reachableAt}${path.api.responses()}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `${cookieName(env['PUBLIC_URL'] ?? '', 'session')}=${token}`,
    },
    body: JSON.stringify(submission),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`A starter response was refused (${answer.status}): ${text.slice(0, 300)}`)
}

/** Adds the survey whose period is open; nothing is added where whoever loads it can't reach the secrets of surveys. */
export async function loadSurvey(table: Table, { env, progress }: Omit<StarterHost, 'reachableAt'>): Promise<void> {
  const settings = surveySettings(env)
  if (!settings) return
  await publishStarterForm(table, memberForm)
  await loadMemberSurvey(table, settings, (done, total) => progress(done, total, 'invitations and answers'))
}

/** The office closes the periods that are complete; the schedule then folds them once more and makes their reports. */
async function closeCompletePeriods(table: Table, closesAt: string): Promise<void> {
  const complete = starterCampaigns.map(({ campaign }) => ({ campaign: campaign.id, period: starterPeriods.complete }))
  for (const { campaign: id, period } of [...complete, ...practicePeriodsOver]) {
    const found = await findCampaign(table, organisation.id, id)
    if (!found) throw new Error(`The campaign ${id} was not stored`)
    const periods = found.campaign.periods.map((one) => (one.id === period ? { ...one, closesAt } : one))
    await saveCampaign(table, { ...found.campaign, periods }, found.version)
  }
}

/**
 * The report a newcomer should see first: that of the complete period, which the schedule has asked for. `pdfKey` is
 * where its PDF will lie in the object store, once it is composed.
 */
export async function firstReport(env: Record<string, string>): Promise<{ title: string; pdfKey: string | undefined }> {
  const { AWS_REGION = '', TABLE_NAME = '', DYNAMODB_ENDPOINT } = env
  const table = openTable({ AWS_REGION, TABLE_NAME, DYNAMODB_ENDPOINT })
  const { reports } = await listReports(table, organisation.id, 20)
  const made = reports.find(
    ({ report }) => report.planId === starterPlan.id && report.periodId === starterPeriods.complete,
  )
  return {
    title: capitalised(`${starterPlan.title.vi} ${periodName(starterPeriods.complete, 'vi')}`),
    pdfKey: made && reportPdfKey(made.report),
  }
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
