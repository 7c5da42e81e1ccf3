// The table of responses and the page of one, over HTTP: filters, pages, access, and what hostile addresses come to.

import { beforeEach, describe, expect, test } from 'vitest'
import { asId, PersonId } from '../../shared/ids.ts'
import { answersMessages } from '../../shared/messages/answers.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import {
  aCampaign,
  admin,
  aSubmission,
  campaignId,
  inspector,
  lakeLeader,
  leader,
  office,
  org,
  period,
  raisingForm,
  reporter,
  responseId,
  riverInspector,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { insertPerson } from '../store/people.ts'

const m = answersMessages.en
const [cell1, cell2, cell3] = [unitId('cell-1'), unitId('cell-2'), unitId('cell-3')]

let api: TestApi
beforeEach(async () => {
  api = testApi()
  await store(api.table, aCampaign(), 1, raisingForm)
})

const send = async (
  n: number,
  unit = cell1,
  answers: Record<string, unknown> = { meetings: 12 },
  as: Person = inspector,
) => {
  const answer = await api.postJson('/api/responses', aSubmission({ id: responseId(n), unit, answers }), as)
  expect(answer.status).toBe(201)
}
const table = (query: string, as: Person = leader) => api.request(path.campaignAnswers(campaignId, query), { as })
/** The numbers of the responses that a page lists, in its order. */
const listed = async (answer: Response) =>
  [...(await answer.text()).matchAll(/<th scope="row"><a href="[^"]*responses\/([0-9a-f]{8})/g)].map(([, hex]) =>
    Number.parseInt(hex ?? '', 16),
  )
const links = (html: string, name: string) =>
  new RegExp(`href="([^"]+)"[^>]*>${name}<`).exec(html)?.[1]?.replaceAll('&amp;', '&')

