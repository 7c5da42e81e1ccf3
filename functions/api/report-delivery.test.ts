// Bringing reports to their readers: one mail for each person and occasion over deaths and failures, links that open one report for
// one person as long as that person may read it, and webhooks.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { asId, PersonId, type ReportId, ReportPlanId } from '../../shared/ids.ts'
import { reportDeliveryMessages } from '../../shared/messages/report-delivery.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import type { Delivery } from '../../shared/report/delivery.ts'
import type { memorySecrets } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import { dyingAt } from '../../test/support/dying-table.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { type ReportDesk, reportDesk } from '../../test/support/report-desk.ts'
import { campaignId, lakeLeader, leader, office, org, period, plan, unitId } from '../../test/support/scenario.ts'
import { type DeliverDeps, deliverReport } from '../deliver.ts'
import { MailNotTaken, type Message } from '../mail.ts'
import { lookAfterReports } from '../schedule/look-after.ts'
import { readAudit } from '../store/audit.ts'
import { findCampaign, saveCampaign } from '../store/campaigns.ts'
import { findDelivery, listDeliveries } from '../store/deliveries.ts'
import { key } from '../store/keys.ts'
import { findVersionedPerson, insertPerson, replacePerson } from '../store/people.ts'
import { readingDays } from '../store/reading-links.ts'
import { listOpenJobs } from '../store/report-jobs.ts'
import { findPlan } from '../store/report-plans.ts'
import { listReports, newReport } from '../store/reports.ts'
import type { Table } from '../store/table.ts'

const m = reportDeliveryMessages.en
let desk: ReportDesk
const captured: string[] = []
beforeEach(async () => {
  desk = await reportDesk()
  captured.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void captured.push(line))
})
afterEach(() => vi.restoreAllMocks())

const later = (minutes: number) => {
  desk.state.now = new Date(Date.parse(desk.state.now) + minutes * 60_000).toISOString()
}
const place = { organisationId: org, planId: plan.id }

/** Has the plan deliver. */
async function delivers(delivery: Delivery, table: Table = desk.table): Promise<void> {
  await table.remove(key.plan(org, plan.id))
  await table.insert({ ...key.plan(org, plan.id), body: JSON.stringify({ ...plan, delivery }) })
}
const to = (...people: readonly Person[]): Delivery => ({ when: 'ready', mail: { to: people.map(({ id }) => id) } })
/** The schedule looks after the reports, and what lies in the queues is done. */
async function goOn(times = 2): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    await lookAfterReports(desk.deps, org)
    await desk.work()
  }
}
const linkIn = ({ text }: Pick<Message, 'text'>): string => /https?:\/\/\S+(\/read\/\S+)/.exec(text)?.[1] ?? ''
const mailTo = (person: { readonly email: string }) => desk.mails.filter((mail) => mail.to === person.email)
const stateOf = async (id: ReportId, person: Person, table: Table = desk.table) =>
  (await findDelivery(table, place, { report: id, occasion: 'ready', to: person.id }))?.delivered
const audits = async (verb: string) =>
  (await readAudit(desk.table, org, desk.state.now.slice(0, 7), { limit: 100 })).entries.filter(
    (entry) => entry.verb === verb,
  )

