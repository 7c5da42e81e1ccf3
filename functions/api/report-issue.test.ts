// Issuing over HTTP: number, date and signatory once; bytes that never change; two at once; deaths in between; the signed copy,
// corrections and withdrawals; and what anybody is told who verifies a copy.

import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { png, pdf as somePdf } from '../../shared/evidence/evidence-fixture.ts'
import type { ReportId } from '../../shared/ids.ts'
import { reportDeskMessages } from '../../shared/messages/report-desk.ts'
import { path } from '../../shared/paths.ts'
import { sentencesOf, textOf } from '../../shared/report/edits.ts'
import { newVerifyCode, printedVerifyCode } from '../../shared/report/verify-code.ts'
import { pageText } from '../../test/support/desk.ts'
import { dyingAt } from '../../test/support/dying-table.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { type ReportDesk, reportDesk } from '../../test/support/report-desk.ts'
import { admin, lakeLeader, leader, office, org } from '../../test/support/scenario.ts'
import { drawAgain, finishIssue, issueReport } from '../issuing.ts'
import { tick } from '../schedule/tick.ts'
import { readAudit } from '../store/audit.ts'
import { giveNumberBack, nextNumber, takeNumber } from '../store/issues.ts'
import { findVersionedPerson, replacePerson } from '../store/people.ts'
import { findReport, listReports } from '../store/reports.ts'

const m = reportDeskMessages.en
let desk: ReportDesk
let id: ReportId
beforeEach(async () => {
  desk = await reportDesk()
  id = await desk.make()
})

