// What units wrote in answer to one open question, each with the unit that wrote it.

import { unitIn } from '../../organisation/unit.ts'
import type { Block, Run } from '../document.ts'
import type { BlockOf } from '../template.ts'
import type { Scope } from './role-scope.ts'

/** Answers of one unit stand under its name once. Units outside of the report's own are left out; nothing where none wrote. */
export function freeText({ input, facts, words, total }: Scope, { question }: BlockOf<'free-text'>): Block[] {
  const texts = (facts.texts?.get(question) ?? []).filter(({ unitId }) => total.members.has(unitId))
  const units = new Map<string, string[]>()
  for (const { unitId, text } of texts) {
    const name = unitIn(input.tree, unitId)?.name ?? unitId
    units.set(name, [...(units.get(name) ?? []), text.replace(/\s+/g, ' ').trim()])
  }
  if (units.size === 0) return []
  const items = [...units].map(([name, own]): Run[] => [{ text: words.wrote(name, own.join(' ')) }])
  return [{ type: 'list', items }]
}
