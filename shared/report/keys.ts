// The keys of a report's blocks: where each stands under its headings. They depend on the words of the headings, not on their
// numbers, so that what is said of a part stays with it when a part before it comes or goes; nor on figures.

import { foldText } from '../organisation/search.ts'
import type { Block, KeyedBlock } from './document.ts'

/** Letters of a heading that go into a key: enough to tell it from the others. */
const longest = 28

const wordsIn = (heading: string): string =>
  foldText(heading)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-|-$/g, '')

/**
 * "ket-qua", "ket-qua/uu-diem", "ket-qua/uu-diem/table-1", "paragraph-2": the words of the headings above, then the kind and its
 * number there. What would have the key of another block has "~2" behind it.
 */
export function keyed(blocks: readonly Block[]): KeyedBlock[] {
  const numbers = new Map<string, number>()
  const taken = new Set<string>()
  const above: { level: number; key: string }[] = []
  const numbered = (name: string): string => {
    const number = (numbers.get(name) ?? 0) + 1
    numbers.set(name, number)
    return `${name}-${number}`
  }
  const free = (key: string, n = 1): string => {
    const one = n === 1 ? key : `${key}~${n}`
    return taken.has(one) ? free(key, n + 1) : one
  }
  return blocks.map((block) => {
    const level = block.type === 'heading' ? block.level : 5
    while ((above.at(-1)?.level ?? 0) >= level) above.pop()
    const prefix = above.map(({ key }) => `${key}/`).at(-1) ?? ''
    const words = block.type === 'heading' ? wordsIn(block.text) : ''
    const key = free(words === '' ? numbered(prefix + block.type) : prefix + words)
    taken.add(key)
    if (block.type === 'heading') above.push({ level, key })
    return { ...block, key }
  })
}

/** The n-th item of a list, from 0: its sentence has a key of its own, "ket-qua/list-1/3". */
export const itemKey = (list: string, index: number): string => `${list}/${index + 1}`