describe('mails', () => {
  test('go to each person who may read it, in their language, once, with a link and no figures', async () => {
    const silent: Person = {
      id: asId(PersonId, 'silent'),
      name: 'silent',
      roles: [{ role: 'leader', unitId: unitId('bloc') }],
    }
    await insertPerson(desk.table, org, silent)
    await delivers(to(leader, office, lakeLeader, silent, { ...leader, id: asId(PersonId, 'ghost') }))
    await desk.postForm(path.language(), { language: 'en', returnTo: '/' }, office)
    const id = await desk.make()
    await goOn(4)
    expect(desk.mails.map((mail) => mail.to).sort()).toEqual([leader.email, office.email].sort())
    const [vi] = mailTo(leader)
    const [en] = mailTo(office)
    expect(vi?.subject).toBe('Dự thảo báo cáo: Chất lượng chi bộ, kỳ 6 tháng đầu năm 2013')
    expect(en?.subject).toBe('Draft report: Quality of cells, first half of 2013')
    expect(vi?.text).toContain('Đơn vị: Đảng ủy Khối.')
    expect(vi?.text).not.toMatch(/\d+,\d|%/)
    const reasons = await Promise.all([lakeLeader, silent].map(async (one) => (await stateOf(id, one))?.reason))
    expect(reasons).toEqual(['no-right', 'no-address'])
    const text = await desk.text(path.reportDelivery(id), leader)
    for (const said of [
      m.reasons['no-right'],
      m.reasons['no-address'],
      m.reasons['person-gone'],
      m.states.sent('15 Jul 2013, 08:00'),
    ])
      expect(text).toContain(said)
    expect((await listOpenJobs(desk.table, org)).size).toBe(0)
  })

  test('wait for the issue where the plan says so, and name its number', async () => {
    await delivers({ ...to(leader), when: 'issued' })
    const id = await desk.make()
    await goOn()
    expect(desk.mails).toEqual([])
    await desk.issue(id)
    await goOn()
    await goOn()
    expect(desk.mails).toHaveLength(1)
    expect(desk.mails[0]?.subject).toContain('Báo cáo đã ban hành')
    expect(desk.mails[0]?.text).toContain('Số 01-BC/BTC, ngày 15/07/2013')
  })

  test('of a report that was ready, edited and issued: one', async () => {
    await delivers(to(leader))
    const id = await desk.make()
    await goOn()
    await desk.postForm(path.reportAgain(id), { revision: await desk.revision(id) }, office)
    await goOn()
    await desk.issue(id)
    await goOn()
    expect(desk.mails).toHaveLength(1)
  })

  test('that are not taken are tried again, later and later, and the page says so', async () => {
    await delivers(to(leader))
    const mail = { isOpen: false, tries: 0 }
    const { mail: real } = desk.delivering
    Object.assign(desk.delivering, {
      mail: {
        send: async (message: Message) => {
          mail.tries += 1
          if (!mail.isOpen) throw new MailNotTaken('Mail: SendEmail answered 429')
          return real?.send(message)
        },
      },
    })
    const id = await desk.make()
    await goOn()
    await goOn()
    expect(mail.tries).toBe(1)
    const text = await desk.text(path.reportDelivery(id), leader)
    expect(text).toContain(m.reasons['mail-not-taken'])
    expect(text).toContain(m.states.waiting('15 Jul 2013, 08:01'))
    for (const minutes of [1, 5]) {
      later(minutes)
      await goOn()
    }
    expect(mail.tries).toBe(3)
    mail.isOpen = true
    later(15)
    await goOn()
    await goOn()
    expect(desk.mails).toHaveLength(1)
    expect((await stateOf(id, leader))?.state).toBe('sent')
    // Links of mails that never went open nothing.
    expect(
      [...(desk.table as ReturnType<typeof memoryTable>).items.values()].filter(({ pk }) => pk.startsWith('READING#')),
    ).toHaveLength(1)
  })

  test('that are never taken, or refused, are given up and shown; a press sends them again, once', async () => {
    await replaceEmail(leader, 'refused@example.org')
    await delivers(to(leader, office))
    const { mail: real } = desk.delivering
    Object.assign(desk.delivering, {
      mail: {
        send: async (message: Message) => {
          if (message.to === office.email) throw new MailNotTaken('closed')
          return real?.send(message)
        },
      },
    })
    const id = await desk.make()
    for (const minutes of [0, 1, 5, 15, 60, 300, 600]) {
      later(minutes)
      await goOn()
    }
    expect(await stateOf(id, office)).toMatchObject({ state: 'failed', reason: 'mail-not-taken', tries: 6 })
    expect(await stateOf(id, leader)).toMatchObject({ state: 'failed', reason: 'mail-refused', tries: 1 })
    expect(await desk.text(path.reportDelivery(id), office)).toContain(m.reasons['mail-refused'])
    Object.assign(desk.delivering, { mail: real })
    const stored = await findDelivery(desk.table, place, { report: id, occasion: 'ready', to: office.id })
    const press = { occasion: 'ready', to: office.id, version: String(stored?.version) }
    for (let n = 0; n < 2; n += 1)
      expect((await desk.postForm(path.reportDelivery(id), press, office)).status).toBe(303)
    await goOn()
    expect(mailTo(office)).toHaveLength(1)
    expect(await audits('report.sent-again')).toHaveLength(1)
  })
})

