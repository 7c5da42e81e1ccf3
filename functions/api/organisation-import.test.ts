// Importing the tree over HTTP: previews of good, faulty and hostile files, applying them, and taking the tree home again.

import { beforeEach, describe, expect, test } from 'vitest'
import { organisationImportMessages } from '../../shared/messages/organisation-import.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { describeFileProblem } from '../../shared/messages/xlsform-file.ts'
import type { Person } from '../../shared/organisation/access.ts'
import type { firstDay } from '../../shared/organisation/day.ts'
import { path } from '../../shared/paths.ts'
import { problem } from '../../shared/problems.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { bytesOf, hiddenField, pageText } from '../../test/support/desk.ts'
import { admin, lakeLeader, leader, office, org, store, unitId } from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { saveOrganisation } from '../store/organisation.ts'
import { insertPerson } from '../store/people.ts'
import { workbookProblem } from '../workbook/problems.ts'
import { readCsv } from '../workbook/read-csv.ts'
import { largestFormWithFiles } from './body.ts'

const m = organisationImportMessages.en
const titleOf = (one: Parameters<typeof describeProblem>[0]) => describeProblem(one, 'en', 'Asia/Ho_Chi_Minh').title

let api: TestApi
beforeEach(async () => {
  api = testApi()
  await store(api.table)
})

const post = (address: string, fields: Record<string, string | File>, as: Person = admin) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return api.request(address, { method: 'POST', body, as })
}
const preview = (
  content: string | Uint8Array,
  name = 'units.csv',
  fields: Record<string, string> = {},
  as: Person = admin,
) => post(path.treeImportPreview(), { file: new File([Buffer.from(content)], name), ...fields }, as)
const hidden = (html: string) =>
  Object.fromEntries(
    ['book', 'fileName', 'version', 'since', 'from', 'skip'].map((name) => [name, hiddenField(html, name)]),
  )
const apply = (html: string, changes: Record<string, string> = {}, as: Person = admin) =>
  post(path.treeImport(), { ...hidden(html), ...changes }, as)
const current = () => api.deps.directory.organisation(org, testNow)
const namesOn = async (day = '2013-03-01') =>
  [...(await current()).treeOn(day as typeof firstDay).units.values()].map(({ code, name }) => `${code} ${name}`)
const verbs = async () => (await readAudit(api.table, org, '2013-03', { limit: 20 })).entries

const header = 'Mã,Tên đơn vị,Mã cấp trên,Cấp,Số thành viên,Có hiệu lực từ ngày\n'
const good = `${header}R3,Chi bộ Sông 3,R,cell,12,\nR1,Chi bộ Sông Một,R,cell,30,\nR2,Chi bộ Sông 2,L,cell,30,\nB,Đảng ủy Khối,,bloc,100,\n`