describe('the table', () => {
  test('shows labels for codes, findings and who sent it; texts as they were written', async () => {
    await send(1, cell1, { meetings: 3, minutes: 'no', note: '<script>alert(1)</script>' })
    const html = await (await table('cols=minutes&cols=note')).text()
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script>alert')
    for (const text of ['>No<', 'Chi bộ Sông\u00a01', inspector.name, m.places.counted, m.table.exactly(1, 1)])
      expect(html).toContain(text)
    expect(html).toContain(`<td class="figures" data-label="${m.table.findings}">2</td>`)
  })

  test('an empty one says what to do next; a filter without rows, too', async () => {
    expect(await pageText(await table(''))).toContain(m.table.emptyPlainNext)
    await send(1)
    expect(await pageText(await table('state=withdrawn'))).toContain(m.table.emptyNext)
  })

  test('pages hold every row once, forward and back', async () => {
    const count = 120
    for (let n = 1; n <= count; n += 1) await send(n, [cell1, cell2, cell3][n % 3])
    const seen: number[][] = []
    let address: string | undefined = path.campaignAnswers(campaignId)
    const pages: string[] = []
    while (address) {
      const html = await (await api.request(address, { as: leader })).text()
      pages.push(html)
      seen.push(await listed(new Response(html)))
      address = links(html, m.table.next)
    }
    expect(seen.map((page) => page.length)).toEqual([50, 50, 20])
    expect(seen.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at + 1))
    expect(pages.map((html) => html.includes(m.table.atLeast(1, 50)))).toEqual([true, false, false])
    expect(pages[2]).toContain(m.table.exactly(101, 120))
    const back = await api.request(links(pages[2] ?? '', m.table.previous) ?? '', { as: leader })
    const html = await back.text()
    expect(await listed(new Response(html))).toEqual(seen[1])
    expect(html).toContain(m.table.atLeast(51, 100))
  })

  test('says which filter of its address names nothing known, with a way without it', async () => {
    await send(1)
    const html = await (await table('period=2099-H9&unit=khong-co&state=late')).text()
    for (const words of [m.filter.unknownPeriod('2099-H9'), m.filter.unknownUnit]) expect(html).toContain(words)
    expect(html).not.toContain(m.filter.onlyUnit('khong-co'))
    expect(html).toContain(`href="${path.campaignAnswers(campaignId, 'unit=khong-co&amp;state=late')}"`)
    const absent = await (await table('period=2012-H1')).text()
    expect(absent).toContain(m.filter.unknownPeriod('2012-H1'))
    const known = await (await table(`period=${period}&unit=${cell1}`)).text()
    expect(known).not.toContain(m.filter.unknownUnit)
  })

  test('is filtered by period, unit, state, person, an answer and words', async () => {
    await send(1, cell1, { meetings: 3, minutes: 'yes', note: 'Sinh hoạt Hưng Yên' })
    await send(2, cell2, { meetings: 12, hours: '1.5' })
    await send(3, cell3, { meetings: 9, note: 'khác' }, inspector)
    await api.postForm(path.reviewStep(campaignId, period, cell3, responseId(3), 'accept'), { revision: '1' }, leader)
    const found = async (query: string) => (await listed(await table(query))).toSorted((a, b) => a - b)
    for (const [query, expected] of [
      [`period=${period}`, [1, 2, 3]],
      ['period=2012', []],
      ['unit=river', [1, 2]],
      ['u=song+2', [2]],
      ['u=dang+bo+song', [1, 2]],
      ['u=L1', [3]],
      // As the suggestions write it.
      [`u=${encodeURIComponent('R2 – Chi bộ Sông 2')}`, [2]],
      ['state=accepted', [3]],
      ['state=unaccepted', [1, 2]],
      ['state=counted', [1, 2, 3]],
      ['state=late', []],
      [`by=${inspector.id}`, [1, 2, 3]],
      ['by=nobody', []],
      ['q=meetings&op=above&v=8', [2, 3]],
      ['q=meetings&op=is&v=3', [1]],
      ['q=hours&op=is&v=1.5', [2]],
      ['q=minutes&op=is&v=Yes', [1]],
      ['q=note&op=none', [2]],
      ['text=hung+yen', [1]],
      [`text=${responseId(2).slice(0, 8)}`, [2]],
      ['q=meetings&op=above&v=', [1, 2, 3]],
    ] as const)
      expect(await found(query), query).toEqual(expected)
  })

  test('offers as senders those who answer or enter near what one reads, and whoever was asked for', async () => {
    const offered = async (query: string, as: Person) => {
      const [, options = ''] =
        /<select id="f-by"[^>]*>(.*?)<\/select>/s.exec(await (await table(query, as)).text()) ?? []
      return [...options.matchAll(/<option value="([^"]*)"( selected="")?/g)].map(([, id, isChosen]) =>
        isChosen ? `${id}!` : id,
      )
    }
    const outside: Person = { ...riverInspector, id: asId(PersonId, 'outside'), name: 'Outside' }
    await insertPerson(api.table, org, outside)
    const sorted = (ids: readonly (string | undefined)[]) => ids.toSorted()
    const near = [inspector, office, admin].map(({ id }) => id)
    expect(sorted(await offered('', leader))).toEqual(sorted(['', ...near, riverInspector.id, outside.id]))
    expect(sorted(await offered('', lakeLeader))).toEqual(sorted(['', ...near]))
    expect(sorted(await offered(`by=${inspector.id}`, lakeLeader))).toEqual(
      sorted(['', ...near.map((id) => (id === inspector.id ? `${id}!` : id))]),
    )
    expect(await offered(`by=${reporter.id}`, lakeLeader)).toContain(`${reporter.id}!`)
    const many = Array.from({ length: 300 }, (_, n): Person => ({ ...inspector, id: asId(PersonId, `many-${n}`) }))
    await Promise.all(many.map((one) => insertPerson(api.table, org, one)))
    expect(await offered('', leader)).toHaveLength(301)
    expect(await (await table('')).text()).toContain(m.filter.byCut(300))
  })

  test.each([
    'q=__proto__&op=has&v=a',
    'q=constructor&op=none',
    'cols=__proto__&cols=constructor&cols=toString',
    'op=__proto__&q=meetings&v=1',
    'state=__proto__',
    'period=__proto__&unit=__proto__',
    'unit=bloc%23x&by=..%2F..%2Fetc',
    `text=${'a'.repeat(100_000)}`,
    `u=${'%CC%81'.repeat(2_000)}`,
    'after=2013-H1.cell-3.0.00000001-0000-4000-8000-000000001eef&n=99999999999',
    'after=__proto__&before=constructor',
    'before=2013-H1.nowhere.0',
    'n=-5&text=%00%ff%fe',
    'v=%ED%A0%80&q=note&op=has',
  ])('a hostile address is only an address: %s', async (query) => {
    await send(1)
    const answer = await table(query.slice(0, 120_000), lakeLeader)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).not.toContain('Chi bộ Sông')
    // The address itself stands in the page, for the language switch to come back to.
    expect(html.length).toBeLessThan(60_000 + query.length)
  })

  test('nobody reads beyond their units, whatever the address says', async () => {
    await send(1, cell1)
    await send(3, cell3)
    expect(await listed(await table('', lakeLeader))).toEqual([3])
    for (const query of ['unit=river', 'unit=bloc', 'u=song', `after=${period}.cell-1.0`])
      expect(
        (await listed(await table(query, lakeLeader))).filter((n) => n === 1),
        query,
      ).toEqual([])
    expect((await table('', reporter)).status).toBe(403)
    expect((await api.request(path.campaignAnswers(campaignId))).status).toBe(302)
    expect((await api.request('/campaigns/nowhere/answers', { as: leader })).status).toBe(404)
  })

  test('what came over the second of a unit says so', async () => {
    api = testApi()
    await store(api.table, aCampaign({ countingRule: 'one-per-unit' }), 1, raisingForm)
    const finishedAt = '2013-02-01T00:00:00Z'
    for (const n of [1, 2])
      await api.postJson('/api/responses', aSubmission({ id: responseId(n), finishedAt }), inspector)
    expect(await listed(await table('state=second'))).toHaveLength(1)
    expect(await pageText(await table(''))).toContain(m.places.second)
  })
})

