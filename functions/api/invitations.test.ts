// The office invites members: from rosters and by numbers, and hands out slips, links and mails to whoever has not answered.

import { beforeEach, describe, expect, test } from 'vitest'
import { asId, PeriodId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { mayChooseWay } from '../../shared/survey/survey.ts'
import { memorySecrets, type TestApi, testApi } from '../../test/support/api.ts'
import { bytesOf, hiddenField, pageText } from '../../test/support/desk.ts'
import { pdfText } from '../../test/support/drawing-api.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { printPdf } from '../../test/support/print-pdf.ts'
import { readQrs } from '../../test/support/read-qr.ts'
import { renderPaper } from '../../test/support/renderer.ts'
import { campaignId, designer, inspector, office, org, period } from '../../test/support/scenario.ts'
import { surveyScene } from '../../test/support/survey-scene.ts'
import { renderPaperIn } from '../render/render-paper.ts'
import { readAudit } from '../store/audit.ts'
import { findCampaign, saveCampaign } from '../store/campaigns.ts'
import { listInvitations } from '../store/invitations.ts'
import { readCsv } from '../workbook/read-csv.ts'

let api: TestApi
let now = ''
let drawn: string[] = []
beforeEach(() => {
  now = '2013-03-01T08:30:00.000Z'
  drawn = []
  const made: TestApi = testApi({
    table: memoryTable(),
    secrets: memorySecrets(),
    now: () => now,
    pause: async () => {
      for (const job of made.toRender.splice(0)) {
        if (!('folder' in job) || typeof job.folder !== 'string') throw new Error('A job names a folder')
        drawn.push(job.folder)
        await renderPaperIn(job.folder, { objects: made.objects, renderPaper })
      }
    },
  })
  api = made
})

const page = async (query = {}, as: Person = office) =>
  pageText(await api.request(path.invitations(campaignId, query), { as }))

async function preview(file: string | Uint8Array) {
  const body = new FormData()
  body.append('period', period)
  body.append('file', new File([Buffer.from(file)], 'roster'))
  const answer = await api.request(path.invitationAct(campaignId, 'preview'), { method: 'POST', body, as: office })
  return { status: answer.status, html: await answer.clone().text(), text: await pageText(answer) }
}
const apply = (html: string) =>
  api.postForm(
    path.invitationAct(campaignId, 'made'),
    { period, rows: hiddenField(html, 'rows'), batch: hiddenField(html, 'batch') },
    office,
  )
const act = (what: 'slips' | 'links.csv' | 'mails', fields: Record<string, string> = {}) =>
  api.postForm(path.invitationAct(campaignId, what), { period, occasion: 'press-number-1', ...fields }, office)
const invited = (round: 'all' | typeof period = period) => listInvitations(api.table, campaignId, round)
const audit = async () =>
  (await readAudit(api.table, org, '2013-03', { limit: 10 })).entries.map(({ verb, details }) => [verb, details])

const roster = `Họ và tên;Đơn vị;Thư điện tử;Điện thoại;Ghi chú
Trần Thị Hoa;R1;hoa@example.org;0912 345 678;x
Lê Văn Bí;chi bo song 1;;;
=HYPERLINK("x");R2;phuong@example.org;;`

describe('a roster', () => {
  test('is shown, invites, and invites nobody twice', async () => {
    await surveyScene(api, { way: 'anonymous' })
    expect(await page()).toContain('Nobody is invited yet. Choose a roster below')
    const shown = await preview(roster)
    expect(shown.status).toBe(200)
    for (const words of ['3 people will be invited', '2 people have an e-mail', 'not read: Ghi chú', 'Invite 3 people'])
      expect(shown.text).toContain(words)
    expect(await invited()).toEqual([])
    const answers = await Promise.all([apply(shown.html), apply(shown.html)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await invited()).toHaveLength(3)
    expect(await audit()).toEqual([['survey.invited', `${period}: 3`]])
    const again = await preview(roster.replace('Trần Thị Hoa;R1', 'Hoa;R2').replace('Lê Văn Bí', 'LE VAN BI'))
    expect(again.text).toContain('0 people will be invited; 3 invited before will not be invited again')
    expect(again.text).toContain('There is nothing to do')
  })

  test('says all that is wrong with it, row by row, and then invites nobody', async () => {
    await surveyScene(api, { way: 'anonymous' })
    const shown = await preview(`Name,Unit,E-mail,Telephone
An,R1,not an address,12
,R1,,
Bình,Nowhere,,
Chi,R1,,
chi,R1,chi@example.org,
Dung,,CHI@example.org,
Em,R2,em@example.org,
Gấm,R1,EM@example.org,`)
    expect(shown.status).toBe(422)
    for (const fault of [
      '2 E-mail: “not an address” is not right.',
      '2 Telephone: “12” is not right.',
      '3 Name: is empty.',
      '4 Unit code: there is no unit “Nowhere”.',
      '6 Name: “chi” stands in a row above.',
      '7 Unit code: is empty.',
      '9 E-mail: “EM@example.org” stands in a row above.',
    ])
      expect(shown.text).toContain(fault)
    expect(shown.html).not.toContain('name="batch"')
    expect(await invited()).toEqual([])
  })

  test('of units that the survey does not ask is refused', async () => {
    await surveyScene(api, { way: 'anonymous' })
    const shown = await preview('Name,Unit\nAn,B\nBình,R1')
    expect(shown.text).toContain('2 Unit code: “B” is not one of the units of this survey.')
  })

  test('may be an Excel file, or give a number of slips for each unit', async () => {
    await surveyScene(api, { way: 'anonymous' })
    const shown = await preview(
      bytesOf({
        Tờ: [
          ['Mã đơn vị', 'Số phiếu'],
          ['R1', '12'],
          ['R2', ''],
        ],
      }),
    )
    expect(shown.text).toContain('42 people will be invited')
    await apply(shown.html)
    const more = await preview('Mã đơn vị,Số phiếu\nR1,15\nR2,30')
    expect(more.text).toContain('3 people will be invited; 42 invited before')
    expect((await preview('Mã đơn vị,Số phiếu\nR1,many')).text).toContain('2 Number of slips: “many” is not right.')
  })

  test('is not needed where the numbers of members will do', async () => {
    await surveyScene(api, { way: 'anonymous' })
    expect(await page()).toContain('100 slips without names for 3 units')
    const shown = await api.postForm(path.invitationAct(campaignId, 'preview'), { period, members: '1' }, office)
    await apply(await shown.text())
    expect(await invited()).toHaveLength(100)
    const template = await api.request(path.rosterTemplate(campaignId), { as: office })
    const read = readCsv(await bytes(template))
    expect(read.ok && read.value.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['Unit code', 'Name of the unit', 'Number of slips'],
      ['R1', 'Chi bộ Sông 1', '30'],
      ['R2', 'Chi bộ Sông 2', '30'],
      ['L1', 'Chi bộ Hồ 1', '40'],
    ])
  })

  test('needs names where the survey is named, a form with columns, and a period that is not over', async () => {
    await surveyScene(api, { way: 'named' })
    expect((await preview('Unit,Slips\nR1,3')).text).toContain('A named survey needs a row with a name')
    expect((await preview('Anything\nR1')).text).toContain('Columns are missing in the first row: Name, Unit code')
    now = '2013-07-01T00:00:00.000Z'
    expect((await preview(roster)).status).toBe(409)
    expect(await page()).toContain('This period is over')
  })

  test('invites to a draft too; nobody is invited to an open survey', async () => {
    await surveyScene(api, { way: 'anonymous' })
    const found = await findCampaign(api.table, org, campaignId)
    if (!found) throw new Error('The survey is there')
    await saveCampaign(api.table, { ...found.campaign, state: 'draft' }, found.version)
    await apply((await preview(roster)).html)
    expect(await invited()).toHaveLength(3)
    expect(await page()).toContain('Mails can be sent once the survey is open')
  })

  test('may be that of the period before, with new links', async () => {
    await surveyScene(api, { way: 'anonymous' })
    const found = await findCampaign(api.table, org, campaignId)
    const [first] = found?.campaign.periods ?? []
    if (!found || !first) throw new Error('The survey is there')
    const next = {
      ...first,
      id: asId(PeriodId, '2013-H2'),
      opensAt: first.closesAt ?? '',
      closesAt: '2013-12-31T17:00:00.000Z',
    }
    await saveCampaign(api.table, { ...found.campaign, periods: [first, next] }, found.version)
    expect(await page()).not.toContain('The same people')
    await apply((await preview(roster)).html)
    await apply((await preview('Unit,Slips\nR2,4')).html)
    const again = async () => {
      const fields = { period: next.id, again: '1' }
      const shown = await api.postForm(path.invitationAct(campaignId, 'preview'), fields, office)
      return { html: await shown.clone().text(), text: await pageText(shown) }
    }
    expect(await page({ period: next.id })).toContain('The same people as in')
    const shown = await again()
    for (const words of ['7 people will be invited', '2 people have an e-mail']) expect(shown.text).toContain(words)
    const rows = { period: next.id, rows: hiddenField(shown.html, 'rows'), batch: hiddenField(shown.html, 'batch') }
    await api.postForm(path.invitationAct(campaignId, 'made'), rows, office)
    const [before, now] = [await invited(), await listInvitations(api.table, campaignId, next.id)]
    const who = (all: typeof before) =>
      all.map(({ invitation: { unitId, name, email, phone } }) => JSON.stringify({ unitId, name, email, phone })).sort()
    expect(who(now)).toEqual(who(before))
    expect(now.filter(({ hash }) => before.some((one) => one.hash === hash))).toEqual([])
    expect((await again()).text).toContain('There is nothing to do')
  })

  test('leaves how a survey is answered open where inviting broke off, and goes on where it stopped', async () => {
    await surveyScene(api, { way: 'anonymous' })
    const found = await findCampaign(api.table, org, campaignId)
    if (!found?.campaign.survey) throw new Error('The survey is there')
    const { door: _, ...survey } = found.campaign.survey
    await saveCampaign(api.table, { ...found.campaign, state: 'draft', survey }, found.version)
    const surveyNow = async () => (await findCampaign(api.table, org, campaignId))?.campaign.survey
    const shown = await preview(roster)
    const real = api.deps.secrets.read
    Object.assign(api.deps.secrets, { read: () => Promise.reject(new Error('down')) })
    expect((await apply(shown.html)).status).toBe(500)
    Object.assign(api.deps.secrets, { read: real })
    expect([mayChooseWay('draft', await surveyNow()), await invited()]).toEqual([true, []])
    expect((await apply((await preview(roster)).html)).headers.get('location')).toContain('made=3')
    expect(mayChooseWay('draft', await surveyNow())).toBe(false)
  })

  test('nobody is invited to an open survey', async () => {
    await surveyScene(api, { way: 'open' })
    expect((await api.request(path.invitations(campaignId), { as: office })).status).toBe(409)
    for (const as of [designer, inspector])
      expect((await api.request(path.invitations(campaignId), { as })).status).toBe(403)
  })
})

const bytes = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

describe('slips', () => {
  const file = async (fields: Record<string, string> = {}) => {
    const asked = await act('slips', fields)
    expect(asked.status).toBe(303)
    return asked.headers.get('location') ?? ''
  }
  const fetchIt = (address: string) => api.postForm(address.replace(/\?.*/, ''), { period }, office)

  test('lead to the sealed links, are the same when they are made again, and are gone once fetched', async () => {
    const { links } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 3, 'cell-3': 2 } })
    const wanted = links.map((link) => `${api.deps.publicUrl}${link}`).toSorted()
    const address = await file()
    expect(await pageText(await api.request(address, { as: office }))).toContain('it is deleted here right after')
    expect([...api.objects.stored.keys()].every((key) => key.startsWith('slips/'))).toBe(true)
    const pdf = await bytes(await fetchIt(address))
    expect((await readQrs(await printPdf(pdf, 200))).toSorted()).toEqual(wanted)
    expect([...api.objects.stored.keys()]).toEqual([])
    expect((await fetchIt(address)).status).toBe(303)
    expect(await pageText(await api.request(address, { as: office }))).toContain('not here any more')
    const again = await bytes(await fetchIt(await file({ unit: 'lake', perPage: '16' })))
    const of = await readQrs(await printPdf(again, 300))
    expect(of).toHaveLength(2)
    expect(wanted).toEqual(expect.arrayContaining(of))
    expect(await audit()).toEqual([
      ['survey.slips-made', `${period}: 2`],
      ['survey.slips-made', `${period}: 5`],
    ])
  })

  test('name nobody where the survey is anonymous', async () => {
    await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 1 } })
    const text = await pdfText(await bytes(await fetchIt(await file())))
    expect(text).not.toContain('Người')
    for (const words of [
      'Khảo sát chi bộ',
      'Chi bộ Sông 1',
      'phieu.test/s',
      'không ai biết ông/bà trả lời gì',
      'Hạn trả lời',
    ])
      expect(text).toContain(words)
  })

  test('name whoever is asked where it is named', async () => {
    await surveyScene(api, { way: 'named', invited: { 'cell-1': 1 } })
    expect(await pdfText(await bytes(await fetchIt(await file())))).toContain('Người cell-1 1 · Chi bộ Sông 1')
    expect(await page()).toContain('Người cell-1 1 Chi bộ Sông 1 has not answered')
  })

  test('are for those who have not answered', async () => {
    await surveyScene(api, { way: 'anonymous' })
    const refused = await act('slips')
    expect([refused.status, await pageText(refused)]).toEqual([409, expect.stringContaining('Nobody is left')])
    expect(drawn).toEqual([])
  })
})

