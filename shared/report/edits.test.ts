import { describe, expect, test } from 'vitest'
import { sampleReport } from '../../test/support/sample-report.ts'
import { asId, CampaignId, PeriodId, PersonId, UnitId } from '../ids.ts'
import type { Block, Run } from './document.ts'
import {
  addParagraph,
  changeParagraph,
  type Edits,
  editSentence,
  keepEdit,
  noEdits,
  placeEdits,
  sentencesOf,
  textOf,
  undoEdit,
  withEdits,
} from './edits.ts'
import { runsAround, typedNumbers } from './figure-runs.ts'
import { keyed } from './keys.ts'

const by = { by: asId(PersonId, 'office'), at: '2013-07-15T00:00:00.000Z' }
const figure = (text: string, indicator = 'inspected'): Run => ({
  text,
  source: {
    campaign: asId(CampaignId, 'survey'),
    period: asId(PeriodId, '2013-H1'),
    unit: asId(UnitId, 'bloc'),
    indicator,
    responses: 20,
  },
})
const say = (...parts: (string | Run)[]): Run[] =>
  parts.map((part) => (typeof part === 'string' ? { text: part } : part))
const heading = (text: string): Block => ({ type: 'heading', level: 1, marker: 'I-', text })
const documentOf = (...blocks: Block[]) => sampleReport({ blocks: keyed(blocks) })

const inspected = (part: string, rate: string) => say('Đã kiểm tra ', figure(part), ' chi bộ, đạt ', figure(rate), '.')
const before = documentOf(
  heading('Kết quả'),
  { type: 'paragraph', runs: inspected('15/28', '53,6\u00a0%') },
  { type: 'list', items: [say('Chi bộ Một'), say('Chi bộ Hai'), say('Chi bộ Ba')] },
  heading('Nhiệm vụ'),
  { type: 'paragraph', runs: say('Cần đôn đốc.') },
)
const sentence = 'ket-qua/paragraph-1'
const words = (document: { blocks: readonly unknown[] }) =>
  sentencesOf(document as typeof before).map(({ runs }) => textOf(runs))
const edited = (edits: Edits | undefined): Edits => {
  if (!edits) throw new Error('It was refused')
  return edits
}
const change = (key: string, text: string, edits = noEdits) => edited(editSentence(before, edits, { key, text }, by))

test('without edits the document is the one that was generated', () => {
  expect(withEdits(before, noEdits)).toBe(before)
})

test('an edited sentence says what was written, is marked, and keeps the figures that still stand in it', () => {
  const text = 'Ban đã kiểm tra được 15/28 chi bộ (53,6 %), vượt kế hoạch 14 chi bộ.'
  const [, block] = withEdits(before, change(sentence, text)).blocks
  expect(block).toMatchObject({ type: 'paragraph', byHand: 'edited', key: sentence })
  const runs = block?.type === 'paragraph' ? block.runs : []
  expect(runs.filter(({ source }) => source).map((run) => run.text)).toEqual(['15/28', '53,6\u00a0%'])
  expect(textOf(runs).replaceAll('\u00a0', ' ')).toBe(text)
  expect(typedNumbers(text, inspected('15/28', '53,6\u00a0%'))).toEqual(['14'])
})

test('what is left empty is left out, an item alone as well', () => {
  const edits = change('ket-qua/list-1/2', '', change(sentence, ' \n '))
  expect(words(withEdits(before, edits))).toEqual(['Chi bộ Một', 'Chi bộ Ba', 'Cần đôn đốc.'])
  const all = ['ket-qua/list-1/1', 'ket-qua/list-1/3'].reduce((so, key) => change(key, '', so), edits)
  expect(withEdits(before, all).blocks.map(({ type }) => type)).toEqual(['heading', 'heading', 'paragraph'])
})

test('items that were edited are named by where they stand then', () => {
  const edits = change('ket-qua/list-1/3', 'Chi bộ Bốn', change('ket-qua/list-1/1', ''))
  expect(withEdits(before, edits).blocks.find(({ type }) => type === 'list')).toMatchObject({
    items: [say('Chi bộ Hai'), say('Chi bộ Bốn')],
    edited: [1],
  })
})

test('the words as they were generated are no edit', () => {
  const edits = change(sentence, 'Khác.')
  expect(change(sentence, 'Đã kiểm tra 15/28 chi bộ, đạt 53,6\u00a0%.', edits)).toEqual(noEdits)
  expect(editSentence(before, noEdits, { key: 'ket-qua/paragraph-9', text: 'a' }, by)).toBeUndefined()
})