describe('accepting many', () => {
  const row = (n: number, unit = cell1, revision = 1) => [campaignId, period, unit, responseId(n), revision].join('.')
  const accept = (rows: readonly string[], as: Person = leader) =>
    api.request(path.campaignAnswers(campaignId, 'state=unaccepted'), {
      method: 'POST',
      body: new URLSearchParams(rows.map((value) => ['row', value])),
      as,
    })

  test('each is taken for itself; what wasn’t says why', async () => {
    await send(1, cell1)
    await send(2, cell2)
    await send(3, cell3)
    await api.postForm(
      path.reviewStep(campaignId, period, cell2, responseId(2), 'return'),
      { revision: '1', words: 'Thiếu' },
      leader,
    )
    await api.postForm(path.reviewStep(campaignId, period, cell3, responseId(3), 'accept'), { revision: '1' }, leader)
    const answer = await accept([
      row(1),
      row(2, cell2),
      row(3, cell3, 2),
      row(9, cell2),
      'rubbish',
      '__proto__.a.b.c.1',
    ])
    expect(answer.status).toBe(200)
    const text = await pageText(answer)
    for (const part of [
      m.many.accepted(1),
      m.many.refused(3),
      m.many.changed,
      m.review.whyNot.accepted,
      m.many.unknown,
    ])
      expect(text).toContain(part)
    expect(await listed(await table('state=accepted'))).toEqual([1, 3])
    const noted = async () => (await readAudit(api.table, org, testNow.slice(0, 7), { limit: 20 })).entries.length
    const before = await noted()
    expect((await accept([row(1)])).status).toBe(200)
    expect(await noted()).toBe(before)
  })

  test('nobody accepts beyond their units, and whoever may not at all is refused', async () => {
    await send(1, cell1)
    const refused = await accept([row(1)], lakeLeader)
    expect(refused.status).toBe(409)
    const text = await pageText(refused)
    expect(text).toContain(m.many.unknown)
    expect(text).not.toContain('Sông')
    expect((await accept([row(1)], inspector)).status).toBe(403)
    expect(await listed(await table('state=accepted'))).toEqual([])
  })

  test('nothing chosen is said, too', async () => {
    expect(await pageText(await accept([]))).toContain(m.many.none)
  })
})

