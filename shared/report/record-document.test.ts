import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { everyType } from '../../test/support/every-type.ts'
import { formVersion } from '../../test/support/forms.ts'
import { aPart, hashOf, paperOf } from '../../test/support/papers.ts'
import type { AnswerValue } from '../form/answers.ts'
import { asId, UnitId } from '../ids.ts'
import type { TableBlock } from './document.ts'
import { Paper, type PaperBlock, type PaperPart } from './paper.ts'

const tablesOf = ({ blocks }: PaperPart): TableBlock[] =>
  blocks.filter((block): block is Extract<PaperBlock, { type: 'table' }> => block.type === 'table')
const textOf = (cells: TableBlock['rows'][number]['cells']) =>
  cells.map(({ runs }) => runs.map(({ text }) => text).join(''))
const rowsOf = (part: PaperPart): string[][] =>
  tablesOf(part).flatMap(({ rows }) => rows.map(({ cells }) => textOf(cells)))
const headingsOf = ({ blocks }: PaperPart): string[] =>
  blocks.flatMap((block) => (block.type === 'heading' ? `${block.marker} ${block.text}` : []))
const signersOf = ({ blocks }: PaperPart) => blocks.flatMap((block) => (block.type === 'signatures' ? block.items : []))
const factsOf = ({ blocks }: PaperPart): Map<string, string> =>
  new Map(
    blocks.flatMap((block) => (block.type === 'facts' ? block.items : [])).map(({ label, value }) => [label, value]),
  )

describe('the head of a record', () => {
  test('is the letterhead, with the day of the visit where the organisation is', () => {
    const part = aPart()
    expect(part.kind).toBe('BIÊN BẢN')
    expect(part.subject).toBe('Phiếu khảo sát\nChi bộ Sông 1')
    // 18:30 UTC is half past one of the next day in Hà Nội.
    expect(part.header).toEqual({
      type: 'letterhead',
      heading: 'ĐẢNG CỘNG SẢN VIỆT NAM',
      bodyAbove: 'Đảng ủy Khối',
      body: 'Ban Tổ chức',
      documentNumber: 'Số       -BB/BTCĐUK',
      placeAndDate: 'Hà Nội, ngày 05 tháng 02 năm 2013',
    })
    expect(Object.fromEntries(factsOf(part))).toEqual({
      'Đơn vị': 'Chi bộ Sông 1 (mã R1), thuộc Đảng bộ Sông',
      Đợt: 'Khảo sát chi bộ',
      Kỳ: '6 tháng đầu năm 2013',
      'Người kiểm tra': 'Nguyễn Thị Ánh',
      'Thời điểm': '05/02/2013 01:30',
    })
  })

  test('leaves the place open where nobody said it', () => {
    const letterhead = { preset: 'party-2018' as const, bodyAbove: '', body: 'Ban Tổ chức', office: '', place: '' }
    expect(aPart({ letterhead }).header).toMatchObject({
      documentNumber: 'Số       -BB',
      placeAndDate: '……………, ngày 05 tháng 02 năm 2013',
    })
  })

  test('names who entered it, and for whom; a score; a name of its own', () => {
    const first = { by: 'Văn phòng', finishedAt: '2013-02-04T18:30:00.000Z', onBehalfOf: 'Trần Văn Bình' }
    const facts = factsOf(aPart({ first, latest: { raised: { findings: [], score: '1234.5', name: 'Phiếu 7' } } }))
    expect(facts.get('Người nhập')).toBe('Văn phòng, nhập thay cho Trần Văn Bình')
    expect(facts.get('Tổng điểm')).toBe('1.234,5')
    expect(facts.get('Tên phiếu')).toBe('Phiếu 7')
  })

  test('of a unit report, and in English', () => {
    const campaign = { title: { vi: 'Báo cáo quý', en: 'Quarterly report' }, kind: 'unit-report' } as const
    const part = aPart({ campaign, language: 'en', texts: 'English (en)' })
    expect(part.kind).toBe('UNIT REPORT')
    expect(part.header).toMatchObject({ placeAndDate: 'Hà Nội, 5 February 2013' })
    expect(factsOf(part).get('Sent by')).toBe('Nguyễn Thị Ánh')
    expect(signersOf(part).map(({ heading }) => heading)).toEqual(['WRITTEN BY', 'HEAD OF THE UNIT'])
    expect(rowsOf(part)).toContainEqual(['2', 'Hours', '1.50'])
  })

  test('the foot of every page says what was sent, when, and its hash', () => {
    expect(aPart().footer).toEqual([
      'Đã gửi lúc 05/02/2013 10:10, mã 00000001-0000-4000-8000-000000001eef',
      `Mã băm nội dung (SHA-256): ${'h'.repeat(43)}`,
    ])
    expect(aPart({ latest: { revision: 3 } }).footer[0]).toContain('lần gửi 3')
  })
})

const at = asId(UnitId, 'bloc')

