// Changes of a template, one at a time: sections and blocks come, go and move. Places are counted from 0: "0.2" is the third
// section below the first, "0.2/1" the second block in it. Undefined comes of a place that isn't there, or a move that leads nowhere.

import type { Section, TemplateBlock, TemplateContent } from './template.ts'

/** Indexes from the first level down. */
export type SectionPlace = readonly number[]
export type BlockPlace = { readonly section: SectionPlace; readonly block: number }

type Sections = readonly Section[]
/** What a change answers: it still has to be held against the limits of a template. */
export type Changed = Omit<TemplateContent, 'sections'> & { readonly sections: Sections }

export const mostLevels = 4

const indexes = /^\d{1,2}(\.\d{1,2}){0,3}$/

export const sectionPlace = (text: string): SectionPlace | undefined =>
  indexes.test(text) ? text.split('.').map(Number) : undefined

export function blockPlace(text: string): BlockPlace | undefined {
  const [before = '', block = ''] = text.split('/')
  const section = sectionPlace(before)
  return section && /^\d{1,2}$/.test(block) && text.split('/').length === 2
    ? { section, block: Number(block) }
    : undefined
}

export const placeText = (place: SectionPlace): string => place.join('.')
export const blockPlaceText = ({ section, block }: BlockPlace): string => `${placeText(section)}/${block}`

/** The sections below a place; of the template itself for []. */
function sectionsAt({ sections }: Pick<Changed, 'sections'>, place: SectionPlace): Sections | undefined {
  const [first, ...rest] = place
  if (first === undefined) return sections
  const section = sections[first]
  return section && sectionsAt({ sections: section.sections ?? [] }, rest)
}

export const sectionAt = (content: Pick<Changed, 'sections'>, place: SectionPlace): Section | undefined => {
  const last = place.at(-1)
  return last === undefined ? undefined : sectionsAt(content, place.slice(0, -1))?.[last]
}

export const blockAt = (
  content: Pick<Changed, 'sections'>,
  { section, block }: BlockPlace,
): TemplateBlock | undefined => sectionAt(content, section)?.blocks[block]

const without = <T>(all: readonly T[], at: number): T[] => all.filter((_, index) => index !== at)
const withAt = <T>(all: readonly T[], at: number, one: T): T[] => [...all.slice(0, at), one, ...all.slice(at)]
const replaced = <T>(all: readonly T[], at: number, one: T): T[] =>
  all.map((other, index) => (index === at ? one : other))

/** No list of sections is kept that is empty. */
function withSections({ sections: _, ...section }: Section, sections: Sections): Section {
  return sections.length === 0 ? section : { ...section, sections: [...sections] }
}

/** The sections with those below a place changed. */
function changedBelow(
  sections: Sections,
  place: SectionPlace,
  change: (below: Sections) => Sections | undefined,
): Sections | undefined {
  const [first, ...rest] = place
  if (first === undefined) return change(sections)
  const section = sections[first]
  const below = section && changedBelow(section.sections ?? [], rest, change)
  return below && replaced(sections, first, withSections(section, below))
}

const changing = (
  content: Changed,
  place: SectionPlace,
  change: (siblings: Sections, at: number) => Sections | undefined,
): Changed | undefined => {
  const last = place.at(-1)
  if (last === undefined || !sectionAt(content, place)) return undefined
  const sections = changedBelow(content.sections, place.slice(0, -1), (siblings) => change(siblings, last))
  return sections && { ...content, sections }
}

/** Levels that a section takes, itself included. */
const depthOf = ({ sections = [] }: Section): number => 1 + Math.max(0, ...sections.map(depthOf))

/** Behind all that stand below a place; [] is the first level. */
export function addSection(content: Changed, inside: SectionPlace, section: Section): Changed | undefined {
  if (inside.length + depthOf(section) > mostLevels) return undefined
  const sections = changedBelow(content.sections, inside, (below) => [...below, section])
  return sections && { ...content, sections }
}

export const changeSection = (
  content: Changed,
  place: SectionPlace,
  change: (section: Section) => Section,
): Changed | undefined =>
  changing(content, place, (siblings, at) => {
    const section = siblings[at]
    return section && replaced(siblings, at, change(section))
  })

