// The form page: what it sends, what it shows again, and how faults are tied to their questions.

import { expect, test } from 'vitest'
import { languages } from '../../shared/language.ts'
import { problem } from '../../shared/problems.ts'
import { FormPage, type FormPageProps } from '../../web/pages/form.tsx'
import { formVersion } from '../support/forms.ts'
import { attribute, type Element, parseHtml, withId, withTag } from './html.ts'
import { faulty, formProps, plain, render, responseId, sampleForm, sampleScreen } from './samples.tsx'

type Given = Partial<FormPageProps> & { readonly answers?: readonly (readonly [string, string])[] }

const pageOf = async ({ answers, ...changes }: Given = {}, language: 'vi' | 'en' = 'vi') => {
  const { problem: why } = changes
  const screen =
    why?.code === 'answers.invalid'
      ? faulty(language, plain, answers ?? [], why)
      : sampleScreen(language, sampleForm(plain), answers)
  return parseHtml(await render(<FormPage {...formProps(language)} screen={screen} {...changes} />))
}

const faults = problem.answersInvalid([
  { question: 'meetings', code: 'answer.too-large', max: '60' },
  { question: 'book', code: 'answer.required' },
  { question: 'rank', code: 'answer.unknown-choice' },
  { question: 'gone', code: 'answer.unknown-question' },
])

const fields = (elements: readonly Element[]) =>
  withTag(elements, 'input', 'select', 'textarea').filter((field) => attribute(field, 'name')?.startsWith('q.'))

test('posts to its own address, with the response and the form version it answers', async () => {
  const elements = await pageOf()
  const hidden = withTag(elements, 'input').filter(({ parent }) => attribute(parent, 'novalidate') !== undefined)
  expect(attribute(hidden[0]?.parent, 'action')).toBe('/campaigns/c/periods/2013-H1/units/u/form')
  expect(hidden.map((input) => [attribute(input, 'name'), attribute(input, 'value')])).toEqual([
    ['id', responseId],
    ['formVersion', '3'],
    ['startedAt', '2013-07-15T01:30:00.000Z'],
    ['hiddenThen', ''],
    ['formLanguage', 'Tiếng Việt (vi)'],
    ['typedIn', 'vi'],
  ])
  expect(fields(elements).map((field) => [field.tag, attribute(field, 'name'), attribute(field, 'value')])).toEqual([
    ['input', 'q.meetings', undefined],
    ['input', 'q.hours', undefined],
    ['input', 'q.book', 'yes'],
    ['input', 'q.book', 'no'],
    ['select', 'q.rank', undefined],
    ['input', 'q.few', 'x'],
    ['input', 'q.few', ''],
    ['textarea', 'q.constructor', undefined],
  ])
})

test('every field has a label, and radio buttons stand in a fieldset with a legend', async () => {
  const elements = await pageOf()
  const labels = withTag(elements, 'label')
  for (const field of fields(elements)) {
    if (attribute(field, 'type') === 'radio') {
      expect(field.parent?.tag).toBe('label')
      expect(field.parent?.parent?.tag).toBe('fieldset')
    } else expect(labels.filter((label) => attribute(label, 'for') === attribute(field, 'id'))).toHaveLength(1)
  }
  expect(withTag(elements, 'legend').map(({ text }) => text)).toEqual(['Có sổ không?', 'Ít (không bắt buộc)'])
})

test.each([
  ['meetings', 'numeric', 'Số nguyên từ 0 đến 60'],
  ['hours', 'decimal', 'Một cuộcSố, có thể có phần thập phân, ví dụ 1,5'],
  ['constructor', undefined, 'Tối đa 1.000 ký tự'],
])('%s is typed with the %s keys and says: %s', async (name, inputmode, hint) => {
  const elements = await pageOf()
  const field = withId(elements, `q-${name}`)
  expect(attribute(field, 'inputmode')).toBe(inputmode)
  expect(withId(elements, attribute(field, 'aria-describedby') ?? '')?.text).toBe(hint)
})

test('what was typed is shown again', async () => {
  const typed = { meetings: ' 7<2', hours: '1,5', book: 'no', rank: 'c', constructor: '</textarea>\ntốt' }
  const elements = await pageOf({ answers: Object.entries(typed), problem: problem.alreadyReported() })
  expect(attribute(withId(elements, 'q-meetings'), 'value')).toBe(typed.meetings)
  expect(attribute(withId(elements, 'q-hours'), 'value')).toBe(typed.hours)
  const checked = elements.filter((element) => attribute(element, 'checked') !== undefined)
  expect(checked.map((element) => [attribute(element, 'name'), attribute(element, 'value')])).toEqual([
    ['q.book', 'no'],
  ])
  const selected = elements.filter((element) => attribute(element, 'selected') !== undefined)
  expect(selected.map((element) => attribute(element, 'value'))).toEqual(['c'])
  expect(withId(elements, 'q-constructor')?.text).toBe(typed.constructor)
})