describe('a preview', () => {
  test('counts what would be added, changed, moved and left, draws the tree, and stores nothing', async () => {
    const answer = await preview(good)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    const { outcomes } = m
    for (const part of [
      outcomes.added(1),
      outcomes.changed(1),
      outcomes.moved(1),
      outcomes.unchanged(1),
      outcomes.untouched(3),
    ])
      expect(html).toContain(part)
    expect(html).toContain(`aria-label="${m.pictureText(7, 3)}"`)
    expect(html).toContain(m.apply)
    expect(await namesOn()).toContain('R1 Chi bộ Sông 1')
    expect(await verbs()).toEqual([])
  })

  test('names each error by row, with the row, and offers nothing to apply', async () => {
    const html = await (
      await preview(
        `${header}R3,Chi bộ <b>3</b>,X9,cell,1,\nr3,Hai,R,cell,1,\nR4,Ba,R,cell,không,\nR5,Bốn,R5,cell,1,31/2/2013\n`,
      )
    ).text()
    for (const part of [
      m.issues['parent-unknown']('X9', '1 Mar 2013'),
      m.issues['row-twice'](2),
      m.issues['members-wrong'],
      m.issues['from-wrong'],
      'Chi bộ &lt;b&gt;3&lt;/b&gt;',
      '<mark>không</mark>',
    ])
      expect(html).toContain(part)
    expect(html).not.toContain(m.apply)
    expect((await apply(html, { skip: '' })).status).toBe(422)
    expect(await verbs()).toEqual([])
  })

  test('names a circle, an orphan and a code twice at once, by what people call them, and says what is left', async () => {
    const text = `${header}C1,Một,C2,cell,1,\nC2,Hai,C1,cell,1,\nO1,Ba,KHONGCO,cell,1,\nC3,Bốn,R,cell,1,\nC3,Năm,R,cell,1,\n`
    const first = await pageText(await preview(text, 'a.csv', { since: 'always' }))
    const circle = 'Một (C1) would be above itself, through units below it.'
    for (const part of [
      m.faulty(4),
      circle,
      m.issues['parent-unknown']('KHONGCO', undefined),
      m.issues['row-twice'](5),
    ])
      expect(first).toContain(part)
    expect(first).not.toContain('1900')
    const only = `${header}C1,Một,C2,cell,1,\nC2,Hai,C1,cell,1,\nO1,Ba,KHONGCO,cell,1,\n`
    const html = await (await preview(only)).text()
    const second = await pageText(await post(path.treeImportPreview(), { ...hidden(html), skip: 'yes' }))
    for (const part of [m.skipped(3), m.nothingLeft, 'Một (C1) would be above itself']) expect(second).toContain(part)
    expect(second).not.toContain(m.nothing)
  })

  test('leaves out rows with errors where that is asked for, and what depends on them', async () => {
    const text = `${header}R3,Ba,R,cell,1,\nR3,Ba lần nữa,R,cell,1,\nR4,Bốn,X,cell,1,\nR5,Năm,R4,cell,1,\n`
    const first = await (await preview(text)).text()
    expect(first).toContain(m.skip(2))
    const second = await (await post(path.treeImportPreview(), { ...hidden(first), skip: 'yes' })).text()
    expect(second).toContain(m.skipped(3))
    expect(second).toContain(m.outcomes.added(1))
    expect((await apply(second)).status).toBe(303)
    expect((await namesOn()).filter((name) => /^R[3-5]/.test(name))).toEqual(['R3 Ba'])
  })

  test('says from when rows hold that don’t say so: since ever for a first tree, today for others', async () => {
    const html = await (await preview(good)).text()
    expect(hidden(html)).toMatchObject({ since: 'day', from: '2013-03-01' })
    await apply(html)
    expect(await namesOn('2013-02-28')).not.toContain('R3 Chi bộ Sông 3')
    const always = await (await preview(`${header}R4,Bốn,R,cell,1,`, 'a.csv', { since: 'always' })).text()
    await apply(always)
    expect(await namesOn('2001-01-01')).toContain('R4 Bốn')
    api = testApi()
    const [top] = (await import('../../test/support/scenario.ts')).units
    if (!top) throw new Error('No unit')
    await saveOrganisation(api.table, { id: org, name: { vi: 'Khối' }, timeZone: 'Asia/Ho_Chi_Minh' }, [top], 0)
    await insertPerson(api.table, org, admin)
    expect(hidden(await (await preview(`${header}R,Sông,B,committee,1,`)).text())).toMatchObject({ since: 'always' })
  })
})

describe('the top of a file that the tree doesn’t have', () => {
  const text = `${header}X,Vùng X,,vùng,,\nX1,Xã 1,X,xã,5,\nX2,Xã 2,X,xã,5,\n`
  const above = async (code: string) => {
    const { tree } = await current()
    const unit = [...tree.units.values()].find((one) => one.code === code)
    return unit?.parentId
  }

  test('stands under the top of the tree, which the preview says', async () => {
    const html = await (await preview(text)).text()
    expect(html).toContain(m.fileTop('Vùng X (X)'))
    expect(html).toContain(m.outcomes.added(3))
    expect((await apply(html)).status).toBe(303)
    expect(await above('X')).toBe('bloc')
    expect(await pageText(await preview(text))).toContain(m.nothing)
  })

  test('or is that very unit, where somebody says so', async () => {
    const first = await (await preview(text)).text()
    const second = await (await post(path.treeImportPreview(), { ...hidden(first), top: 'same' })).text()
    expect(second).toContain(m.outcomes.changed(1))
    expect((await apply(second, { top: 'same' })).status).toBe(303)
    expect((await current()).tree.units.get(unitId('bloc'))).toMatchObject({ code: 'X', name: 'Vùng X' })
    expect(await above('X1')).toBe('bloc')
  })

  test('is none where nothing hangs below it: then it is an orphan', async () => {
    expect(await pageText(await preview(`${header}X,Vùng X,,vùng,,\n`))).toContain(m.issues['parent-missing'])
  })
})

