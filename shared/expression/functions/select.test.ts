import { expect, test } from 'vitest'
import { answerOf, document } from '../evaluation-fixture.ts'

test.each([
  ['selected(tools, "axe")', true],
  ['selected(tools, "ax")', false],
  ['selected(blank, "axe")', false],
  ['selected-at(tools, 1)', 'axe'],
  ['selected-at(tools, 3)', ''],
  ['selected-at(tools, -1)', ''],
  ['count-selected(tools)', 3],
  ['count-selected(blank)', 0],
  ['checklist(1, 2, true(), "yes", 0)', true],
  ['checklist(-1, 1, true(), "yes")', false],
  ['checklist(3, -1, /data/member/age)', true],
  ['checklist(1, -1, blank)', false],
  ['weighted-checklist(5, 5, true(), 5, false(), 3)', true],
  ['weighted-checklist(6, -1, true(), 5, false(), 3)', false],
])('%s', (expression, expected) => {
  expect(answerOf(expression)).toBe(expected)
})

test('weighted-checklist() pairs the nodes of two sets', () => {
  const over = document('<data><v>a</v><v/><v>c</v><w>1</w><w>3</w><w>5</w></data>')
  expect(answerOf('weighted-checklist(6, 6, v, w)', { over })).toBe(true)
})

test('labels and texts come from the form', () => {
  const environment = {
    choiceName: (value: string, question: string, current: { name: string }) => `${question}=${value}@${current.name}`,
    itext: (id: string) => `text of ${id}`,
  }
  expect(answerOf('jr:choice-name("f", "${sex}")', { environment })).toBe('${sex}=f@data')
  expect(answerOf('jr:itext("hint")', { environment })).toBe('text of hint')
  expect(answerOf('jr:itext("hint")')).toBe('expression.unavailable')
})