test('nothing is chosen before somebody chooses it', async () => {
  const elements = await pageOf()
  expect(elements.filter(({ attributes }) => attributes.has('checked') || attributes.has('selected'))).toEqual([])
})

test('the summary of faults takes the focus and links to each question', async () => {
  const elements = await pageOf({ problem: faults })
  const panel = elements.find((element) => attribute(element, 'role') === 'alert')
  expect([attribute(panel, 'tabindex'), attribute(panel, 'autofocus')]).toEqual(['-1', ''])
  const items = withTag(elements, 'li').map(({ text }) => text)
  expect(items).toEqual([
    'Số cuộc: nhập số không quá 60',
    'Có sổ không? Câu này chưa được trả lời',
    'Xếp loại: chọn một trong các phương án đã cho',
    'Mẫu phiếu không có câu hỏi “gone”; hãy tải lại trang',
  ])
  const links = withTag(elements, 'a').filter(({ parent }) => parent?.tag === 'li')
  expect(links.map((link) => attribute(link, 'href'))).toEqual(['#q-meetings', '#q-book', '#q-rank'])
})

test('a faulty field is marked and described by its hint and its fault', async () => {
  for (const language of languages) {
    const elements = await pageOf({ problem: faults }, language)
    const meetings = withId(elements, 'q-meetings')
    expect(attribute(meetings, 'aria-invalid')).toBe('true')
    expect(attribute(meetings, 'aria-describedby')).toBe('h-meetings e-meetings')
    expect(attribute(withId(elements, 'q-rank'), 'aria-invalid')).toBe('true')
    const radios = withId(elements, 'q-book')?.parent?.parent
    expect([radios?.tag, attribute(radios, 'aria-describedby')]).toEqual(['fieldset', 'e-book'])
    expect(withId(elements, 'e-meetings')?.text).toMatch(language === 'vi' ? /^Lỗi: Nhập số/ : /^Error: Enter a number/)
    expect(attribute(withId(elements, 'q-hours'), 'aria-invalid')).toBeUndefined()
    expect(withTag(elements, 'title')[0]?.text).toMatch(language === 'vi' ? /^Lỗi: / : /^Error: /)
  }
})

test('a conflict shows what is stored, and keeps what was typed', async () => {
  const stored = {
    revision: 1,
    receivedAt: '2013-07-15T00:00:00Z',
    contentHash: 'h',
    answers: { meetings: 11, book: 'no' },
  }
  const elements = await pageOf({ answers: [['meetings', '12']], problem: problem.responseConflict(stored) })
  expect(withTag(elements, 'dd').map(({ text }) => text)).toEqual([
    '11',
    'Không trả lời',
    'no',
    'Không trả lời',
    'Không trả lời',
    'Không trả lời',
  ])
  expect(attribute(withId(elements, 'q-meetings'), 'value')).toBe('12')
})

test('texts that were never translated say which language they are in', async () => {
  const elements = await pageOf({}, 'en')
  const foreign = elements
    .filter((element) => attribute(element, 'lang') === 'vi')
    .map(({ tag, text }) => `${tag} ${text}`)
  expect(foreign).toEqual(['button Tiếng Việt', 'span Gợi ý', 'span Một cuộc', 'legend Ít (optional)', 'span X'])
  expect(attribute(withTag(elements, 'small').at(-2), 'lang')).toBe('en')
})

test('label above list-nolabel is a table: the first question is its head and takes no answer', async () => {
  const grid = formVersion('grid', {
    survey: `
type | name | label | appearance
begin group | rate | Rate | field-list
select_one c | head | Each of these | label
select_one c | one | One | list-nolabel
select_one c | two | Two | list-nolabel
text | why | Why? |
end group | | |`,
    choices: 'list_name|name|label\nc|good|Good\nc|bad|Bad',
  })
  const html = await render(<FormPage {...formProps('en')} screen={sampleScreen('en', grid)} />)
  expect([...html.matchAll(/name="q\.(\w+)"/g)].map(([, name]) => name)).toEqual(['one', 'one', 'two', 'two', 'why'])
  expect(html).toContain('Each of these')
  expect(html).toContain('class="grid"')
})
