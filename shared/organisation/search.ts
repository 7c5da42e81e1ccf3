// Finding units by what people type: codes and names without their marks, so that "hung yen" finds Hưng Yên.

import type { UnitId } from '../ids.ts'
import { isUnder, type Unit, type UnitTree } from './unit.ts'

/** The text without marks and capitals; blanks are single. "Đảng bộ  Hưng Yên" is "dang bo hung yen". */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()

/** How a unit is written where one text has to name it alone: codes are unique on a day. */
export const unitLabel = ({ code, name }: Pick<Unit, 'code' | 'name'>): string => `${code} – ${name}`

type Entry = { readonly unit: Unit; readonly code: string; readonly name: string }

/** Folding 10,000 names takes longer than searching them a hundred times. */
const indexes = new WeakMap<UnitTree, readonly Entry[]>()

function indexOf(tree: UnitTree): readonly Entry[] {
  const known = indexes.get(tree)
  if (known) return known
  const index = [...tree.units.values()].map((unit) => ({
    unit,
    code: foldText(unit.code),
    name: foldText(unit.name),
  }))
  indexes.set(tree, index)
  return index
}

const ranks = 6

/** 0: the code itself · 1: how the code begins · 2: how the name begins · 3: how a word begins · 4: somewhere · 5: words apart. */
function rankOf({ code, name }: Entry, text: string, words: readonly string[]): number | undefined {
  if (code === text) return 0
  if (code.startsWith(text)) return 1
  if (name.startsWith(text)) return 2
  const at = name.indexOf(text)
  if (at >= 0) return /[\s(–-]/.test(name[at - 1] ?? '') || name.includes(` ${text}`) ? 3 : 4
  if (code.includes(text)) return 4
  return words.length > 1 && words.every((word) => name.includes(word) || code.includes(word)) ? 5 : undefined
}

type Scope = {
  readonly tops: readonly UnitId[]
  readonly limit: number
  /** As many of the best are left out: the pages before. */
  readonly skip?: number
  /** Where a tree of another day is searched: what may be seen of it. */
  readonly only?: (id: UnitId) => boolean
}
export type Hits = {
  /** The best first, those of one rank in the order of the tree. */
  readonly units: readonly Unit[]
  /** Whether there are more than were asked for. */
  readonly hasMore: boolean
}

/** The standing units at or below one of `tops` that match the text. Nothing matches a text without letters or digits. */
export function searchUnits(tree: UnitTree, text: string, { tops, limit, skip = 0, only = () => true }: Scope): Hits {
  const folded = foldText(text.slice(0, 200))
  if (!/[\p{L}\p{N}]/u.test(folded)) return { units: [], hasMore: false }
  const words = folded.split(' ')
  const byRank = Array.from({ length: ranks }, (): Unit[] => [])
  for (const entry of indexOf(tree)) {
    const rank = rankOf(entry, folded, words)
    if (rank !== undefined) byRank[rank]?.push(entry.unit)
  }
  const found: Unit[] = []
  for (const unit of byRank.flat()) {
    if (found.length > skip + limit) break
    if (tops.some((top) => isUnder(tree, unit.id, top)) && only(unit.id)) found.push(unit)
  }
  return { units: found.slice(skip, skip + limit), hasMore: found.length > skip + limit }
}

export type Resolved =
  | { readonly kind: 'found'; readonly unit: Unit }
  | { readonly kind: 'none' }
  /** What the text may have meant, one unit or more: somebody has to choose. */
  | { readonly kind: 'several'; readonly units: readonly Unit[]; readonly hasMore: boolean }

/** Ample to choose from; whoever sees more than these types another word. */
const mostToChoose = 20

/**
 * The unit that a typed text names by its code, its label or its whole name, marks and capitals aside; else what it may have
 * meant, at or below one of `tops`. A part of a name never names a unit by itself.
 */
export function resolveUnit(tree: UnitTree, text: string, tops: readonly UnitId[]): Resolved {
  const folded = foldText(text)
  if (folded === '') return { kind: 'none' }
  const inScope = ({ unit }: Entry) => tops.some((top) => isUnder(tree, unit.id, top))
  const exactly = (matches: (entry: Entry) => boolean) =>
    indexOf(tree)
      .filter((entry) => matches(entry) && inScope(entry))
      .map(({ unit }) => unit)
  const plain = text.normalize('NFC').trim()
  // With its marks first: "Bản" and "Ban" may be two codes.
  for (const same of [
    ({ unit }: Entry) => unit.code === plain,
    ({ code }: Entry) => code === folded,
    ({ unit }: Entry) => foldText(unitLabel(unit)) === folded,
    ({ unit }: Entry) => unit.name === plain,
    ({ name }: Entry) => name === folded,
  ]) {
    const [unit, ...others] = exactly(same)
    if (unit && others.length === 0) return { kind: 'found', unit }
    if (unit) break
  }
  const { units, hasMore } = searchUnits(tree, text, { tops, limit: mostToChoose })
  return units.length === 0 ? { kind: 'none' } : { kind: 'several', units, hasMore }
}
