// The pages as a browser without script uses them: forms sent, shown again, and what is kept when something is in the way.

import { expect, test } from 'vitest'
import { pageMessages } from '../../shared/messages/page.ts'
import { path } from '../../shared/paths.ts'
import { testApi } from '../../test/support/api.ts'
import {
  aCampaign,
  campaignId,
  cells,
  inspector,
  leader,
  org,
  period,
  plan,
  responseId,
  riverInspector,
  store,
} from '../../test/support/scenario.ts'
import { saveCampaign } from '../store/campaigns.ts'
import { listReports, reportPdfKey, saveReport } from '../store/reports.ts'

const [cell] = cells
if (!cell) throw new Error('no cell')
const form = path.form(campaignId, period, cell)
const typed = { id: responseId(9), formVersion: '1', 'q.meetings': '12', 'q.note': 'Sinh hoạt <b>đúng</b> kỳ' }

async function scene(campaign = aCampaign({ countingRule: 'one-per-unit' })) {
  const api = testApi()
  await store(api.table, campaign)
  return api
}

test('a form is sent once, leads to its receipt, and says what it was sent', async () => {
  const { postForm, request } = await scene()
  const sent = await postForm(form, typed, inspector)
  expect({ status: sent.status, to: sent.headers.get('location') }).toEqual({
    status: 303,
    to: path.receipt(campaignId, period, cell, responseId(9)),
  })
  expect((await postForm(form, typed, inspector)).status).toBe(303)
  const receipt = await (await request(sent.headers.get('location') ?? '', { as: inspector })).text()
  expect(receipt).toContain('Sinh hoạt &lt;b&gt;đúng&lt;/b&gt; kỳ')
})

test('a form with faults comes back with everything that was typed, under the id it had', async () => {
  const { postForm } = await scene()
  const shown = await postForm(form, { ...typed, 'q.meetings': 'mười hai' }, inspector)
  const html = await shown.text()
  expect(shown.status).toBe(422)
  for (const kept of ['mười hai', 'Sinh hoạt &lt;b&gt;đúng&lt;/b&gt; kỳ', responseId(9)]) expect(html).toContain(kept)
})

test('the language switch above a form sends nothing and keeps everything', async () => {
  const { postForm, table } = await scene()
  const before = [...('items' in table ? (table.items as Map<string, unknown>) : new Map()).keys()]
  const shown = await postForm(form, { ...typed, language: 'vi' }, inspector)
  const html = await shown.text()
  expect(shown.headers.getSetCookie().join()).toContain('language=vi')
  expect(html).toContain('<html lang="vi"')
  expect(html).toContain('Sinh hoạt &lt;b&gt;đúng&lt;/b&gt; kỳ')
  const after = [...('items' in table ? (table.items as Map<string, unknown>) : new Map()).keys()]
  // That somebody signed in, and was seen, is noted.
  const isNoted = (name: string) => name.startsWith('SESSION') || name.includes('#SEEN')
  expect(after.filter((name) => !before.includes(name) && !isNoted(name))).toEqual([])
})

test('a form sent after the session ended keeps what was typed, to be sent again', async () => {
  const { postForm } = await scene()
  const refused = await postForm(form, { ...typed, language: 'en' })
  const html = await refused.text()
  expect(refused.status).toBe(401)
  expect(html).toContain('value="Sinh hoạt &lt;b&gt;đúng&lt;/b&gt; kỳ"')
  expect(html).not.toContain('name="language" value="en" type="hidden"')
  expect(html).toContain('name="action" value="refresh"')
})

test('so does a form with files in it, which have to be chosen again', async () => {
  const { request } = await scene()
  const body = new FormData()
  for (const [name, value] of Object.entries(typed)) body.append(name, value)
  const plain = await (await request(form, { method: 'POST', body })).text()
  expect(plain).toContain('value="Sinh hoạt &lt;b&gt;đúng&lt;/b&gt; kỳ"')
  expect(plain).not.toContain(pageMessages.en.problem.filesAgain)
  expect(plain).not.toContain('value="refresh"')
  body.append('file.photo', new File(['x'], 'photo.jpg'))
  const withFile = await (await request(form, { method: 'POST', body })).text()
  expect(withFile).toContain('value="Sinh hoạt &lt;b&gt;đúng&lt;/b&gt; kỳ"')
  expect(withFile).toContain(pageMessages.en.problem.filesAgain)
  expect(withFile).toContain('name="action" value="refresh"')
})

