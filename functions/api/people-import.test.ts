import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId, PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { readPeopleTable } from '../../shared/organisation/people-table.ts'
import { path } from '../../shared/paths.ts'
import { testApi, testNow } from '../../test/support/api.ts'
import { bytesOf, hiddenField, pageText } from '../../test/support/desk.ts'
import { admin, leader, office, org, store, unitId } from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { insertPerson, listPeople } from '../store/people.ts'

const riverAdmin: Person = {
  ...admin,
  id: asId(PersonId, 'river-admin'),
  name: 'Quản trị Sông',
  email: 'ra@example.org',
  roles: [{ role: 'admin', unitId: unitId('river') }],
}

async function scene() {
  const api = testApi()
  await store(api.table)
  await insertPerson(api.table, org, riverAdmin)
  const preview = async (file: string | Uint8Array, as: Person = admin, name = 'people.csv') => {
    const body = new FormData()
    body.append('file', new File([Buffer.from(file)], name))
    const answer = await api.request(path.peopleImport(), { method: 'POST', body, as })
    return { status: answer.status, html: await answer.clone().text(), text: await pageText(answer) }
  }
  const apply = async (html: string, as: Person = admin) =>
    api.postForm(path.peopleImported(), { rows: hiddenField(html, 'rows'), batch: hiddenField(html, 'batch') }, as)
  const people = () => listPeople(api.table, org)
  return { ...api, preview, apply, people }
}

const good = `Họ và tên;Thư điện tử;Điện thoại;Vai trò;Mã đơn vị;Ghi chú
Trần Thị Hoa;hoa@example.org;0912 345 678;văn phòng;R;
Trần Thị Hoa;HOA@example.org;;leader;L;
Lê Văn Bí Thư;;0987 654 321;người báo cáo;chi bo song 1;không có máy
office;office@example.org;;admin;R;`

test('a file is read, shown, imported, and the same file again changes nothing', async () => {
  const { preview, apply, people, table } = await scene()
  const before = await people()
  const shown = await preview(good)
  expect(shown.status).toBe(200)
  for (const words of ['2 new, 1 with more roles', 'not read: Ghi chú', 'Import 3 people'])
    expect(shown.text).toContain(words)
  expect(await people()).toEqual(before)
  expect(await pageText(await apply(shown.html))).toContain('2 added, 1 changed')
  const added = (await people()).filter(({ name }) => !before.some((one) => one.name === name))
  expect(added).toMatchObject([
    {
      name: 'Trần Thị Hoa',
      email: 'hoa@example.org',
      phone: '0912 345 678',
      roles: [
        { role: 'office', unitId: 'river' },
        { role: 'leader', unitId: 'lake' },
      ],
    },
    { name: 'Lê Văn Bí Thư', phone: '0987 654 321', roles: [{ role: 'reporter', unitId: 'cell-1' }] },
  ])
  expect((await people()).find(({ id }) => id === office.id)?.roles).toHaveLength(2)
  const after = await people()
  expect((await preview(good)).text).toContain('Everybody in the file is there already')
  await apply(shown.html)
  expect(await people()).toEqual(after)
  const { entries } = await readAudit(table, org, testNow.slice(0, 7), { limit: 9 })
  expect(entries).toMatchObject([
    { verb: 'people.imported', unitId: 'bloc', details: expect.stringContaining('+2, ~1: ') },
  ])
})

test('two presses add nobody twice, also somebody without an address', async () => {
  const { preview, apply, people } = await scene()
  const before = (await people()).length
  const { html } = await preview(good)
  await Promise.all([apply(html), apply(html)])
  expect((await people()).length).toBe(before + 2)
})

