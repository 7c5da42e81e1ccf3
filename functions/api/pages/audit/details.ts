// What an entry's details say, in words: entries hold ids and codes for ever, which are resolved when somebody reads them.

import * as v from 'valibot'
import { readAssignee } from '../../../../shared/campaign/assignment.ts'
import { campaignSteps } from '../../../../shared/campaign/readiness.ts'
import { CampaignId, PeriodId, type PersonId } from '../../../../shared/ids.ts'
import { localize } from '../../../../shared/language.ts'
import { auditMessages } from '../../../../shared/messages/audit.ts'
import { campaignMessages } from '../../../../shared/messages/campaigns.ts'
import { developerMessages } from '../../../../shared/messages/developer.ts'
import { exportMessages } from '../../../../shared/messages/exports.ts'
import { formatMoment } from '../../../../shared/messages/number.ts'
import { periodName } from '../../../../shared/messages/period.ts'
import { scopes } from '../../../../shared/organisation/api-token.ts'
import type { AuditEntry, AuditVerb } from '../../../../shared/organisation/audit.ts'
import { listPrepared } from '../../../store/prepared-campaigns.ts'
import { listTeams } from '../../../store/teams.ts'
import { type SignedInCall, timeZoneOf } from '../../call.ts'

/** Reads once what several entries name. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined
  return () => {
    known ??= read()
    return known
  }
}

type Told = (details: string) => Promise<string> | string

/** Answers what the details of an entry are called; undefined where there is nothing to say. `nameOf`: of a person. */
export function detailsReader(call: SignedInCall, nameOf: (id: PersonId) => Promise<string>) {
  const { deps, me, language } = call
  const m = auditMessages[language].told
  const titles = once(async () => {
    const all = await listPrepared(deps.table, me.organisationId)
    return new Map(all.map(({ campaign }) => [campaign.id, localize(campaign.title, language)]))
  })
  const teams = once(async () => {
    const all = await listTeams(deps.table, me.organisationId)
    return new Map(all.map(({ id, name }) => [id, name]))
  })
  const period = (text: string) => {
    const id = v.safeParse(PeriodId, text)
    return id.success ? periodName(id.output, language) : text
  }
  const whom = async (text: string) => {
    const to = readAssignee(text)
    if (!to) return text === '-' ? m.nobody : text
    return to.kind === 'person' ? nameOf(to.personId) : ((await teams()).get(to.teamId) ?? m.teamGone)
  }
  const format = (text: string) =>
    Object.entries(exportMessages[language].formats).find(([name]) => name === text)?.[1] ?? text
  const moment = (text: string) => (text === '-' ? m.noDeadline : formatMoment(text, language, timeZoneOf(call)))
  const step = (text: string) => {
    const known = campaignSteps.find((one) => one === text)
    return known ? campaignMessages[language].steps[known] : text.split(', ').map(period).join(', ')
  }
  const verbs: Partial<Record<AuditVerb, Told>> = {
    'campaign.changed': step,
    'campaign.assigned': (text) =>
      matched(text, /^([\d\w-]+): (\d+)(?: → (\S+))?/, async ([, id = '', units = '', to]) => {
        const told = m.units(Number(units))
        return `${period(id)}: ${to === undefined ? m.fromFile(told) : `${told} → ${await whom(to)}`}`
      }),
    'campaign.reminded': (text) =>
      matched(text, /^([\d\w-]+): (\d+)$/, ([, id = '', sent = '']) => `${period(id)}: ${m.mails(Number(sent))}`),
    'campaign.period-closed': period,
    'campaign.period-extended': (text) =>
      matched(
        text,
        /^([\d\w-]+); (-|[\dT:.-]+Z) → ([\dT:.-]+Z)(?:; (.*))?$/s,
        ([, id = '', from = '', to = '', words]) =>
          [period(id), `${moment(from)} → ${moment(to)}`, words].filter(Boolean).join('; '),
      ),
    'records.printed': (text) => matched(text, /^(\d+)$/, ([, records = '']) => m.records(Number(records))),
    'export.asked-for': (text) => matched(text, /^(\w+)/, ([, name = '']) => format(name)),
    'export.fetched': (text) =>
      matched(text, /^(\w+), (\d+)$/, ([, name = '', rows = '']) => `${format(name)}, ${m.responses(Number(rows))}`),
    'responses.imported': (text) =>
      matched(text, /^(.*): (\d+) \+ (\d+) \/ (\d+)$/s, ([, file = '', added, changed]) =>
        m.past(file, Number(added), Number(changed)),
      ),
    'tree.imported': (text) =>
      matched(text, /^(.*): \+(\d+), ~(\d+), ↷(\d+), ×(\d+)$/s, ([, file = '', ...counts]) => m.tree(file, counts)),
    'people.imported': (text) =>
      matched(text, /^\+(\d+), ~(\d+): (.*)$/s, ([, added, changed, names = '']) =>
        m.people(Number(added), Number(changed), names),
      ),
    'token.made': tokenScopes,
    'token.revoked': tokenScopes,
  }
  function tokenScopes(text: string): string {
    const names = developerMessages[language].scopes
    return scopes.reduce((told, scope) => told.replace(scope, names[scope]), text)
  }

  return async ({ verb, subject, details }: AuditEntry): Promise<string | undefined> => {
    const [said, program] = (details ?? '').split(' · API: ')
    const words = said ? ((await verbs[verb]?.(said)) ?? said) : ''
    const [, campaignId, periodId] = /^\/campaigns\/([^/?]+)(?:\/periods\/([^/?]+))?/.exec(subject) ?? []
    const asked = verb === 'export.asked-for' ? said?.split(', ')[1] : undefined
    const id = v.safeParse(CampaignId, asked ?? campaignId)
    const title = id.success ? (await titles()).get(id.output) : undefined
    const about = [title, periodId && period(periodId)].filter((one) => one && !words.includes(one))
    const all = [...about, words, program && `API: ${program}`].filter(Boolean)
    return all.length > 0 ? all.join(' · ') : undefined
  }
}

/** The text as it is, where an older entry was written otherwise. */
function matched(text: string, pattern: RegExp, tell: (parts: RegExpExecArray) => Promise<string> | string) {
  const parts = pattern.exec(text)
  return parts ? tell(parts) : text
}