test.each([
  ['what counts', {}, null],
  ['withdrawn', { latest: { standing: 'withdrawn', step: { kind: 'withdrawn', reason: 'Trùng' } } }, 'ĐÃ RÚT'],
  ['returned', { latest: { step: { kind: 'returned', at, reason: 'Thiếu số' } } }, 'ĐÃ TRẢ LẠI'],
  ['in quarantine', { latest: { standing: 'quarantined' } }, 'CHỜ XEM XÉT'],
  ['not accepted yet', { isWaiting: true }, 'CHƯA DUYỆT'],
] as const)('%s is marked on every page', (_, changes, mark) => {
  expect(aPart(changes).mark).toBe(mark)
})

describe('answers', () => {
  test('stand in the order of the form, as people write them', () => {
    expect(rowsOf(aPart())).toEqual([
      ['1', 'Số kỳ họp', '1.200'],
      ['2', 'Thời lượng', '1,50'],
      ['3', 'Có sổ biên bản', 'Có'],
      ['4', 'Ghi chú', 'Sinh hoạt đúng định kỳ'],
    ])
  })

  test('a blank one is a dash, and a value that its question no longer takes is shown as it is', () => {
    expect(rowsOf(aPart({ latest: { answers: new Map([['minutes', 'maybe']]) } }))).toEqual([
      ['1', 'Số kỳ họp', '–'],
      ['2', 'Thời lượng', '–'],
      ['3', 'Có sổ biên bản', 'maybe'],
      ['4', 'Ghi chú', '–'],
    ])
  })

  const answers = new Map<string, AnswerValue>([
    ['name', 'Hường'],
    ['guardian', 'Ước'],
    ['tools', ['phone', 'paper']],
    ['order', ['paper', 'phone']],
    ['read', 'OK'],
    ['day', '2013-02-05'],
    ['at', '07:30:00.000+07:00'],
    ['moment', '2013-02-05T07:30:00.000+07:00'],
  ])

  test('every type is read: choices, orders, days, times, labels that take answers', () => {
    const rows = new Map(
      rowsOf(aPart({ latest: { answers } }, everyType)).map(([, question, answer]) => [question, answer]),
    )
    expect(rows.get('Người giám hộ của Hường')).toBe('Ước')
    expect(rows.get('Phương tiện')).toBe('Điện thoại; Giấy')
    expect(rows.get('Xếp thứ tự')).toBe('1. Giấy; 2. Điện thoại')
    expect(rows.get('Đã đọc quy định')).toBe('Đã xác nhận')
    expect(rows.get('Ngày')).toBe('05/02/2013')
    expect(rows.get('Giờ')).toBe('07:30')
    expect(rows.get('Thời điểm')).toBe('05/02/2013 07:30')
  })

  test('groups are parts; what was not asked is left out', () => {
    const part = aPart({ latest: { answers: new Map([['name', 'An']]) } }, everyType)
    expect(headingsOf(part).slice(0, 4)).toEqual([
      'I- Chữ và số',
      'II- Lựa chọn',
      'III- Đánh giá từng mặt',
      'IV- Thời gian, địa điểm',
    ])
    // Asked of the young alone; the repeat has no round.
    expect(rowsOf(part).flat()).not.toContain('Người giám hộ của An')
    expect(headingsOf(part).join()).not.toContain('Người dự')
  })

  test('short rounds are a table, one row each', () => {
    const person = [{ who: 'An', years: 30 }, { who: 'Ước' }]
    const part = aPart({ latest: { answers: new Map([['person', person]]) } }, everyType)
    const table = tablesOf(part).find(({ columns }) => columns.some(({ header }) => header === 'Tên'))
    expect(table?.columns.map(({ header }) => header)).toEqual(['TT', 'Tên', 'Tuổi'])
    expect(table?.rows.map(({ cells }) => textOf(cells))).toEqual([
      ['1', 'An', '30'],
      ['2', 'Ước', '–'],
    ])
  })

  test('long rounds follow each other, numbered', () => {
    const person = [{ who: 'A'.repeat(100) }, { who: 'Ước' }]
    const part = aPart({ latest: { answers: new Map([['person', person]]) } }, everyType)
    expect(headingsOf(part).filter((text) => text.includes('Người dự'))).toEqual(['V- Người dự 1', 'VI- Người dự 2'])
  })

  test('a text of any length fits into the document', () => {
    const note = '😀'.repeat(60_000)
    const part = aPart({ latest: { answers: new Map([['note', note]]) } })
    expect(() => v.parse(Paper, paperOf(part))).not.toThrow()
    expect(rowsOf(part).at(-1)?.at(-1)).toBe(note)
  })
})