/** With all that is in it. The last one of a template stays. */
export const removeSection = (content: Changed, place: SectionPlace): Changed | undefined =>
  place.length === 1 && content.sections.length === 1
    ? undefined
    : changing(content, place, (siblings, at) => without(siblings, at))

export type SectionMove = 'up' | 'down' | 'in' | 'out'
type Moved<P> = { readonly content: Changed; readonly to: P }

/**
 * up, down: past its neighbour · in: below the one before it, as the last there · out: behind the one that it stands in.
 * Answers where it stands then.
 */
export function moveSection(content: Changed, place: SectionPlace, move: SectionMove): Moved<SectionPlace> | undefined {
  const section = sectionAt(content, place)
  const [last, above] = [place.at(-1), place.slice(0, -1)]
  if (!section || last === undefined) return undefined
  const taken = changing(content, place, (siblings, at) => without(siblings, at))
  const put = (into: SectionPlace, at: number): Moved<SectionPlace> | undefined => {
    if (!taken || into.length + depthOf(section) > mostLevels) return undefined
    const sections = changedBelow(taken.sections, into, (siblings) => withAt(siblings, at, section))
    return sections && { content: { ...content, sections }, to: [...into, at] }
  }
  const siblings = sectionsAt(content, above) ?? []
  if (move === 'up') return last > 0 ? put(above, last - 1) : undefined
  if (move === 'down') return last < siblings.length - 1 ? put(above, last + 1) : undefined
  const before = siblings[last - 1]
  if (move === 'in') return before && put([...above, last - 1], before.sections?.length ?? 0)
  const parent = above.at(-1)
  return parent === undefined ? undefined : put(above.slice(0, -1), parent + 1)
}

/** Behind all blocks of a section. */
export const addBlock = (content: Changed, place: SectionPlace, block: TemplateBlock): Changed | undefined =>
  changeSection(content, place, (section) => ({ ...section, blocks: [...section.blocks, block] }))

const changingBlocks = (
  content: Changed,
  place: BlockPlace,
  change: (blocks: readonly TemplateBlock[]) => TemplateBlock[],
): Changed | undefined =>
  blockAt(content, place) &&
  changeSection(content, place.section, (section) => ({ ...section, blocks: change(section.blocks) }))

export const changeBlock = (content: Changed, place: BlockPlace, block: TemplateBlock): Changed | undefined =>
  changingBlocks(content, place, (blocks) => replaced(blocks, place.block, block))

export const removeBlock = (content: Changed, place: BlockPlace): Changed | undefined =>
  changingBlocks(content, place, (blocks) => without(blocks, place.block))

/** The places of all sections, as they stand on paper. */
export const sectionPlaces = (sections: Sections, above: SectionPlace = []): SectionPlace[] =>
  sections.flatMap((section, at) => [[...above, at], ...sectionPlaces(section.sections ?? [], [...above, at])])

/** Past its neighbour; past the first and the last of a section into the section before or behind. */
export function moveBlock(content: Changed, place: BlockPlace, move: 'up' | 'down'): Moved<BlockPlace> | undefined {
  const block = blockAt(content, place)
  const step = move === 'up' ? -1 : 1
  const taken = block && removeBlock(content, place)
  if (!taken) return undefined
  const put = (to: BlockPlace): Moved<BlockPlace> | undefined => {
    const moved = changeSection(taken, to.section, (section) => ({
      ...section,
      blocks: withAt(section.blocks, to.block, block),
    }))
    return moved && { content: moved, to }
  }
  const within = place.block + step
  if (within >= 0 && within <= (sectionAt(taken, place.section)?.blocks.length ?? 0))
    return put({ section: place.section, block: within })
  const places = sectionPlaces(content.sections)
  const here = places.findIndex((one) => placeText(one) === placeText(place.section))
  const next = places[here + step]
  if (!next) return undefined
  return put({ section: next, block: move === 'up' ? (sectionAt(taken, next)?.blocks.length ?? 0) : 0 })
}