test('so does a form that may have files; with one of them the form comes back first, to choose it again', async () => {
  const { request } = await scene()
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...typed, action: 'send' })) body.append(name, value)
  body.append('file.photo', new File([], ''))
  const kept = await (await request(form, { method: 'POST', body })).text()
  expect(kept).toContain('value="Sinh hoạt &lt;b&gt;đúng&lt;/b&gt; kỳ"')
  expect(kept).toContain('enctype="multipart/form-data"')
  expect(kept).toContain('name="action" value="send"')
  body.append('file.photo', new File(['x'], 'x.jpg'))
  const withFile = await (await request(form, { method: 'POST', body })).text()
  expect(withFile).toContain('name="action" value="refresh"')
})

test('more than 256 KB of answers is refused with the form, and nine bytes for a letter are not counted as nine', async () => {
  const { postForm } = await scene()
  const long = 'ữ'.repeat(100_000)
  const tooMuch = await postForm(form, { ...typed, 'q.note': long }, inspector)
  expect(tooMuch.status).toBe(413)
  expect(await tooMuch.text()).toContain(long.slice(0, 100))
  const tooLong = await postForm(form, { ...typed, 'q.note': 'ữ'.repeat(60_000) }, inspector)
  expect(tooLong.status).toBe(422)
})

test('answers of one question that come many times count each time', async () => {
  const { request } = await scene()
  const body = new URLSearchParams(typed)
  for (let times = 0; times < 20; times++) body.append('q.note', 'a'.repeat(15_000))
  expect((await request(form, { method: 'POST', body, as: inspector })).status).toBe(413)
})

test('a unit that has reported leads on: to be changed while that may be, then to the receipt, for strangers to the list', async () => {
  const { postForm, request, table } = await scene()
  await postForm(form, typed, inspector)
  const leadsTo = async (as: typeof inspector, api = { request }) =>
    (await api.request(form, { as })).headers.get('location')
  const receipt = path.receipt(campaignId, period, cell, responseId(9))
  const edit = path.editResponse(campaignId, period, cell, responseId(9))
  expect(await leadsTo(inspector)).toBe(edit)
  expect(await leadsTo(riverInspector)).toBe(edit)
  const [open] = aCampaign().periods
  if (!open) throw new Error('no period')
  const closed = { ...open, closesAt: '2013-02-20T00:00:00.000Z' }
  await saveCampaign(table, aCampaign({ countingRule: 'one-per-unit', periods: [closed] }), 1)
  expect(await leadsTo(inspector)).toBe(receipt)
  const other = await request(form, { as: riverInspector })
  const html = await other.text()
  expect(other.status).toBe(409)
  expect(html).not.toContain(responseId(9))
  expect(html).toContain(`href="${path.visits()}"`)
})

test('garbled bodies are refused, never a fault of ours', async () => {
  const { request } = await scene()
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  for (const address of [path.language(), path.signOut(), form])
    expect(
      (await request(address, { method: 'POST', body: '--x garbage', headers, as: inspector })).status,
    ).toBeLessThan(500)
})

test('a press while the same report is being made waits for that one, also when it is composed and not yet rendered', async () => {
  const api = await scene()
  const make = () => api.postForm(path.reports(), { plan: plan.id, period }, leader)
  await make()
  const [first] = (await listReports(api.table, org, 5)).reports
  if (!first) throw new Error('no report')
  const composed = { ...first.report, state: 'composed' as const, content: 'x'.repeat(43) }
  await saveReport(api.table, composed, first.version)
  Object.assign(api.deps, { now: () => '2013-03-01T00:00:05.000Z' })
  await make()
  expect((await listReports(api.table, org, 5)).reports).toHaveLength(1)
  await api.objects.put(reportPdfKey(composed) ?? '', Buffer.from('%PDF-'), 'application/pdf')
  await make()
  expect((await listReports(api.table, org, 5)).reports).toHaveLength(2)
})