async function replaceEmail(person: Person, email: string): Promise<void> {
  const found = await findVersionedPerson(desk.table, org, person.id)
  if (found) await replacePerson(desk.table, org, { ...found.person, email }, found)
}

describe.each(['before', 'after'] as const)('a death %s each call of a delivery', (when) => {
  test('leaves one mail for each, or none and a word about it', async () => {
    await delivers(to(leader, office))
    const id = await desk.make()
    await lookAfterReports(desk.deps, org)
    desk.sent.splice(0)
    const snapshot = [...(desk.table as ReturnType<typeof memoryTable>).items.values()]
    const began = desk.state.now
    for (let dies = 1; ; dies += 1) {
      desk.state.now = began
      desk.mails.splice(0)
      const table = memoryTable()
      for (const item of snapshot) await table.insert(item)
      const dying = dyingAt(table, dies, when)
      const over = (one: Table): DeliverDeps => ({ ...desk.delivering, table: one })
      const job = { organisationId: org, reportId: id }
      await deliverReport(over(dying.table), job).catch(() => undefined)
      const isPast = dying.calls() < dies
      for (const minutes of [1, 6, 6]) {
        later(minutes)
        await lookAfterReports({ ...desk.deps, table }, org)
        // Delivered at least once, and two at once.
        for (const again of desk.sent.splice(0))
          if ('deliver' in again) await Promise.all([1, 2].map(() => deliverReport(over(table), job)))
      }
      for (const person of [leader, office]) {
        const label = `dies ${when} ${dies}: ${person.id}`
        const mails = desk.mails.filter((mail) => mail.to === person.email)
        const delivered = await stateOf(id, person, table)
        expect(mails.length, label).toBeLessThanOrEqual(1)
        if (mails.length === 0) expect(delivered, label).toMatchObject({ state: 'failed', reason: 'not-known' })
        else expect(['sent', 'failed'], label).toContain(delivered?.state)
      }
      expect((await listOpenJobs(table, org)).size, `dies ${when} ${dies}`).toBe(0)
      if (isPast) break
    }
  })
})

test('two deliveries at once write one mail to each', async () => {
  await delivers(to(leader, office))
  const id = await desk.make()
  await lookAfterReports(desk.deps, org)
  await Promise.all([1, 2, 3].map(() => deliverReport(desk.delivering, { organisationId: org, reportId: id })))
  expect(desk.mails.map((mail) => mail.to).sort()).toEqual([leader.email, office.email].sort())
})

/** Opens a link as a browser does, and answers what it holds then. */
async function goIn(link: string): Promise<{ readonly cookie: string; readonly location: string }> {
  const answer = await desk.request(link, { method: 'POST' })
  expect(answer.status).toBe(303)
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
  return { cookie, location: answer.headers.get('location') ?? '' }
}
const by = (cookie: string, address: string) => desk.request(address, { headers: { cookie } })

