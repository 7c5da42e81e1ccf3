import { expect, test } from 'vitest'
import { pageMessages } from './page.ts'

/** Every message with its place, functions called with figures and names. */
function texts(messages: object, place = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] => {
    const here = `${place}.${key}`
    if (typeof value === 'function') return [[here, String(value(1_234, 5_678))]]
    return typeof value === 'string' ? [[here, value]] : texts(value, here)
  })
}

const vietnamese = texts(pageMessages.vi)
const english = new Map(texts(pageMessages.en))

test('no message is empty, and none is left in the other language', () => {
  // These say a code, a number or a name and nothing else.
  const same = vietnamese.filter(([place, text]) => english.get(place) === text).map(([place]) => place)
  expect(same).toEqual([])
  for (const [place, text] of [...vietnamese, ...english]) expect(text.trim(), place).not.toBe('')
})

test('English messages carry no Vietnamese letters, and Vietnamese ones are composed', () => {
  for (const [place, text] of english)
    expect(text, place).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i)
  for (const [place, text] of vietnamese) expect(text, place).toBe(text.normalize('NFC'))
})

test('figures carry the marks of their language', () => {
  expect(pageMessages.vi.visits.left(1_730, 2_000)).toBe('Đã làm 270/2.000 phiếu, còn 1.730')
  expect(pageMessages.en.visits.left(1_730, 2_000)).toBe('270 of 2,000 done, 1,730 left')
  expect(pageMessages.en.progress.missingIn('A', 1)).toBe('A: 1 unit')
})