describe('made again', () => {
  const edits = change(sentence, 'Ban đã kiểm tra 15/28 chi bộ.')
  const after = documentOf(
    heading('Mở đầu'),
    heading('Kết quả'),
    { type: 'paragraph', runs: inspected('16/28', '57,1\u00a0%') },
    { type: 'list', items: [say('Chi bộ Hai'), say('Chi bộ Ba')] },
  )

  test('a sentence that says the same keeps its edit, and nothing is said of it', () => {
    expect(placeEdits(before, edits).placed.get(sentence)?.hasChanged).toBe(false)
  })

  test('one that says something else keeps its edit and says so; old figures are figures no more', () => {
    expect(placeEdits(after, edits).placed.get(sentence)).toMatchObject({ hasChanged: true })
    const block = withEdits(after, edits).blocks.find(({ key }) => key === sentence)
    expect(block).toMatchObject({ byHand: 'edited', runs: [{ text: 'Ban đã kiểm tra 15/28 chi bộ.' }] })
    expect(block?.type === 'paragraph' && block.runs.some(({ source }) => source)).toBe(false)
  })

  test('kept after somebody looked, it is said no more; taken back, the new sentence stands', () => {
    const kept = edited(keepEdit(after, edits, sentence))
    expect(placeEdits(after, kept).placed.get(sentence)).toMatchObject({ hasChanged: false })
    expect(kept.sentences[0]?.text).toBe('Ban đã kiểm tra 15/28 chi bộ.')
    expect(undoEdit(after, edits, sentence)).toEqual(noEdits)
  })

  test('an item that moved up in its list is found by what it says', () => {
    const moved = change('ket-qua/list-1/2', 'Chi bộ Hai (đã khắc phục)')
    expect(words(withEdits(after, moved)).slice(1)).toEqual(['Chi bộ Hai (đã khắc phục)', 'Chi bộ Ba'])
    expect([...placeEdits(after, moved).placed.keys()]).toEqual(['ket-qua/list-1/1'])
  })

  test('what has no place any more is told, not shown, and can be removed', () => {
    const lost = edited(
      addParagraph(before, change('nhiem-vu/paragraph-1', 'Khác.'), { under: 'nhiem-vu', text: 'Thêm.' }, by),
    )
    const placing = placeEdits(after, lost)
    expect([placing.lost.map(({ key }) => key), placing.lostOwn.map(({ id }) => id)]).toEqual([
      ['nhiem-vu/paragraph-1'],
      ['own-1'],
    ])
    expect(withEdits(after, lost).blocks).toEqual(after.blocks)
    expect(changeParagraph(edited(undoEdit(after, lost, 'nhiem-vu/paragraph-1')), 'own-1', '', by)).toEqual(noEdits)
  })

  test('two edits never take the same sentence', () => {
    const twice = documentOf(heading('Kết quả'), { type: 'list', items: [say('Chi bộ Hai')] })
    const both = change('ket-qua/list-1/2', 'A', change('ket-qua/list-1/1', 'B'))
    const { placed, lost } = placeEdits(twice, both)
    expect(placed.size + lost.length).toBe(2)
    expect(placed.get('ket-qua/list-1/1')?.edit.text).toBe('A')
  })
})

describe('paragraphs of one’s own', () => {
  const added = edited(addParagraph(before, noEdits, { under: 'ket-qua', text: ' Một. \r\n\r\n Hai. ' }, by))

  test('stand behind all else under their heading, a paragraph for each line, marked', () => {
    expect(withEdits(before, added).blocks.slice(3, 6)).toMatchObject([
      { type: 'paragraph', key: 'ket-qua/own-1', byHand: 'own', runs: [{ text: 'Một.' }] },
      { type: 'paragraph', key: 'ket-qua/own-1~2', byHand: 'own', runs: [{ text: 'Hai.' }] },
      { type: 'heading', key: 'nhiem-vu' },
    ])
  })

  test('are changed, numbered on, and gone when they are emptied', () => {
    const two = edited(addParagraph(before, added, { under: 'ket-qua', text: 'Ba.' }, by))
    expect(two.own.map(({ id }) => id)).toEqual(['own-1', 'own-2'])
    const changed = edited(changeParagraph(two, 'own-2', 'Bốn.', by))
    expect(changed.own[1]?.text).toBe('Bốn.')
    expect(changeParagraph(two, 'own-1', '', by)?.own.map(({ id }) => id)).toEqual(['own-2'])
  })

  test('take a heading that is there, and words', () => {
    expect(addParagraph(before, noEdits, { under: 'khac', text: 'Một.' }, by)).toBeUndefined()
    expect(addParagraph(before, noEdits, { under: sentence, text: 'Một.' }, by)).toBeUndefined()
    expect(addParagraph(before, noEdits, { under: 'ket-qua', text: ' \n ' }, by)).toBeUndefined()
    expect(changeParagraph(added, 'own-7', 'Một.', by)).toBeUndefined()
  })
})

test.each([
  ['2015', []],
  ['15', ['15']],
  ['150', []],
  ['1.150 và 15', ['15']],
  ['15.730', []],
  ['15,5', []],
  ['(15)', ['15']],
  ['15. Sau đó', ['15']],
  ['khóa15', []],
] as const)('in “%s” the figure 15 is found as %j', (text, found) => {
  const runs = runsAround(text, say(figure('15')))
  expect(runs.filter(({ source }) => source).map((run) => run.text)).toEqual(found)
  expect(textOf(runs)).toBe(text)
})