describe('a link of one’s own', () => {
  let id: ReportId
  let link: string
  beforeEach(async () => {
    await delivers(to(leader, office))
    id = await desk.make()
    await goOn()
    link = linkIn(mailTo(leader)[0] ?? { text: '' })
  })
  const refusedBy = async (why: string, cookie: string) => {
    for (const address of [link, path.reading(id), path.readingFile(id, 'pdf'), path.readingFile(id, 'json')]) {
      const answer = await by(cookie, address)
      expect(answer.status, address).toBe(404)
      const text = await pageText(answer)
      expect(text, address).toContain(why)
      expect(text).not.toContain('BAN TỔ CHỨC')
    }
    expect((await desk.request(link, { method: 'POST' })).status).toBe(404)
  }

  test('opens this report, its page and its files, to be read; the token stays out of every other place', async () => {
    const page = await desk.request(link)
    expect(page.status).toBe(200)
    expect(await pageText(page)).toContain(m.reading.for('leader'))
    expect(await audits('report.opened-by-link')).toHaveLength(0)
    const { cookie, location } = await goIn(link)
    expect(location).toBe(path.reading(id))
    const html = await (await by(cookie, location)).text()
    expect(html).toContain('BAN TỔ CHỨC')
    // Read only, and no way to anything else of the organisation.
    expect(
      [...html.matchAll(/(?:href|action)="(\/[^"#]*)/g)]
        .map(([, href]) => href)
        .filter((href) => !/^\/(assets|reading|language|sign-in|$)/.test(href ?? '')),
    ).toEqual([])
    for (const format of ['pdf', 'docx', 'xlsx', 'json'] as const) {
      const file = await by(cookie, path.readingFile(id, format))
      expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'no-store'])
    }
    for (const address of [path.report(id), path.reportPdf(id), path.reports(), path.reportEdit(id)])
      expect((await by(cookie, address)).status, address).toBe(302)
    const entries = await audits('report.opened-by-link')
    expect(entries).toMatchObject([{ by: leader.id, subject: path.report(id), unitId: 'bloc' }])
    const token = link.split('/').at(-1) ?? ''
    const everywhere =
      JSON.stringify([...(desk.table as ReturnType<typeof memoryTable>).items.values()]) + captured.join('') + html
    expect(token.length).toBeGreaterThan(40)
    expect(everywhere).not.toContain(token)
    expect((await by(cookie, location)).headers.get('referrer-policy')).toBe('same-origin')
    expect(await desk.text(path.reportDelivery(id), leader)).toContain('opened once')
  })

  test('is refused once it has expired, and says how to get in', async () => {
    const { cookie } = await goIn(link)
    later(readingDays * 24 * 60 - 1)
    expect((await by(cookie, path.reading(id))).status).toBe(200)
    later(1)
    await refusedBy('The link to this report has expired', cookie)
    expect(await pageText(await desk.request(link))).toContain('sign in and open Reports')
  })

  test('is refused once it was revoked', async () => {
    const { cookie } = await goIn(link)
    const fields = { occasion: 'ready', to: leader.id, version: '2' }
    expect((await desk.postForm(path.reportLinkRevocation(id), fields, lakeLeader)).status).toBe(403)
    for (let n = 0; n < 2; n += 1) await desk.postForm(path.reportLinkRevocation(id), fields, office)
    await refusedBy('The link to this report was revoked', cookie)
    expect(await audits('report.link-revoked')).toHaveLength(1)
  })

  test('is replaced by the link of a mail that is sent again', async () => {
    const { cookie } = await goIn(link)
    const stored = await findDelivery(desk.table, place, { report: id, occasion: 'ready', to: leader.id })
    await desk.postForm(
      path.reportDelivery(id),
      { occasion: 'ready', to: leader.id, version: String(stored?.version) },
      office,
    )
    await goOn()
    await refusedBy('The link to this report was revoked', cookie)
    const [, second] = mailTo(leader)
    expect((await desk.request(linkIn(second ?? { text: '' }))).status).toBe(200)
  })

  test('and the reports are lost with the right to the unit', async () => {
    const { cookie } = await goIn(link)
    const readable = async () => (await desk.see(path.report(id), leader)).status
    expect(await readable()).toBe(200)
    const found = await findVersionedPerson(desk.table, org, leader.id)
    if (!found) throw new Error('No leader')
    await replacePerson(desk.table, org, { ...leader, roles: [{ role: 'leader', unitId: unitId('lake') }] }, found)
    await refusedBy('This link works no more', cookie)
    expect(await readable()).toBe(403)
    for (const address of [
      path.reportPdf(id),
      path.reportFile(id, 'docx'),
      path.reportDelivery(id),
      path.reportComments(id),
    ])
      expect((await desk.see(address, leader)).status, address).toBe(403)
    expect(await desk.text(path.reports(), leader)).not.toContain('Quality of cells')
  })

  test('is refused once its person is gone', async () => {
    const { cookie } = await goIn(link)
    await desk.table.remove(key.person(org, leader.id))
    await refusedBy('This link works no more', cookie)
  })

  test('is refused once its unit is closed', async () => {
    const { cookie } = await goIn(link)
    const report = await desk.report(id)
    await desk.table.remove(key.report(org, id))
    await desk.table.insert({ ...key.report(org, id), body: JSON.stringify({ ...report, unitId: 'gone' }), version: 1 })
    await refusedBy('The unit of this report has been closed', cookie)
  })

  test('opens no other report, by guessing or with the link of one’s own', async () => {
    const lakePlan = { ...plan, id: asId(ReportPlanId, 'lake-plan'), unitId: unitId('lake') }
    await desk.table.insert({ ...key.plan(org, lakePlan.id), body: JSON.stringify(lakePlan) })
    const other = newReport(lakePlan, { periodId: period, requestedAt: desk.state.now, requestedBy: 'schedule' })
    const mine = await desk.report(id)
    await desk.table.insert({
      ...key.report(org, other.id),
      body: JSON.stringify({ ...mine, ...other, state: 'ready', content: mine.content }),
      version: 1,
    })
    const { cookie } = await goIn(link)
    for (const held of [cookie, 'phieu-reading=nothing', `${cookie}.guess`])
      for (const address of [
        path.reading(other.id),
        path.readingFile(other.id, 'pdf'),
        path.reading('no-such' as ReportId),
      ])
        expect((await by(held, address)).status, address).toBe(404)
    expect((await by(`${cookie}.guess`, path.reading(id))).status).toBe(200)
    expect((await desk.see(path.report(id), lakeLeader)).status).toBe(403)
    expect((await desk.see(path.report(other.id), lakeLeader)).status).not.toBe(403)
    for (const guess of ['', 'a', 'a'.repeat(43), 'a'.repeat(5_000), '..%2F..%2Freports'])
      expect((await desk.request(`/read/${guess}`)).status, guess).toBe(404)
  })

  test('a browser may hold several, and whoever is signed in stays who they are', async () => {
    later(2)
    const second = await desk.make()
    await goOn()
    const links = mailTo(leader).map(linkIn)
    const first = await goIn(links[0] ?? '')
    const answer = await desk.request(links[1] ?? '', { method: 'POST', headers: { cookie: first.cookie } })
    const [both = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
    for (const report of [id, second]) expect((await by(both, path.reading(report))).status).toBe(200)
    expect(answer.headers.get('set-cookie')).toContain('HttpOnly')
  })
})

describe('a webhook', () => {
  const url = 'https://hook.example/phieu'
  const makeSecret = async (version: number) => {
    const answer = await desk.postForm(path.planWebhookSecret(plan.id), { version: String(version) }, office)
    return { status: answer.status, secret: /whsec_[\w+/=]+/.exec(await answer.text())?.[0] }
  }
  const statusOf = async (id: ReportId) =>
    (await findDelivery(desk.table, place, { report: id, occasion: 'ready', to: 'webhook' }))?.delivered

  test('is told once, signed by the secret that was shown once', async () => {
    await delivers({ when: 'ready', webhook: { url } })
    const { secret } = await makeSecret(0)
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
    // The same press again, and what is left behind.
    expect(await makeSecret(0)).toEqual({ status: 409, secret: undefined })
    const left = JSON.stringify([...(desk.table as ReturnType<typeof memoryTable>).items.values()]) + captured.join('')
    expect(left).not.toContain(secret)
    expect(left).not.toContain(secret?.slice(6))
    expect(await audits('report-plan.webhook-secret-made')).toHaveLength(1)
    const id = await desk.make()
    await goOn(4)
    expect(desk.posts).toHaveLength(1)
    const [post] = desk.posts
    expect(post?.url).toBe(url)
    expect(JSON.parse(post?.message.body ?? '')).toEqual({
      event: 'report.ready',
      at: desk.state.now,
      report: {
        ...{ id, title: 'Chất lượng chi bộ', period, state: 'draft', documentNumber: null },
        unit: { id: 'bloc', code: 'B', name: 'Đảng ủy Khối' },
      },
      urls: {
        page: `${desk.delivering.publicUrl}/reports/${id}`,
        pdf: `${desk.delivering.publicUrl}/reports/${id}/report.pdf`,
        docx: `${desk.delivering.publicUrl}/reports/${id}/report.docx`,
        xlsx: `${desk.delivering.publicUrl}/reports/${id}/report.xlsx`,
        json: `${desk.delivering.publicUrl}/reports/${id}/report.json`,
      },
    })
    expect((await statusOf(id))?.state).toBe('sent')
  })

  test('that fails is called again under the same id, with a new time, until it answers', async () => {
    await delivers({ when: 'ready', webhook: { url } })
    await makeSecret(0)
    desk.hook.answer = { ok: false, reason: 'answered', status: 503 }
    const id = await desk.make()
    await goOn()
    expect(await desk.text(path.reportDelivery(id))).toContain(`${m.reasons.answered} ${m.status(503)}`)
    desk.hook.answer = { ok: true }
    later(1)
    await goOn()
    await goOn()
    const ids = desk.posts.map(({ message }) => message.headers['webhook-id'])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(new Set(desk.posts.map(({ message }) => message.headers['webhook-timestamp'])).size).toBe(2)
    expect(await statusOf(id)).toMatchObject({ state: 'sent', tries: 2 })
  })

  test('is not called in vain: no secret, an address that leads inside, one that wants no more', async () => {
    await delivers({ when: 'ready', webhook: { url } })
    const id = await desk.make()
    await goOn()
    expect(await statusOf(id)).toMatchObject({ state: 'failed', reason: 'no-secret' })
    expect(desk.posts).toEqual([])
    await makeSecret(0)
    for (const answer of [
      { reason: 'not-public' },
      { reason: 'redirected', status: 302 },
      { reason: 'answered', status: 410 },
    ] as const) {
      desk.hook.answer = { ok: false, ...answer }
      const stored = await findDelivery(desk.table, place, { report: id, occasion: 'ready', to: 'webhook' })
      const fields = { occasion: 'ready', to: 'webhook', version: String(stored?.version) }
      await desk.postForm(path.reportDelivery(id), fields, office)
      await goOn()
      expect(await statusOf(id)).toMatchObject({ state: 'failed', ...answer, tries: 1 })
    }
  })

  test('is signed by both secrets for a day after a rotation', async () => {
    await delivers({ when: 'ready', webhook: { url } })
    const first = await makeSecret(0)
    later(10)
    const second = await makeSecret(1)
    expect(first.secret).not.toBe(second.secret)
    const signatures = async () => {
      later(1)
      await desk.make()
      await goOn()
      return desk.posts.at(-1)?.message.headers['webhook-signature']?.split(' ').length
    }
    expect(await signatures()).toBe(2)
    later(24 * 60)
    expect(await signatures()).toBe(1)
    // The one before the last is destroyed.
    await makeSecret(2)
    const kept = (desk.delivering.secrets as ReturnType<typeof memorySecrets>).kept
    expect([...kept.keys()].filter((name) => name.startsWith('webhook-')).sort()).toEqual([
      `webhook-${org}-plan-2`,
      `webhook-${org}-plan-3`,
    ])
  })

  test('its plan lists the newest deliveries; it is for those who make its reports', async () => {
    await delivers({ when: 'ready', webhook: { url }, mail: { to: [leader.id, office.id] } })
    await makeSecret(0)
    for (let n = 0; n < 8; n += 1) {
      later(2)
      await desk.make()
      await goOn()
    }
    const html = await (await desk.see(path.planDelivery(plan.id), office)).text()
    expect(html.match(/<article/g)).toHaveLength(20)
    expect(html).toContain(url)
    expect((await desk.postForm(path.planWebhookSecret(plan.id), { version: '1' }, lakeLeader)).status).toBe(403)
    expect((await desk.see(path.planDelivery(plan.id), lakeLeader)).status).toBe(403)
    const { reports } = await listReports(desk.table, org, 1)
    expect(await listDeliveries(desk.table, place, reports[0]?.report.id ?? ('' as ReportId))).toHaveLength(3)
  })
})

describe('to whom a plan delivers', () => {
  const fields = { deliveryWhen: 'issued', deliveryTo: leader.id, deliveryWebhook: 'https://hook.example/a?b' }
  const stored = async () => JSON.parse(String((await desk.table.get(key.plan(org, plan.id)))?.['body'])).delivery
  const send = (changes: Record<string, string> = {}, as: Person = office) =>
    desk.postForm(path.planDelivery(plan.id), { was: 'null', ...fields, ...changes }, as)

  test('is chosen of those who may read its reports, kept, shown again, and recorded without the address', async () => {
    expect((await send()).status).toBe(303)
    const delivery = { when: 'issued', mail: { to: [leader.id] }, webhook: { url: fields.deliveryWebhook } }
    expect(await stored()).toEqual(delivery)
    const html = await (await desk.see(path.planDelivery(plan.id), leader)).text()
    expect(html).toMatch(/value="leader" checked/)
    expect(html).toContain('https://hook.example/a?b')
    expect(html).not.toContain('lake-leader')
    const [entry] = await audits('report-plan.delivery-changed')
    expect(entry?.details).toBe('issued leader hook.example')
    const none = { was: JSON.stringify(delivery), deliveryTo: '', deliveryWebhook: '' }
    const cleared = await desk.postForm(path.planDelivery(plan.id), { ...none, deliveryWhen: 'ready' }, office)
    expect(cleared.status).toBe(422)
    const { deliveryTo: _, ...nobody } = none
    await desk.postForm(path.planDelivery(plan.id), { ...nobody, deliveryWhen: 'ready' }, office)
    expect(await stored()).toBeUndefined()
  })

  test('is no person who may not read, no address that leads inside, and nobody’s to overwrite unseen', async () => {
    for (const wrong of [
      { deliveryTo: lakeLeader.id },
      { deliveryWebhook: 'http://hook.example/' },
      { deliveryWebhook: 'https://169.254.169.254/latest' },
      { deliveryWebhook: `https://hook.example/${'a'.repeat(500)}` },
      { deliveryWhen: 'never' },
    ])
      expect((await send(wrong)).status, JSON.stringify(wrong)).toBe(422)
    expect(await stored()).toBeUndefined()
    await send()
    const second = await send({ deliveryWhen: 'ready' })
    expect(second.status).toBe(409)
    // What was typed is still there, and goes over what is there now.
    const was = /name="was" value="([^"]*)"/.exec(await second.text())?.[1]?.replaceAll('&quot;', '"') ?? ''
    expect((await send({ deliveryWhen: 'ready', was })).status).toBe(303)
    expect((await stored()).when).toBe('ready')
    expect((await send({}, lakeLeader)).status).toBe(403)
  })

  test('of a campaign’s own report lies in the campaign, and stays when its step is saved again', async () => {
    const found = await findCampaign(desk.table, org, campaignId)
    if (!found) throw new Error('No campaign')
    const { language, preset, header, recipients, sign } = plan
    const report = {
      template: 'campaign-results',
      role: 'results',
      language,
      preset,
      header,
      recipients,
      sign,
      schedule: { kind: 'days-after', days: 15, hour: 7 },
      since: desk.state.now,
    } as const
    await saveCampaign(desk.table, { ...found.campaign, report }, found.version)
    const id = asId(ReportPlanId, `of-${campaignId}`)
    expect((await desk.postForm(path.planDelivery(id), { was: 'null', ...fields }, office)).status).toBe(303)
    const now = await findCampaign(desk.table, org, campaignId)
    expect(now?.campaign.report?.delivery?.webhook?.url).toBe(fields.deliveryWebhook)
    expect((await findPlan(desk.table, org, id))?.delivery?.mail?.to).toEqual([leader.id])
  })
})