describe('applying', () => {
  test('changes the tree in one version, and the same file again changes nothing', async () => {
    const before = (await current()).version
    const html = await (await preview(good)).text()
    const done = await apply(html)
    expect([done.status, done.headers.get('location')]).toEqual([303, path.organisation({ done: 'import' })])
    const after = await current()
    expect(after.version).toBe(before + 1)
    expect(after.tree.units.get(unitId('cell-2'))?.parentId).toBe('lake')
    expect(await verbs()).toMatchObject([{ verb: 'tree.imported', by: admin.id, details: 'units.csv: +1, ~1, ↷1, ×0' }])
    const again = await (await preview(good)).text()
    expect(again).toContain(m.nothing)
    expect(again).not.toContain(m.apply)
    expect((await apply(html, { version: String(after.version) })).status).toBe(200)
    expect((await current()).version).toBe(before + 1)
    expect(await verbs()).toHaveLength(1)
  })

  test('asks again where the tree changed since the preview', async () => {
    const mine = await (await preview(good)).text()
    const other = await (await preview(`${header}L9,Chi bộ Hồ 9,L,cell,1,`)).text()
    expect((await apply(other)).status).toBe(303)
    const second = await apply(mine)
    expect(second.status).toBe(409)
    const html = await second.text()
    expect(html).toContain(titleOf(problem.treeOutdated()))
    expect(html).toContain(m.outcomes.untouched(4))
    expect((await apply(html)).status).toBe(303)
    expect(await namesOn()).toEqual(expect.arrayContaining(['L9 Chi bộ Hồ 9', 'R3 Chi bộ Sông 3']))
  })

  test('reads what comes back as if it were a file: nothing that nobody previewed gets in', async () => {
    const html = await (await preview(good)).text()
    for (const book of ['', 'x', hiddenField(html, 'book').slice(0, -9)]) {
      const answer = await apply(html, { book })
      expect([answer.status, await pageText(answer)]).toEqual([
        422,
        expect.stringContaining(titleOf(problem.treeFileMissing())),
      ])
    }
  })
})