describe('what the answers raised', () => {
  const faulty = formVersion('faulty', {
    survey: `
      type | name | label | finding | finding_severity | finding_message | finding_action | finding_due_days
      begin repeat | room | Phòng
      select_one yn | exit | Có lối thoát | . = 'no' | high | Thiếu lối thoát ở \${where} | Mở lối thoát | 30
      text | where | Ở đâu
      end repeat`,
    choices: `
      list_name | name | label
      yn | yes | Có
      yn | no | Không`,
  })

  test('is listed with its severity, what to put right, and within how many days', () => {
    const latest = {
      answers: new Map([['room', [{ exit: 'yes' }, { exit: 'no' }]]]),
      raised: { findings: [{ kind: 'finding', question: 'room[2]/exit' } as const] },
    }
    const part = aPart({ latest }, faulty)
    expect(headingsOf(part)).toContain('II- Tồn tại, thiếu sót')
    expect(rowsOf(part).at(-1)).toEqual(['1', 'Có lối thoát 2: Thiếu lối thoát ở …', 'Nặng', 'Mở lối thoát', '30 ngày'])
  })

  test('figures that do not fit are listed in the words of their rule', () => {
    const raised = { findings: [{ kind: 'consistency', question: 'part_b' } as const] }
    expect(rowsOf(aPart({ latest: { raised } }, everyType)).at(-1)).toEqual([
      '1',
      'Phần B: Tổng số không bằng A cộng B',
      '–',
      '–',
      '–',
    ])
  })

  test('why it was returned is a note', () => {
    const part = aPart({ latest: { step: { kind: 'returned', at, reason: 'Thiếu số đảng viên' } } })
    expect(part.blocks).toContainEqual({
      type: 'paragraph',
      runs: [{ text: 'Lý do trả lại: Thiếu số đảng viên' }],
    })
  })

  test('a visit that could not be made says why', () => {
    const step = { kind: 'not-possible', reason: 'Đơn vị đi vắng' } as const
    const part = aPart({ latest: { step, answers: new Map() } })
    expect(part.kind).toBe('BIÊN BẢN KHÔNG LÀM VIỆC ĐƯỢC')
    expect(JSON.stringify(part.blocks)).toContain('Đơn vị đi vắng')
  })
})

describe('pictures and files', () => {
  const [photo, drawn, other] = [hashOf('a'), hashOf('b'), hashOf('c')]
  const answers = new Map([
    ['photo', `${photo} cổng.jpg`],
    ['sign', `${drawn} ký.png`],
    ['paper', `${other} gốc.pdf`],
  ])
  const picture = { sha256: hashOf('d'), width: 40, height: 30 }

  test('a photo is printed with its words, another file is named by its hash', () => {
    const part = aPart({ latest: { answers }, pictures: new Map([[photo, picture]]) }, everyType)
    const pictures = part.blocks.flatMap((block) => (block.type === 'pictures' ? block.items : []))
    expect(pictures).toEqual([{ picture, caption: 'Ảnh 1. Ảnh (cổng.jpg)' }])
    const files = rowsOf(part).filter(([title]) => title?.startsWith('Tệp'))
    expect(files.map(([title, name]) => [title, name])).toEqual([
      ['Tệp 1', 'ký.png'],
      ['Tệp 2', 'gốc.pdf'],
    ])
    expect(files.at(-1)?.at(-1)?.replaceAll(' ', '')).toBe(other)
    expect(rowsOf(part)).toContainEqual([expect.any(String), 'Ảnh', 'Ảnh 1: cổng.jpg'])
  })

  test('a drawn signature takes the place of the pen, under the words of its question', () => {
    const part = aPart({ latest: { answers }, pictures: new Map([[drawn, picture]]) }, everyType)
    expect(signersOf(part)).toEqual([
      { heading: 'Chữ ký', remark: '(Đã ký trên thiết bị)', picture, name: '' },
      { heading: 'ĐOÀN KIỂM TRA', remark: '(Ký, ghi rõ họ tên)', picture: null, name: 'Nguyễn Thị Ánh' },
    ])
    expect(rowsOf(part).flat()).not.toContain('Chữ ký')
  })

  test('without one both sides have room for the pen', () => {
    expect(signersOf(aPart()).map(({ heading, picture: drawing }) => [heading, drawing])).toEqual([
      ['ĐẠI DIỆN ĐƠN VỊ', null],
      ['ĐOÀN KIỂM TRA', null],
    ])
  })

  const twoSigners = formVersion('signed', {
    survey: `
      type | name | label | appearance
      image | team | Chữ ký đoàn kiểm tra | signature
      image | unit | Chữ ký người đại diện | signature`,
  })
  test('of two drawn ones the unit stands at the left, whoever signed first', () => {
    const latest = {
      answers: new Map([
        ['team', `${photo} a.png`],
        ['unit', `${drawn} b.png`],
      ]),
    }
    const pictures = new Map([
      [photo, picture],
      [drawn, picture],
    ])
    const part = aPart({ latest, pictures }, twoSigners)
    expect(signersOf(part).map(({ heading }) => heading)).toEqual(['Chữ ký người đại diện', 'Chữ ký đoàn kiểm tra'])
  })
})