test('every fault is named by row and column, and nothing of the file is stored', async () => {
  const { preview, apply, people } = await scene()
  const before = await people()
  const bad = `name,email,phone,role,unit
,,,,
,no address,call me,king,nowhere
An,an@example.org,,office,
An Khác,an@example.org,,office,R
Bình,an2@example.org,,office,Chi bộ
Bình,an2@example.org,,office,R
Chi,an2@example.org,,office,R`
  const shown = await preview(bad)
  expect(shown.status).toBe(422)
  for (const words of [
    '3 Name: is empty',
    '3 E-mail: “no address” is not right',
    '3 Telephone: “call me” is not right',
    '3 Role: there is no “king”',
    '3 Unit code: there is no “nowhere”',
    '4 Unit code: is empty',
    '6 Unit code: “Chi bộ” may be several units',
    '8 Name: “Chi” has the address of somebody of another name',
  ])
    expect(shown.text).toContain(words)
  expect((await apply(shown.html)).status).toBe(400)
  expect(await people()).toEqual(before)
})

test('an administrator of a part imports for that part alone', async () => {
  const { preview } = await scene()
  const file = `name,email,role,unit
An,an@example.org,office,L
Leader,${leader.email},office,R
Bình,binh@example.org,office,R`
  const { text } = await preview(file, riverAdmin)
  expect(text).toContain('2 Unit code: there is no “L” in your care')
  expect(text).toContain(`3 E-mail: “${leader.email}” belongs to somebody who is not in your care`)
})

test('what is no table of people is refused in words', async () => {
  const { preview, postForm, request } = await scene()
  expect((await preview('name,phone\nAn,1')).text).toContain('Columns are missing in the first row: Role, Unit code')
  expect((await preview('name,role,unit')).text).toContain('no row below its first')
  expect((await preview(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).text).toContain(
    'old format of Excel',
  )
  const many = Array.from({ length: 1_001 }, (_, n) => `P${n},p${n}@example.org,office,R`)
  expect((await preview(['name,email,role,unit', ...many].join('\n'))).text).toContain('more than 1,000 people')
  const nothing = await request(path.peopleImport(), { method: 'POST', body: new FormData(), as: admin })
  expect(await pageText(nothing)).toContain('No file was chosen')
  for (const rows of ['', 'rubbish', 'x'.repeat(1_000)])
    expect((await postForm(path.peopleImported(), { rows, batch: 'abcdefghijkl' }, admin)).status).toBe(400)
})

test('a workbook is read like a CSV file, hostile texts are only texts', async () => {
  const { preview, apply, people } = await scene()
  const name = '=HYPERLINK("http://evil.example")<script>'
  const sheets = {
    Người: [
      ['Họ tên', 'Vai trò', 'Đơn vị', '__proto__'],
      [name, 'leader', 'R', 'x'],
    ],
  }
  const shown = await preview(bytesOf(sheets), admin, 'people.xlsx')
  expect(shown.html).not.toContain('<script>')
  await apply(shown.html)
  expect((await people()).map((one) => one.name)).toContain(name)
})

test('an id that comes back changed touches nobody who is there', async () => {
  const { preview, postForm, people } = await scene()
  const { html } = await preview('name,email,role,unit\nEve,eve@example.org,admin,B')
  const before = (await people()).find(({ id }) => id === office.id)
  await postForm(path.peopleImported(), { rows: hiddenField(html, 'rows'), batch: 'officeoffice' }, admin)
  expect((await people()).find(({ id }) => id === office.id)).toEqual(before)
})

test('any rows become a table, and no heading is taken for another', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('Tên', 'EMAIL', 'Vai trò', 'Đơn vị', 'constructor', '__proto__'))
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 8 }), { maxLength: 8 }), (sheet) => {
      const rows = sheet.map((cells, row) => ({
        row: row + 1,
        cells: cells.map((one, column) => ({ column, text: one })),
      }))
      const table = readPeopleTable(rows)
      expect(table.rows.length).toBeLessThanOrEqual(Math.max(0, rows.length - 1))
      for (const { row, ...texts } of table.rows) expect(Object.values(texts).some((one) => one !== '')).toBe(true)
    }),
  )
})