describe('files', () => {
  const rows = [
    ['Danh sách đơn vị của Khối'],
    [],
    ['code', 'name', 'parent', 'level', 'members', 'valid from'],
    ['R3', 'Chi bộ Sông 3', 'R', 'cell', '12', '2013-03-01'],
  ]

  test('may be workbooks, and CSV in the encodings of offices', async () => {
    const csv = rows
      .slice(2)
      .map((row) => row.join(';'))
      .join('\r\n')
    const windows1258 = Buffer.concat([
      Buffer.from('Ma;T\xean;Ma cap tren;C\xe2\xecp\r\nR3;Chi b\xf4\xf2 S\xf4ng 3;R;cell\r\n', 'latin1'),
    ])
    const contents: readonly (readonly [string, Uint8Array, string])[] = [
      ['units.xlsx', bytesOf({ 'Đơn vị': rows, Khác: [['a']] }), m.otherSheets('Đơn vị')],
      ['units.csv', Buffer.from(csv), m.outcomes.added(1)],
      ['units.txt', Buffer.from(`\ufeff${csv.replaceAll(';', '\t')}`, 'utf16le'), m.outcomes.added(1)],
      ['old.csv', windows1258, m.assumedEncoding],
    ]
    for (const [name, bytes, part] of contents) {
      const html = await (await preview(bytes, name)).text()
      expect(html, name).toContain(part)
      expect(html, name).toContain(m.outcomes.added(1))
    }
  })

  test.each([
    [
      'bytes of another encoding',
      Buffer.from([0x43, 0x6f, 0x64, 0x65, 0x0a, 0x81, 0x8d, 0x90, 0x00]),
      workbookProblem.csvEncoding(),
    ],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), workbookProblem.oldFormat()],
    ['a zip of something else', Buffer.from('PK\u0003\u0004 nothing', 'latin1'), undefined],
    ['10,000 columns', Buffer.from(`code${',c'.repeat(10_000)}\nA`), workbookProblem.csvTooManyColumns(256, 1)],
    ['a quote without end', Buffer.from('code,name\nA,"B'), workbookProblem.csvQuote(2)],
  ])('%s is refused with words', async (_, bytes, why) => {
    const answer = await preview(bytes)
    expect(answer.status).toBe(422)
    const text = await pageText(answer)
    expect(text).toContain(m.unreadable)
    if (why) expect(text).toContain(describeFileProblem(why, 'en'))
  })

  test('10,000 columns of a workbook, and 50 MB, are refused with words', async () => {
    const wide = bytesOf({ Units: [['code', ...Array.from({ length: 9_999 }, (_, n) => `c${n}`)], ['A']] })
    expect(await pageText(await preview(wide, 'wide.xlsx'))).toContain(m.issues['too-many-columns'](100))
    const huge = await preview(new Uint8Array(50 * 2 ** 20), 'huge.csv')
    expect(huge.status).toBe(413)
    expect(await pageText(huge)).toContain(titleOf(problem.tooLarge(largestFormWithFiles)))
  })

  test('without rows, columns or content say so', async () => {
    expect(await pageText(await preview('a,b\nc,d'))).toContain(m.issues['no-header'])
    expect(await pageText(await preview('code,name\n'))).toContain(m.issues['no-rows'])
    expect((await preview('')).status).toBe(422)
    expect((await post(path.treeImportPreview(), { file: 'text' })).status).toBe(422)
  })

  test('with formulas keep them as texts', async () => {
    const html = await (await preview('code,name,parent,level\nR3,"=HYPERLINK(""http://x"")",R,cell\n')).text()
    expect(html).toContain(m.formulaTexts('2'))
    await apply(html)
    expect(await namesOn()).toContain('R3 =HYPERLINK("http://x")')
    const csv = await (await api.request(path.treeFile('csv'), { as: admin })).text()
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
  })
})

describe('taking the tree home', () => {
  test('as CSV or workbook, changed and imported again: nothing changes by itself', async () => {
    await apply(await (await preview(good)).text())
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await api.request(path.treeFile(format), { as: admin })
      expect(file.headers.get('content-disposition')).toContain(`filename="Khoi 2013-03-01.${format}"`)
      const bytes = new Uint8Array(await file.arrayBuffer())
      expect(await pageText(await preview(bytes, `a.${format}`)), format).toContain(m.nothing)
    }
  })

  test('holds no more than one may see', async () => {
    const answer = await api.request(path.treeFile('csv'), { as: lakeLeader })
    const csv = readCsv(new Uint8Array(await answer.arrayBuffer()))
    expect(csv.ok && csv.value.rows.slice(1).map(({ cells }) => cells[0]?.text)).toEqual(['L', 'L1'])
  })
})

test('an import takes the administrator of the top', async () => {
  const river: Person = {
    ...admin,
    id: 'river-admin' as Person['id'],
    email: 'r@example.org',
    roles: [{ role: 'admin', unitId: unitId('river') }],
  }
  await insertPerson(api.table, org, river)
  const html = await (await preview(good)).text()
  for (const as of [river, office, leader]) {
    expect((await api.request(path.treeImport(), { as })).status).toBe(403)
    expect((await preview(good, 'a.csv', {}, as)).status).toBe(403)
    expect((await apply(html, {}, as)).status).toBe(403)
  }
  expect(await verbs()).toEqual([])
})
