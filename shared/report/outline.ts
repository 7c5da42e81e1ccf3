// A template's sections with the headings they get: numerals follow from what stands, and a section in which nothing stands is
// left out, or says one sentence. Tables and charts are numbered through.

import { type Language, localize } from '../language.ts'
import { periodName } from '../messages/period.ts'
import { reportMessages } from '../messages/report.ts'
import { standingFor } from '../organisation/unit.ts'
import { blockComposer } from './blocks/compose-block.ts'
import type { Block } from './document.ts'
import type { ReportInput } from './input.ts'
import { shifted } from './period.ts'
import type { Section } from './template.ts'

export type Level = 1 | 2 | 3 | 4

type Writing = {
  readonly language: Language
  readonly blocksFor: ReturnType<typeof blockComposer>
  readonly fill: (text: string) => string
}

/** The blocks of the input's template, filled from its facts. */
export function composeTemplate(input: ReportInput): Block[] {
  const { plan, template, period, tree } = input
  const { language } = plan
  const names: Readonly<Record<string, string>> = {
    period: periodName(period, language),
    nextPeriod: periodName(shifted(period, 1), language),
    unit: standingFor(tree, plan.unitId)?.name ?? '',
  }
  const writing: Writing = {
    language,
    blocksFor: blockComposer(input),
    fill: (text) => text.replace(/\{(period|nextPeriod|unit)\}/g, (whole, name: string) => names[name] ?? whole),
  }
  return numbered(language, written(writing, template.sections, 1, []))
}

/** The sections at one level that have something to say; `above`: the numbers of those around them. */
function written(writing: Writing, sections: readonly Section[], level: Level, above: readonly number[]): Block[] {
  let number = 0
  return sections.flatMap((section) => {
    const place = [...above, number + 1]
    const body = bodyOf(writing, section, level, place)
    if (body.length === 0) return []
    if (!section.isUnnumbered) number += 1
    const marker = section.isUnnumbered ? '' : markerOf(level, place)
    const text = writing.fill(localize(section.title, writing.language)).slice(0, 1_000)
    return [{ type: 'heading' as const, level: section.isUnnumbered && level === 1 ? 2 : level, marker, text }, ...body]
  })
}

function bodyOf(writing: Writing, section: Section, level: Level, place: readonly number[]): Block[] {
  const blocks = [
    ...section.blocks.flatMap(writing.blocksFor),
    ...(level === 4 ? [] : written(writing, section.sections ?? [], below(level), place)),
  ]
  if (blocks.length > 0 || !section.empty) return blocks
  return [{ type: 'paragraph', runs: [{ text: localize(section.empty, writing.language) }] }]
}

const below = (level: 1 | 2 | 3): Level => (level === 1 ? 2 : level === 2 ? 3 : 4)

/** "I-", "1.", "1.1.", "a)": the numbers of a part begin anew in each. */
export function markerOf(level: Level, place: readonly number[]): string {
  const own = place.at(-1) ?? 1
  if (level === 1) return `${roman(own)}-`
  if (level === 4) return `${String.fromCharCode(96 + own)})`
  return `${place.slice(1).join('.')}.`
}

/** Up to the 20 sections that a template may have. */
const roman = (number: number): string =>
  'X'.repeat(Math.floor(number / 10)) +
  (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10] ?? '')

/** Tables and charts are numbered in the order in which they stand. */
function numbered(language: Language, blocks: readonly Block[]): Block[] {
  const words = reportMessages[language]
  const place = (block: Block) => blocks.filter(({ type }) => type === block.type).indexOf(block) + 1
  return blocks.map((block) => {
    if (block.type === 'table') return { ...block, caption: words.table(place(block), block.caption) }
    if (block.type === 'chart') return { ...block, caption: words.chart(place(block), block.caption) }
    return block
  })
}