const issueOf = async (of: ReportId) => {
  const { issue } = await desk.report(of)
  if (!issue) throw new Error('It is not issued')
  return issue
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pdfOf = async (of: ReportId) => new Uint8Array(await (await desk.see(path.reportPdf(of), leader)).arrayBuffer())
const later = (minutes: number) => {
  desk.state.now = new Date(Date.parse(desk.state.now) + minutes * 60_000).toISOString()
}
/** Another report, made a minute later. */
const another = async () => {
  later(1)
  return desk.make()
}
/** What a visitor without an account is told. */
const verify = async (code: string) => {
  const answer = await desk.request(path.verification(code))
  return { status: answer.status, text: await pageText(answer) }
}
const upload = (address: string, name: string, bytes: Uint8Array, as?: typeof leader) => {
  const body = new FormData()
  body.append(name, new File([Buffer.from(bytes)], 'a.pdf'))
  return desk.request(address, { method: 'POST', body, ...(as ? { as } : {}) })
}

describe('issuing', () => {
  test('gives number, date and name, takes DỰ THẢO away, keeps the bytes and is recorded', async () => {
    const answer = await desk.issue(id)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path.reportIssue(id)])
    const document = await desk.document(id)
    expect(document).toMatchObject({
      draftMark: null,
      header: { documentNumber: 'Số 01-BC/BTC', placeAndDate: 'Hà Nội, ngày 15 tháng 7 năm 2013' },
      sign: { authority: null, post: 'TRƯỞNG BAN', name: 'Trần Văn A' },
    })
    expect(document.verification).toBeUndefined()
    const issue = await issueOf(id)
    expect(issue.files?.['pdf']?.sha256).toBe(hashOf(await pdfOf(id)))
    expect(await desk.text(path.reports(), leader)).toContain(m.issuedAs('Số 01-BC/BTC', '15 Jul 2013'))
    const [entry] = (await readAudit(desk.table, org, '2013-07', { limit: 1 })).entries
    expect(entry).toMatchObject({ verb: 'report.issued', by: leader.id, details: '01-BC/BTC' })
  })

  test('keeps what was edited, and nothing changes any more', async () => {
    const [one] = sentencesOf(await desk.document(id))
    await desk.edit(id, { act: 'edit', key: one?.key ?? '', text: 'Câu của văn phòng.' })
    await desk.issue(id)
    const document = await desk.document(id)
    expect(sentencesOf(document).map(({ runs }) => textOf(runs))).toContain('Câu của văn phòng.')
    const before = await pdfOf(id)
    const refused = [
      await desk.edit(id, { act: 'undo', key: one?.key ?? '' }),
      await desk.postForm(path.reportAgain(id), { revision: await desk.revision(id) }, office),
      await desk.postForm(path.reportIssue(id), { revision: await desk.revision(id), number: '2' }, leader),
    ]
    expect(refused.map(({ status }) => status)).toEqual([409, 409, 409])
    expect((await desk.postForm(path.reportComments(id), { act: 'add', text: 'Muộn.' }, leader)).status).toBe(422)
    expect(await pdfOf(id)).toEqual(before)
    expect(await desk.document(id)).toEqual(document)
  })

  test('gives the same bytes for ever: a newer renderer draws nothing of it anew', async () => {
    await desk.issue(id)
    const before = await pdfOf(id)
    const { content } = await desk.report(id)
    desk.draw(`reports/${org}/${id}/${content}`, '2')
    await tick(desk.deps)
    await desk.work()
    expect(await pdfOf(id)).toEqual(before)
    const kept = [...desk.objects.stored].find(([key]) => key.startsWith('issued/') && key.endsWith('.pdf'))
    desk.objects.stored.set(kept?.[0] ?? '', new Uint8Array([1]))
    expect((await desk.see(path.reportPdf(id), leader)).status).toBe(500)
  })

  test.each([
    ['number', '0'],
    ['number', '100000'],
    ['number', 'một'],
    ['date', '2013-07-16'],
    ['date', '2013-02-30'],
    ['date', '2012-12-31'],
    ['post', ' '],
    ['name', ''],
    ['name', 'a'.repeat(201)],
    ['authority', 'a'.repeat(201)],
    ['confirm', '1'],
    ['confirm', ''],
  ])('names what is wrong: %s “%s”', async (field, value) => {
    const answer = await desk.issue(id, { [field]: value })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`href="#${field}"`)
    expect(html).toContain('value="TRƯỞNG BAN"'.replace('TRƯỞNG BAN', field === 'post' ? '' : 'TRƯỞNG BAN'))
    expect((await desk.report(id)).issue).toBeUndefined()
  })

  test('is for leaders and the office of its unit, as they are at that moment', async () => {
    expect((await desk.issue(id, {}, admin)).status).toBe(403)
    expect((await desk.issue(id, {}, lakeLeader)).status).toBe(403)
    expect(await desk.text(path.reportIssue(id), admin)).toContain(m.issue.mayNot)
    const fields = await desk.issueFields(id)
    const stored = await findVersionedPerson(desk.table, org, leader.id)
    expect(stored && (await replacePerson(desk.table, org, { ...leader, roles: [] }, stored))).toBe(true)
    desk.state.now = '2013-07-15T05:00:00.000Z'
    expect((await desk.postForm(path.reportIssue(id), fields, leader)).status).toBe(403)
    expect((await desk.report(id)).issue).toBeUndefined()
  })

  test('takes the draft that was seen, and no other', async () => {
    const fields = await desk.issueFields(id)
    const [one] = sentencesOf(await desk.document(id))
    await desk.edit(id, { act: 'edit', key: one?.key ?? '', text: 'Khác.' })
    const late = await desk.postForm(path.reportIssue(id), fields, leader)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('value="Trần Văn A"')
    expect((await desk.report(id)).issue).toBeUndefined()
  })

  test('waits for its files, and is finished by whoever looks, or by the schedule', async () => {
    desk.state.isDrawing = false
    await desk.issue(id)
    expect(await desk.text(path.reportIssue(id), leader)).toContain(m.issue.issuing)
    expect((await desk.see(path.reportPdf(id), leader)).status).toBe(404)
    expect((await verify((await issueOf(id)).code)).status).toBe(404)
    await desk.work()
    await tick(desk.deps)
    expect((await issueOf(id)).files?.['pdf']).toBeDefined()
    const other = await another()
    await desk.work()
    await desk.issue(other)
    await desk.work()
    expect(await desk.text(path.reportIssue(other), leader)).toContain(m.issue.download)
  })

  test('whose drawing was lost is drawn when the schedule finds it', async () => {
    desk.state.isDrawing = false
    await desk.issue(id)
    desk.toRender.splice(0)
    expect(await desk.text(path.reportIssue(id), leader)).toContain(m.issue.finish)
    later(10)
    await tick(desk.deps)
    await desk.work()
    await tick(desk.deps)
    expect((await issueOf(id)).files?.['pdf']).toBeDefined()
  })
})

