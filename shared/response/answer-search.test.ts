import { expect, test } from 'vitest'
import { formVersion } from '../../test/support/forms.ts'
import type { AnswerValue } from '../form/answers.ts'
import { type Operator, questionTest, textTest } from './answer-search.ts'

const form = formVersion('search', {
  survey: `
    type | name | label::Tiếng Việt (vi) | label::English (en)
    text | name | Tên | Name
    integer | meetings | Số kỳ | Meetings
    decimal | hours | Giờ | Hours
    select_one yn | book | Sổ | Book
    select_multiple yn | both | Cả hai | Both
    date | founded | Ngày lập | Founded
    dateTime | begun | Bắt đầu | Begun
    image | photo | Ảnh | Photo
    begin repeat | people | Người | People
    text | person | Họ tên | Name of person
    integer | age | Tuổi | Age
    end repeat
    text | __proto__ | Lạ | Strange`,
  choices: `
    list_name | name | label::Tiếng Việt (vi) | label::English (en)
    yn | yes | Có đủ | Complete
    yn | no | Không | None`,
})
const answers = new Map<string, AnswerValue>([
  ['name', 'Chi bộ Hưng Yên – Đống Đa'],
  ['meetings', 12],
  ['hours', '1.50'],
  ['book', 'yes'],
  ['both', ['yes', 'no']],
  ['founded', '2013-07-05'],
  ['begun', '2013-07-05T08:30:00.000+07:00'],
  ['photo', `${'a'.repeat(64)} Biên bản.jpg`],
  [
    'people',
    [
      { person: 'Trần Văn Ánh', age: 31 },
      { person: 'Lê Bình', age: 55 },
    ],
  ],
])
const holds = (key: string, operator: Operator, text = '') => questionTest(form, { key, operator, text }, 'vi')(answers)

test.each<[string, Operator, string, boolean]>([
  ['name', 'has', 'hung yen', true],
  ['name', 'has', 'dong da', true],
  ['name', 'is', 'hung yen', false],
  ['name', 'is', 'CHI BỘ HƯNG YÊN – ĐỐNG ĐA', true],
  ['meetings', 'is', '12', true],
  ['meetings', 'above', '11,5', true],
  ['meetings', 'above', '12', false],
  ['meetings', 'below', '1.000', true],
  ['meetings', 'below', 'abc', false],
  ['hours', 'is', '1,5', true],
  ['hours', 'has', '1,5', true],
  ['book', 'is', 'co du', true],
  ['book', 'is', 'yes', true],
  ['book', 'is', 'Complete', true],
  ['book', 'has', 'khong', false],
  ['both', 'is', 'không', true],
  ['founded', 'is', '5/7/2013', true],
  ['founded', 'below', '6/7/2013', true],
  ['founded', 'above', '2013-07-05', false],
  ['begun', 'is', '5/7/2013', true],
  ['begun', 'has', '05/07/2013', true],
  ['photo', 'has', 'bien ban', true],
  ['photo', 'has', 'aaaa', false],
  ['person', 'has', 'anh', true],
  ['age', 'above', '50', true],
  ['age', 'above', '55', false],
  ['name', 'none', '', false],
  ['__proto__', 'none', '', true],
  ['__proto__', 'has', 'a', false],
  ['constructor', 'has', 'a', false],
  ['toString', 'none', '', true],
])('%s %s %s: %s', (key, operator, text, expected) => {
  expect(holds(key, operator, text)).toBe(expected)
})

test('words are found anywhere: in texts, labels of choices, days, names of files, and rounds', () => {
  const found = (text: string) => textTest(form, text)(answers)
  for (const text of ['Hung Yen', 'co du', '05/07/2013', 'bien ban', 'le binh', '1,50', 'NONE'])
    expect(found(text), text).toBe(true)
  for (const text of ['Thái Bình', '__proto__', 'constructor', 'a'.repeat(64)]) expect(found(text), text).toBe(false)
  expect(textTest(form, 'x')(new Map([['gone', 'x']]))).toBe(false)
})
