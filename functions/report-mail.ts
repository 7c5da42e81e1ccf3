// The mail that tells one person that a report is there, with a link of their own.

import { localize } from '../shared/language.ts'
import { reportMail } from '../shared/messages/report-mail.ts'
import { mayAt } from '../shared/organisation/access.ts'
import { unitIn } from '../shared/organisation/unit.ts'
import { path } from '../shared/paths.ts'
import type { Bringing, DeliverDeps, Outcome } from './deliver.ts'
import { MailNotTaken } from './mail.ts'
import { findPerson } from './store/people.ts'
import { findPersonLanguage } from './store/person-language.ts'
import {
  findReadingLink,
  forgetReadingLink,
  insertReadingLink,
  readingDays,
  revokeReadingLink,
} from './store/reading-links.ts'

/** Writes to a person who may read the report at this moment. The token is in the mail and nowhere else. */
export async function mailReport(deps: DeliverDeps, { report, plan, delivered }: Bringing): Promise<Outcome> {
  const { table, mail, publicUrl } = deps
  const { organisationId } = report
  const { to } = delivered
  if (to === 'webhook') throw new Error('A webhook gets no mail')
  if (!mail) return { kind: 'never', reason: 'mail-off' }
  const now = deps.now()
  const [person, { organisation, tree }] = await Promise.all([
    findPerson(table, organisationId, to),
    deps.directory.organisation(organisationId, now),
  ])
  if (!person) return { kind: 'never', reason: 'person-gone' }
  if (!mayAt(person, tree, 'report.read', plan.unitId)) return { kind: 'never', reason: 'no-right' }
  if (person.email === undefined) return { kind: 'never', reason: 'no-address' }
  const language = (await findPersonLanguage(table, organisationId, to)) ?? plan.language
  const token = deps.randomToken()
  const expiresAt = new Date(Date.parse(now) + readingDays * 86_400_000).toISOString()
  const link = await insertReadingLink(table, token, {
    ...{ organisationId, reportId: report.id, personId: to, createdAt: now, expiresAt },
  })
  const text = reportMail(language, {
    name: person.name,
    organisation: localize(organisation.name, language),
    title: localize(plan.title, language),
    period: report.periodId,
    unit: unitIn(tree, plan.unitId)?.name,
    issue: report.issue,
    link: `${publicUrl}${path.read(token)}`,
    account: `${publicUrl}${path.report(report.id)}`,
    expiresAt,
    timeZone: organisation.timeZone,
  })
  try {
    if ((await mail.send({ to: person.email, ...text })) === 'refused') {
      await forgetReadingLink(table, link)
      return { kind: 'never', reason: 'mail-refused' }
    }
  } catch (error) {
    if (!(error instanceof MailNotTaken)) throw error
    await forgetReadingLink(table, link)
    return { kind: 'later', reason: 'mail-not-taken' }
  }
  // The new link takes the place of one that was sent before.
  const old = delivered.link === undefined ? undefined : await findReadingLink(table, delivered.link)
  if (old) await revokeReadingLink(table, old, now)
  return { kind: 'sent', link }
}
