import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { everyType } from '../../test/support/every-type.ts'
import { formVersion } from '../../test/support/forms.ts'
import type { FormVersion } from '../form/form.ts'
import { type BlankFormInput, blankForm } from './blank-form.ts'
import { Paper, type PaperBlock } from './paper.ts'

const blank = (version: FormVersion, changes: Partial<BlankFormInput> = {}) =>
  blankForm({
    version,
    formLanguage: 'vi',
    language: 'vi',
    preset: 'party-2018',
    organisation: 'Đảng ủy Khối',
    versionName: '2.1',
    publishedAt: '2013-01-01T00:00:00.000Z',
    rounds: 3,
    pictures: new Map(),
    ...changes,
  })
const blocksOf = (version: FormVersion, changes?: Partial<BlankFormInput>): readonly PaperBlock[] =>
  blank(version, changes).parts.flatMap((part) => ('blocks' in part ? part.blocks : []))
type Question = Extract<PaperBlock, { type: 'question' }>
const questionsOf = (version: FormVersion, changes?: Partial<BlankFormInput>): Question[] =>
  blocksOf(version, changes).filter((block): block is Question => block.type === 'question')
const ofType = <T extends PaperBlock['type']>(blocks: readonly PaperBlock[], type: T) =>
  blocks.filter((block): block is Extract<PaperBlock, { type: T }> => block.type === type)

test('is a paper that says which form and version it is, on every page', () => {
  const paper = v.parse(Paper, blank(everyType))
  expect(paper.title).toBe('Phiếu đủ loại câu hỏi')
  expect(paper.parts).toHaveLength(1)
  expect(paper.parts[0]).toMatchObject({
    header: { type: 'line', left: 'Đảng ủy Khối' },
    numbering: 'foot',
    footer: ['Biểu mẫu every-type, phiên bản 1 (2.1)'],
  })
})

test('a version that is called by its number is named once', () => {
  expect(blank(everyType, { versionName: '1' }).parts[0]).toMatchObject({
    footer: ['Biểu mẫu every-type, phiên bản 1'],
  })
})

test('bounds are written as on the page', () => {
  const form = formVersion('big', {
    survey: `
      type | name | label | constraint
      integer | members | Members | . >= 0 and . <= 100000
      decimal | hours | Hours | . >= 0.5 and . <= 12.25
      decimal | trace | Trace | . >= 0.0000001 and . <= 1`,
  })
  const ends = (language: 'vi' | 'en') => questionsOf(form, { language }).map(({ answer }) => answer)
  expect(ends('vi')).toMatchObject([{ after: '(0 – 100.000)' }, { after: '(0,5 – 12,25)' }, { after: '(1e-7 – 1)' }])
  expect(ends('en')).toMatchObject([{ after: '(0 – 100,000)' }, { after: '(0.5 – 12.25)' }, { after: '(1e-7 – 1)' }])
})

test('asks every question once, numbered, and leaves out what is worked out', () => {
  const questions = questionsOf(everyType)
  const matrix = ofType(blocksOf(everyType), 'matrix')
  const grid = ofType(blocksOf(everyType), 'grid')
  const numbers = [
    ...questions.map(({ number }) => Number(number)),
    ...matrix.flatMap(({ rows }) => rows.map(({ number }) => Number(number))),
    ...grid.flatMap(({ columns }) => columns.slice(1).map(({ header }) => Number.parseInt(header, 10))),
  ].sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 32 }, (_, at) => at + 1))
  const text = JSON.stringify(blank(everyType))
  expect(text).not.toContain('double')
  expect(text).not.toContain('Gấp đôi tuổi')
})

test('each type has room of its own', () => {
  const fields = Object.fromEntries(questionsOf(everyType).map(({ label, answer }) => [label, answer]))
  expect(fields['Họ và tên']).toEqual({ field: 'lines', lines: 1 })
  expect(fields['Diễn biến']).toEqual({ field: 'lines', lines: 4 })
  expect(fields['Tuổi']).toEqual({ field: 'digits', groups: [3], between: [], after: '(0 – 120)' })
  expect(fields['Số giờ']).toEqual({ field: 'digits', groups: [6, 2], between: [','], after: '' })
  expect(fields['Hài lòng (0 đến 10)']).toMatchObject({
    field: 'scale',
    values: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  })
  expect(fields['Đồng ý không?']).toEqual({ field: 'choices', sign: 'ring', choices: ['Có', 'Không'] })
  expect(fields['Phương tiện']).toMatchObject({ sign: 'square' })
  expect(fields['Phương tiện chính']).toMatchObject({
    choices: ['Điện thoại', 'Giấy', 'Máy tính', expect.stringMatching(/^Khác: …+$/)],
  })
  expect(fields['Xếp thứ tự']).toMatchObject({ sign: 'order' })
  expect(fields['Ngày']).toEqual({ field: 'digits', groups: [2, 2, 4], between: ['/', '/'], after: '' })
  expect(fields['Tháng']).toEqual({ field: 'digits', groups: [2, 4], between: ['/'], after: '' })
  expect(fields['Giờ']).toMatchObject({ groups: [2, 2], between: [':'] })
  expect(fields['Chữ ký']).toEqual({ field: 'box', heightMm: 25 })
  expect(fields['Ghi âm']).toEqual({ field: 'lines', lines: 1 })
})