test('links are a file for one press, without a name or a formula', async () => {
  const { links, handedOut } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 2 } })
  const read = readCsv(await bytes(await act('links.csv')))
  const rows = read.ok ? read.value.rows.map(({ cells }) => cells.map(({ text }) => text)) : []
  expect(rows[0]).toEqual(['Unit code', 'Link', 'Code'])
  expect(rows.slice(1).map((row) => row[1])).toEqual(
    expect.arrayContaining(links.map((link) => `${api.deps.publicUrl}${link}`)),
  )
  expect(rows[1]?.[2]).toMatch(new RegExp(`^${handedOut[0]?.door}-.{4}-.{4}$`))
  expect(api.objects.stored.size).toBe(0)
  expect(await audit()).toEqual([['survey.links-taken', `${period}: 2`]])
})

test('a name that would be calculated is kept from it', async () => {
  await surveyScene(api, { way: 'named' })
  await apply((await preview(roster)).html)
  expect(Buffer.from(await bytes(await act('links.csv'))).toString()).toContain(`"'=HYPERLINK(""x"")"`)
})

test('mails go once to each, then at most as often as the campaign says, and no time is kept of anybody', async () => {
  await surveyScene(api, { way: 'anonymous' })
  await apply((await preview(roster)).html)
  const to = () =>
    api.mails
      .splice(0)
      .map((mail) => mail.to)
      .toSorted()
  expect((await act('mails', { whom: 'new' })).headers.get('location')).toContain('mailed=2')
  const [mail] = api.mails
  expect(mail?.text).toMatch(/http:\/\/phieu\.test\/s\/[\w-]{26}\n/)
  expect(to()).toEqual(['hoa@example.org', 'phuong@example.org'])
  expect((await act('mails', { whom: 'new' })).headers.get('location')).toContain('mailed=0')
  const early = await act('mails', { whom: 'all', occasion: 'press-number-2' })
  expect([early.status, await pageText(early)]).toEqual([409, expect.stringContaining('A reminder has just been sent')])
  now = '2013-03-05T08:30:00.000Z'
  await apply((await preview('Name,Unit,E-mail\nAn,L1,an@example.org')).html)
  expect((await act('mails', { whom: 'new', occasion: 'press-number-3' })).headers.get('location')).toContain(
    'mailed=1',
  )
  expect(to()).toEqual(['an@example.org'])
  now = '2013-03-09T08:30:00.000Z'
  await Promise.all([
    act('mails', { whom: 'all', occasion: 'press-4-4-4' }),
    act('mails', { whom: 'all', occasion: 'press-4-4-4' }),
  ])
  expect(to()).toEqual(['an@example.org', 'hoa@example.org', 'phuong@example.org'])
  for (const { invitation } of await invited()) expect(JSON.stringify(invitation)).not.toMatch(/2013|T\d\d:/)
})
