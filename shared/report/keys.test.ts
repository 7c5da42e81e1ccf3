import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from './document.ts'
import { itemKey, keyed } from './keys.ts'

const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ type: 'heading', level, marker: '1.', text })
const paragraph: Block = { type: 'paragraph', runs: [{ text: 'Có 47 chi bộ.' }] }
const list: Block = { type: 'list', items: [[{ text: 'một' }]] }
const keys = (blocks: readonly Block[]) => keyed(blocks).map(({ key }) => key)

test('a key is where a block stands under its headings', () => {
  expect(
    keys([
      paragraph,
      heading(1, 'Kết quả 6 tháng đầu năm 2013'),
      heading(2, 'Công tác chỉ đạo, tổ chức thực hiện và phối hợp giữa các đơn vị'),
      paragraph,
      list,
      paragraph,
      heading(4, 'Của Đảng ủy'),
      paragraph,
      heading(2, 'Ưu điểm'),
      paragraph,
      heading(1, 'Nhiệm vụ'),
      heading(2, 'Ưu điểm'),
      heading(2, 'Ưu điểm'),
      heading(2, '…'),
      paragraph,
    ]),
  ).toEqual([
    'paragraph-1',
    'ket-qua-6-thang-dau-nam-2013',
    'ket-qua-6-thang-dau-nam-2013/cong-tac-chi-dao-to-chuc-thu',
    'ket-qua-6-thang-dau-nam-2013/cong-tac-chi-dao-to-chuc-thu/paragraph-1',
    'ket-qua-6-thang-dau-nam-2013/cong-tac-chi-dao-to-chuc-thu/list-1',
    'ket-qua-6-thang-dau-nam-2013/cong-tac-chi-dao-to-chuc-thu/paragraph-2',
    'ket-qua-6-thang-dau-nam-2013/cong-tac-chi-dao-to-chuc-thu/cua-dang-uy',
    'ket-qua-6-thang-dau-nam-2013/cong-tac-chi-dao-to-chuc-thu/cua-dang-uy/paragraph-1',
    'ket-qua-6-thang-dau-nam-2013/uu-diem',
    'ket-qua-6-thang-dau-nam-2013/uu-diem/paragraph-1',
    'nhiem-vu',
    'nhiem-vu/uu-diem',
    'nhiem-vu/uu-diem~2',
    'nhiem-vu/heading-1',
    'nhiem-vu/heading-1/paragraph-1',
  ])
  expect(itemKey('nhiem-vu/list-1', 0)).toBe('nhiem-vu/list-1/1')
})

test('a part keeps its keys when a part before it comes or goes', () => {
  const part = [heading(1, 'Hạn chế'), paragraph, list]
  expect(keys([heading(1, 'Ưu điểm'), paragraph, ...part]).slice(2)).toEqual(keys(part))
})

test('no two blocks have the same key, whatever the headings', () => {
  const text = fc.constantFrom('', 'Ưu điểm', 'uu diem', 'Ưu điểm~2', 'paragraph 1', 'heading-1', ' ')
  const level = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const)
  const block = fc.oneof(
    fc.constant(paragraph),
    fc.constant(list),
    fc.tuple(level, text).map((of) => heading(...of)),
  )
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
      expect(new Set(keys(blocks)).size).toBe(blocks.length)
    }),
  )
})
