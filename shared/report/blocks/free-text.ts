// What units wrote in answer to one open question, each with the unit that wrote it.

import { periodName } from '../../messages/period.ts'
import { unitIn } from '../../organisation/unit.ts'
import type { Block, Run } from '../document.ts'
import type { BlockOf } from '../template.ts'
import type { Scope } from './role-scope.ts'

/** Answers of one unit stand under its name once, in a longer period each with its own. Units outside of the report's own are left out; nothing where none wrote. */
export function freeText({ input, facts, words, total, language }: Scope, { question }: BlockOf<'free-text'>): Block[] {
  const texts = (facts.texts?.get(question) ?? []).filter(({ unitId }) => total.members.has(unitId))
  const units = new Map<string, string[]>()
  for (const { unitId, period, text } of texts) {
    const name = unitIn(input.tree, unitId)?.name ?? unitId
    const written = text.replace(/\s+/g, ' ').trim()
    const said = facts.parts && period ? words.wroteIn(periodName(period, language), written) : written
    units.set(name, [...(units.get(name) ?? []), said])
  }
  if (units.size === 0) return []
  const items = [...units].map(([name, own]): Run[] => [{ text: words.wrote(name, own.join(' ')) }])
  return [{ type: 'list', items }]
}