describe('a record', () => {
  const record = (n: number, unit = cell1, query = '') => path.record(campaignId, period, unit, responseId(n), query)

  test('has answers, findings, history and what may be done, for those who may', async () => {
    await send(1, cell1, { meetings: 3, note: 'Ghi <i>chú</i>' })
    const html = await (await api.request(record(1), { as: office })).text()
    for (const part of [
      'Ghi &lt;i&gt;chú&lt;/i&gt;',
      'Too few meetings',
      m.history.sent,
      m.review.acceptFinal,
      m.review.withdraw,
    ])
      expect(html).toContain(part)
    const own = await pageText(await api.request(record(1), { as: inspector }))
    expect(own).toContain(m.history.sent)
    expect(own).not.toContain(m.review.title)
    for (const person of [lakeLeader, riverInspector, reporter])
      expect((await api.request(record(1), { as: person })).status, person.id).toBe(404)
    expect((await api.request(record(1, cell3), { as: admin })).status).toBe(404)
  })

  test('shows what differs between two revisions, word by word', async () => {
    await send(1, cell1, { meetings: 3, note: 'Chi bộ họp đủ 12 kỳ' })
    const again = aSubmission({ revision: 2, answers: { meetings: 4, note: 'Chi bộ họp đúng 12 kỳ' } })
    expect((await api.postJson('/api/responses', again, inspector)).status).toBe(201)
    const html = await (await api.request(record(1), { as: leader })).text()
    expect(html).toContain(m.history.differences(1, 2))
    expect(html).toMatch(
      /<del><span class="unseen">[^<]+<\/span>đủ<\/del><ins><span class="unseen">[^<]+<\/span>đúng<\/ins>/,
    )
    expect(html).toMatch(
      /<del><span class="unseen">[^<]+<\/span>3<\/del> <ins><span class="unseen">[^<]+<\/span>4<\/ins>/,
    )
    for (const query of ['from=2&to=1', 'from=1&to=1', 'from=__proto__&to=99', `from=${'9'.repeat(10_000)}`])
      expect((await api.request(record(1, cell1, query), { as: leader })).status, query.slice(0, 20)).toBe(200)
  })

  test('leads on to the next one of the same table, and back to it where there is none', async () => {
    for (const [n, meetings] of [
      [1, 3],
      [2, 12],
      [3, 4],
    ] as const)
      await send(n, cell1, { meetings })
    const query = 'q=meetings&op=below&v=10'
    const html = await (await api.request(record(1, cell1, query), { as: leader })).text()
    const next = await api.request(links(html, m.record.next) ?? '', { as: leader })
    expect(next.headers.get('location')).toBe(record(3, cell1, query))
    const previous = await api.request(links(html, m.record.previous) ?? '', { as: leader })
    expect(previous.headers.get('location')).toContain(path.campaignAnswers(campaignId))
  })
})

test('the list of campaigns counts what there is, each with the rows behind it', async () => {
  await send(1, cell1)
  await send(3, cell3)
  await api.postForm(
    path.reviewStep(campaignId, period, cell1, responseId(1), 'return'),
    { revision: '1', words: 'Thiếu' },
    leader,
  )
  const html = await (await api.request(path.answers(), { as: leader })).text()
  expect(html).toContain(m.counts.counted(1))
  const returned = links(html, m.counts.returned(1).replace('(', '\\('))
  expect(await listed(await api.request(returned ?? '', { as: leader }))).toEqual([1])
  expect(await pageText(await api.request(path.answers(), { as: lakeLeader }))).not.toContain(m.counts.returned(1))
})