test('a table of choices is a matrix, rounds of short questions a table to fill in', () => {
  const [matrix] = ofType(blocksOf(everyType), 'matrix')
  expect(matrix).toMatchObject({ sign: 'ring', columns: ['Tốt', 'Khá', 'Yếu'] })
  expect(matrix?.rows.map(({ label }) => label)).toEqual(['Nội dung', 'Cách làm'])
  const [grid] = ofType(blocksOf(everyType), 'grid')
  expect(grid?.columns.map(({ header }) => header)).toEqual(['', '24. Tên', '25. Tuổi'])
  expect(grid?.rows).toBe(5)
  expect(ofType(blocksOf(everyType, { rounds: 12 }), 'grid')[0]?.rows).toBe(12)
})

test('rounds of long questions come as often as was asked for, or as their form says', () => {
  const form = (count: string) =>
    formVersion('rounds', {
      survey: `
        type | name | label | appearance | repeat_count
        begin repeat | visit | Lần thăm | | ${count}
        text | what | Đã làm gì | multiline
        end repeat`,
    })
  const headings = (version: FormVersion) => ofType(blocksOf(version, { rounds: 2 }), 'section').map(({ text }) => text)
  expect(headings(form(''))).toEqual(['Lần thăm', 'Lần thăm: mục 1', 'Lần thăm: mục 2'])
  expect(headings(form('4'))).toHaveLength(5)
})

describe('conditions in words', () => {
  const conditionOf = (relevant: string): string => {
    const version = formVersion('conditions', {
      survey: `
        type | name | label | relevant
        select_one yn | fire | Có bình chữa cháy
        select_multiple yn | many | Loại bình
        integer | age | Tuổi
        text | why | Vì sao | ${relevant}`,
      choices: `
        list_name | name | label
        yn | yes | Có
        yn | no | Không`,
    })
    return questionsOf(version).at(-1)?.condition ?? ''
  }
  const fire = 'câu 1 (“Có bình chữa cháy”)'
  const many = 'câu 2 (“Loại bình”)'
  const age = 'câu 3 (“Tuổi”)'
  test.each([
    ['', ''],
    ['true()', ''],
    ["${fire} = 'no'", `Chỉ trả lời nếu ${fire} là “Không”.`],
    ["'no' = ${fire}", `Chỉ trả lời nếu ${fire} là “Không”.`],
    ["${fire} != 'no'", `Chỉ trả lời nếu ${fire} không phải là “Không”.`],
    ["selected(${many}, 'yes')", `Chỉ trả lời nếu ${many} có chọn “Có”.`],
    ["not(selected(${many}, 'yes'))", `Chỉ trả lời nếu ${many} không chọn “Có”.`],
    ['${age} >= 18', `Chỉ trả lời nếu ${age} ≥ 18.`],
    ['18 < ${age}', `Chỉ trả lời nếu ${age} > 18.`],
    ["${age} = ''", `Chỉ trả lời nếu ${age} để trống.`],
    ["${age} != ''", `Chỉ trả lời nếu ${age} đã được trả lời.`],
    [
      "${age} > 5 and (${fire} = 'no' or ${fire} = 'yes')",
      `Chỉ trả lời nếu ${age} > 5 và (${fire} là “Không” hoặc ${fire} là “Có”).`,
    ],
    ['count-selected(${many}) > 1', `Chỉ trả lời nếu đúng điều kiện: count-selected(${many}) > 1.`],
  ])('%s', (relevant, words) => {
    expect(conditionOf(relevant)).toBe(words)
  })

  test('of a whole part stands below its heading', () => {
    const remarks = ofType(blocksOf(everyType), 'remark').map(({ text }) => text)
    expect(remarks).toContain('Cả phần này chỉ trả lời nếu câu 7 (“Đồng ý không?”) là “Có”.')
  })
})

test('a label that takes an answer says of which question', () => {
  expect(questionsOf(everyType).find(({ number }) => number === '6')?.label).toBe('Người giám hộ của [câu 1]')
})

test('in another language, with the words around it', () => {
  const paper = blank(everyType, { formLanguage: 'English (en)', language: 'en', organisation: 'Bloc' })
  expect(paper.title).toBe('A form of every type')
  expect(JSON.stringify(paper)).toContain('Answer only if question 3 (“Age”) < 18.')
  expect(JSON.stringify(paper)).not.toMatch(/[ăâđêôơư]/i)
})

test('a list too long for paper has a line instead', () => {
  const towns = Array.from({ length: 61 }, (_, at) => `town | t${at} | Xã ${at}`).join('\n')
  const version = formVersion('towns', {
    survey: 'type | name | label\nselect_one town | town | Xã',
    choices: `list_name | name | label\n${towns}`,
  })
  expect(questionsOf(version)[0]).toMatchObject({
    answer: { field: 'lines', lines: 1 },
    hint: 'Chọn trong danh mục 61 dòng kèm theo mẫu phiếu.',
  })
})

test('a picture of a label is printed with its question', () => {
  const version = formVersion('pictured', {
    survey: 'type | name | label | media::image\ninteger | width | Bề rộng | sketch.png',
  })
  const picture = { sha256: 'a'.repeat(64), width: 10, height: 10 } as never
  expect(questionsOf(version, { pictures: new Map([['sketch.png', picture]]) })[0]?.picture).toBe(picture)
})