test('whose drawing was lost is finished by pressing again, under the same number', async () => {
  desk.state.isDrawing = false
  await desk.issue(id)
  desk.toRender.splice(0)
  const { code } = await issueOf(id)
  desk.state.isDrawing = true
  expect((await desk.postForm(path.reportIssue(id), {}, leader)).status).toBe(303)
  expect(await issueOf(id)).toMatchObject({ code, number: 1, files: { pdf: {} } })
})

describe('numbers', () => {
  const body = { above: 'ĐẢNG ỦY KHỐI', name: 'BAN TỔ CHỨC' }

  test('are suggested one after the other, and none is given twice in a year', async () => {
    await desk.issue(id, { number: '41' })
    const other = await another()
    expect((await desk.issueFields(other))['number']).toBe('42')
    const taken = await desk.issue(other, { number: '41' })
    expect(taken.status).toBe(422)
    expect(await pageText(taken)).toContain(m.issue.faults.taken(41))
    expect((await desk.issue(other)).status).toBe(303)
    expect((await issueOf(other)).documentNumber).toBe('Số 42-BC/BTC')
  })

  test('begin again with a new year, by the date of the document', async () => {
    await desk.issue(id, { number: '41' })
    desk.state.now = '2014-01-02T03:00:00.000Z'
    const other = await desk.make()
    const answer = await desk.issue(other, { date: '2014-01-02' })
    expect(answer.status).toBe(303)
    expect((await issueOf(other)).number).toBe(1)
    later(1)
    const third = await desk.make()
    // Dated back into the old year, it takes a number of that year.
    expect((await desk.issue(third, { date: '2013-12-31', number: '41' })).status).toBe(422)
    expect((await desk.issue(third, { date: '2013-12-31', number: '42' })).status).toBe(303)
  })

  test('two reports that want the same at once: one has it, the other is told', async () => {
    const other = await another()
    const fields = await Promise.all([id, other].map((of) => desk.issueFields(of, { number: '7' })))
    const answers = await Promise.all(
      [id, other].map((of, n) => desk.postForm(path.reportIssue(of), fields[n] ?? {}, leader)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const issued = (await listReports(desk.table, org, 5)).reports.filter(({ report }) => report.issue)
    expect(issued.map(({ report }) => report.issue?.number)).toEqual([7])
  })

  test('two who issue one report at once: one does, and the other number is free again', async () => {
    const fields = await Promise.all(['7', '8'].map((number) => desk.issueFields(id, { number })))
    const answers = await Promise.all(fields.map((one) => desk.postForm(path.reportIssue(id), one, leader)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const { number } = await issueOf(id)
    const other = await another()
    expect((await desk.issue(other, { number: number === 7 ? '8' : '7' })).status).toBe(303)
  })

  test('given back, they are suggested again; nobody gives back what another report has by now', async () => {
    const table = memoryTable()
    const code = newVerifyCode(new Uint8Array(16))
    const wanted = { body, number: 5, date: '2013-07-15' as never }
    const [one, two] = ['one', 'two'] as unknown as [ReportId, ReportId]
    expect(await takeNumber(table, org, wanted, one, code)).toBe(code)
    expect(await takeNumber(table, org, wanted, two, code)).toBeUndefined()
    expect(await nextNumber(table, org, wanted)).toBe(6)
    await giveNumberBack(table, org, wanted, one)
    expect(await nextNumber(table, org, wanted)).toBe(1)
    expect(
      await takeNumber(table, org, { ...wanted, body: { above: 'đảng ủy  khối', name: 'Ban Tổ chức ' } }, two, code),
    ).toBe(code)
    await giveNumberBack(table, org, wanted, one)
    expect(await takeNumber(table, org, wanted, one, code)).toBeUndefined()
  })
})

test('a process that dies at any moment of issuing leaves what the next press finishes, under one number', async () => {
  const alive = await reportDesk()
  const report = await alive.make()
  const document = await alive.document(report)
  const seen = async () => {
    const found = await findReport(alive.table, org, report)
    if (!found) throw new Error('No report')
    return found
  }
  const snapshot = [...(alive.table as ReturnType<typeof memoryTable>).items.values()]
  let n = 0
  for (const when of ['before', 'after'] as const)
    for (let dies = 1; ; dies += 1) {
      const table = memoryTable()
      for (const item of snapshot) await table.insert(item)
      const dying = dyingAt(table, dies, when)
      const objects = alive.objects
      const queue = { send: async (body: object) => alive.draw((body as { folder: string }).folder) }
      const run = async (over: typeof table) => {
        n += 1
        const deps = { table: over, objects, renderQueue: queue, reportQueue: queue, now: () => alive.state.now }
        const now = await findReport(over, org, report)
        const issuing = {
          document,
          facts: {
            number: 9,
            date: '2013-07-15' as never,
            place: 'Hà Nội',
            signatory: { authority: null, post: 'TRƯỞNG BAN', name: 'A' },
            hasQr: true,
          },
          by: leader.id,
          at: alive.state.now,
          code: newVerifyCode(new Uint8Array(16).fill(n)),
          publicUrl: 'http://phieu.test',
          corrected: undefined,
        }
        if (now?.report.issue) await drawAgain(deps, now.report)
        const outcome = now?.report.issue ? 'issued' : now && (await issueReport(deps, now, issuing))
        const after = await findReport(over, org, report)
        return outcome === 'issued' && after ? finishIssue(deps, after) : outcome
      }
      await run({ ...dying.table, items: table.items }).catch(() => undefined)
      const isPast = dying.calls() < dies
      expect(await run(table), `dies ${when} call ${dies}`).toBe('issued')
      const done = (await findReport(table, org, report))?.report.issue
      expect(done).toMatchObject({ number: 9, files: { pdf: {} } })
      const numbers = [...table.items.values()].filter(({ pk }) => pk.includes('#NUMBERS#'))
      expect(numbers).toMatchObject([{ report, code: done?.code }])
      if (isPast) break
    }
  expect((await seen()).report.issue).toBeUndefined()
})

describe('the signed copy', () => {
  const sign = (bytes: Uint8Array, as = leader) => upload(path.reportSignedCopy(id), 'signed', bytes, as)
  const signed = Buffer.concat([somePdf, Buffer.from('chữ ký')])

  test('is what is given out and verified from then on; once', async () => {
    await desk.issue(id)
    const before = await pdfOf(id)
    expect((await sign(signed, office)).status).toBe(303)
    expect(hashOf(await pdfOf(id))).toBe(hashOf(signed))
    const { code } = await issueOf(id)
    expect((await verify(code)).text).toContain(hashOf(signed))
    const compare = async (bytes: Uint8Array) => pageText(await upload(path.verification(code), 'file', bytes))
    expect(await compare(signed)).toContain(m.verify.same)
    expect(await compare(before)).toContain(m.verify.unsigned)
    expect((await sign(Buffer.concat([signed, signed]))).status).toBe(409)
    expect(hashOf(await pdfOf(id))).toBe(hashOf(signed))
    expect((await readAudit(desk.table, org, '2013-07', { limit: 1 })).entries[0]?.verb).toBe(
      'report.signed-copy-added',
    )
  })

  test('is a PDF by its first bytes, of an issued report, and no larger than a function takes', async () => {
    expect((await sign(signed)).status).toBe(409)
    await desk.issue(id)
    for (const wrong of [png, Buffer.from('<html>%PDF-'), Buffer.alloc(0)]) expect((await sign(wrong)).status).toBe(422)
    const large = Buffer.concat([somePdf, Buffer.alloc(5 * 2 ** 20)])
    expect([413, 422]).toContain((await sign(large)).status)
    expect((await issueOf(id)).signed).toBeUndefined()
  })

  test('of two sent at once, one is kept', async () => {
    await desk.issue(id)
    const answers = await Promise.all([signed, Buffer.concat([signed, png])].map((bytes) => sign(bytes)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })
})

describe('verifying', () => {
  test('says genuine with what identifies the document, without an account, and leads there from a code', async () => {
    await desk.issue(id, { qr: 'yes' })
    const { code, files } = await issueOf(id)
    expect((await desk.document(id)).verification?.address).toBe(`http://phieu.test${path.verification(code)}`)
    const { status, text } = await verify(code)
    expect(status).toBe(200)
    for (const told of [m.verify.genuine, 'BAN TỔ CHỨC', 'Số 01-BC/BTC', '15 Jul 2013', files?.['pdf']?.sha256 ?? '-'])
      expect(text).toContain(told)
    const typed = await desk.postForm(path.verify(), { code: printedVerifyCode(code).toLowerCase() })
    expect([typed.status, typed.headers.get('location')]).toEqual([303, path.verification(code)])
  })

  test('compares a file, keeps nothing of it, and notices one byte', async () => {
    await desk.issue(id)
    const { code } = await issueOf(id)
    const bytes = await pdfOf(id)
    const stored = [...desk.objects.stored.keys()]
    expect(await pageText(await upload(path.verification(code), 'file', bytes))).toContain(m.verify.same)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    const other = await pageText(await upload(path.verification(code), 'file', bytes))
    expect(other).toContain(m.verify.other)
    expect(other).toContain(hashOf(bytes))
    expect([...desk.objects.stored.keys()]).toEqual(stored)
    expect((await upload(path.verification(code), 'other', bytes)).status).toBe(422)
  })

  test('a wrong code is unknown, whatever it looks like, and so is that of a draft', async () => {
    for (const code of ['K7M42XQ9PD3W0A1B', 'abc', 'x'.repeat(300), '%2e%2e%2f', id]) {
      const { status, text } = await verify(code)
      expect([status, text.includes(m.verify.unknown)], code).toEqual([404, true])
    }
    expect((await desk.postForm(path.verify(), { code: 'K7M42XQ9PD3W0A1B' })).status).toBe(404)
  })

  test('guessing ends after 200 wrong codes of a network in a day; the code of one who waits is still right', async () => {
    await desk.issue(id)
    const { code } = await issueOf(id)
    const guess = (n: number) => newVerifyCode(Uint8Array.from({ length: 16 }, (_, at) => (n >> (at * 3)) & 31))
    const statuses: number[] = []
    for (let n = 0; n < 202; n += 1) statuses.push((await verify(guess(n))).status)
    expect([statuses.slice(0, 200).every((status) => status === 404), statuses.slice(200)]).toEqual([true, [429, 429]])
    expect((await verify(code)).status).toBe(429)
    desk.state.now = '2013-07-16T01:00:00.000Z'
    expect((await verify(code)).status).toBe(200)
    expect(
      JSON.stringify(
        [...(desk.table as ReturnType<typeof memoryTable>).items.values()].filter(({ pk }) => pk.startsWith('TRIES')),
      ),
    ).not.toContain('127')
  })

  test('the table finds a code by its hash alone', async () => {
    await desk.issue(id)
    const { code } = await issueOf(id)
    const { items } = desk.table as ReturnType<typeof memoryTable>
    expect([...items.keys()].some((key) => key.includes(code))).toBe(false)
  })
})

describe('a correction', () => {
  const begin = async (of: ReportId, as = office) => {
    const answer = await desk.postForm(path.reportCorrection(of), {}, as)
    await desk.work()
    return { status: answer.status, draft: (answer.headers.get('location') ?? '').split('/')[2] as ReportId }
  }

  test('is a new issue with what was edited: it names the old one, lists figures, and the old one is superseded', async () => {
    const [, one] = sentencesOf(await desk.document(id))
    await desk.edit(id, { act: 'edit', key: one?.key ?? '', text: 'Câu của văn phòng.' })
    await desk.issue(id)
    const bytes = await pdfOf(id)
    await desk.submit(2, 'cell-2')
    later(60)
    const { draft } = await begin(id)
    expect(draft).not.toBe(id)
    const { code } = await issueOf(id)
    expect((await verify(code)).text).toContain(m.verify.genuine)
    expect(await desk.text(path.reportEdit(draft))).toContain(m.issue.correct.drafting('Số 01-BC/BTC', '15 Jul 2013'))
    expect((await desk.issue(draft)).status).toBe(303)
    const document = await desk.document(draft)
    const said = sentencesOf(document).map(({ runs }) => textOf(runs))
    expect(said[0]).toBe('Báo cáo này thay thế Báo cáo số 01-BC/BTC ngày 15/07/2013.')
    expect(said).toContain('Câu của văn phòng.')
    const changes = document.blocks.at(-1)
    expect(changes).toMatchObject({
      type: 'table',
      caption: 'Số liệu thay đổi so với Báo cáo số 01-BC/BTC ngày 15/07/2013',
    })
    expect(JSON.stringify(changes)).toContain('"text":"1"')
    const told = (await verify(code)).text
    expect(told).toContain(m.verify.superseded)
    expect(told).toContain(m.verify.supersededLead('Số 02-BC/BTC', '15 Jul 2013'))
    expect(await desk.text(path.reports(), leader)).toContain(m.supersededBy('Số 02-BC/BTC', '15 Jul 2013'))
    expect(await pdfOf(id)).toEqual(bytes)
    expect((await verify((await issueOf(draft)).code)).text).toContain(m.verify.genuine)
  })

  test('is begun once, also by two at once, and only of what is issued', async () => {
    expect((await begin(id)).status).toBe(409)
    await desk.issue(id)
    later(1)
    const drafts = await Promise.all([begin(id), begin(id, leader)])
    later(1)
    const again = await begin(id)
    expect(new Set([...drafts, again].map(({ draft }) => draft)).size).toBe(1)
    const begun = (await readAudit(desk.table, org, '2013-07', { limit: 50 })).entries.filter(
      ({ verb }) => verb === 'report.correction-begun',
    )
    expect(begun).toHaveLength(1)
  })

  test('whose beginning died is begun by the next press', async () => {
    await desk.issue(id)
    later(1)
    const { draft } = await begin(id)
    await desk.table.remove({ pk: `ORG#${org}#REPORTS`, sk: draft })
    expect((await begin(id)).draft).toBe(draft)
    expect((await desk.report(draft)).corrects).toBe(id)
  })
})

describe('a withdrawal', () => {
  const withdraw = (fields: Record<string, string>, as = leader) =>
    desk.postForm(path.reportWithdrawal(id), { reason: 'Nhầm kỳ báo cáo', confirm: '01-BC/BTC', ...fields }, as)

  test('takes a reason and the number, and is what a copy’s reader is told', async () => {
    await desk.issue(id)
    for (const fields of [{ reason: ' ' }, { confirm: '02-BC/BTC' }]) expect((await withdraw(fields)).status).toBe(422)
    expect((await withdraw({}, admin)).status).toBe(403)
    expect((await withdraw({})).status).toBe(303)
    const { code } = await issueOf(id)
    const told = (await verify(code)).text
    expect(told).toContain(m.verify.withdrawnLead('15 Jul 2013'))
    expect(told).not.toContain('Nhầm kỳ báo cáo')
    expect(await desk.text(path.reports(), leader)).toContain(m.standing.withdrawn)
    expect((await withdraw({})).status).toBe(409)
    expect((await desk.postForm(path.reportCorrection(id), {}, office)).status).toBe(409)
  })
})
