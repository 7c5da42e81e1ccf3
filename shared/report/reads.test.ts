// Holds what is declared of each part of the report against what the part does: an indicator's figures are changed, and the part
// must change where it is said to read it, and nowhere else.

import { expect, test } from 'vitest'
import type { AnswerValue } from '../form/answers.ts'
import { toDecimal } from '../form/decimal.ts'
import type { UnitId } from '../ids.ts'
import { periodName } from '../messages/period.ts'
import type { Unit } from '../organisation/unit.ts'
import { starterPeriods, starterPlan } from '../starter/campaigns.ts'
import { cellAnswers } from '../starter/cell-answers.ts'
import { committeeAnswers } from '../starter/committee-answers.ts'
import { cells, committees, units } from '../starter/organisation.ts'
import { seededRandom } from '../starter/random.ts'
import { starterSeed } from '../starter/responses.ts'
import type { Indicator, Tally } from '../summary/indicator.ts'
import type { Summary } from '../summary/summary.ts'
import { cellPart, committeePart, factsOf, inputOf, type Stored } from './cell-quality-fixture.ts'
import { compose } from './compose.ts'
import type { Block } from './document.ts'
import type { CampaignFacts } from './input.ts'
import { keyed } from './keys.ts'
import { partsReading, type ReportPart } from './reads.ts'
import type { BlockOf, Section } from './template.ts'
import { cellQuality } from './templates/cell-quality.ts'

const random = seededRandom(starterSeed)
const storedAt = (unit: UnitId, answers: Readonly<Record<string, AnswerValue>>): Stored => ({
  unit,
  answers: new Map(Object.entries(answers)),
})
const idsOf = (some: readonly Unit[]) => some.map(({ id }) => id)
const facts = {
  cells: factsOf(
    cellPart,
    idsOf(cells),
    cellAnswers(random, cells).map(({ cell, answers }) => storedAt(cell.id, answers)),
  ),
  committees: factsOf(
    committeePart,
    idsOf(committees),
    committeeAnswers(random, committees).map(({ committee, answers }) => storedAt(committee.id, answers)),
  ),
}

/** The last headings above the parts of the template that are made of indicators, as they stand in this report. */
const headings: Partial<Record<ReportPart, string>> = {}
function noteHeadings(sections: readonly Section[]): void {
  for (const { title, blocks, sections: within = [] } of sections) {
    for (const block of blocks)
      if (block.block === 'cell-quality' && readsIndicators(block.part))
        headings[block.part] = title.vi.replace('{nextPeriod}', periodName(starterPeriods.open, 'vi'))
    noteHeadings(within)
  }
}
noteHeadings(cellQuality.sections)

function readsIndicators(part: string): part is Extract<ReportPart, BlockOf<'cell-quality'>['part']> {
  return !['coverage', 'missing', 'reached', 'method'].includes(part)
}

/** What stands below a heading, up to the next of its level, keyed by itself; numbers of tables and charts left out. */
function partOf(blocks: readonly Block[], name: ReportPart): string {
  const start = blocks.findIndex((block) => block.type === 'heading' && block.text === headings[name])
  const head = blocks[start]
  if (head?.type !== 'heading') return ''
  const rest = blocks.slice(start + 1)
  const end = rest.findIndex((block) => block.type === 'heading' && block.level <= head.level)
  const part = end < 0 ? rest : rest.slice(0, end)
  return JSON.stringify(keyed(part)).replace(/(Bảng|Biểu đồ) \d+/g, '$1')
}

const composed = (changed: typeof facts) => compose(inputOf(units, changed.cells, changed.committees)).blocks

/** The same facts with another tally of one indicator in every unit that has reported. */
const withTally = (given: CampaignFacts, { id }: Indicator, tally: Tally | undefined): CampaignFacts => ({
  ...given,
  summaries: new Map(
    [...given.summaries].map(([unit, summary]): [UnitId, Summary] => {
      const tallies = new Map(summary.tallies)
      if (tally) tallies.set(id, tally)
      else tallies.delete(id)
      return [unit, { ...summary, tallies }]
    }),
  ),
})

/** Far below every target that asks for much, far above, and nothing at all. */
const tallies: readonly (Tally | undefined)[] = [
  { responses: 1, numerator: toDecimal(0), denominator: toDecimal(1) },
  { responses: 1, numerator: toDecimal(97), denominator: toDecimal(97) },
  { responses: 1, numerator: toDecimal(970), denominator: toDecimal(1) },
  undefined,
]

const names = Object.keys(headings) as ReportPart[]
const indicators = (['cells', 'committees'] as const).flatMap((role) =>
  facts[role].campaign.indicators.map((indicator) => ({ id: indicator.id, role, indicator })),
)

test.each(indicators)('parts that read $id of $role', ({ role, indicator }) => {
  const variants = tallies.map((tally) => composed({ ...facts, [role]: withTally(facts[role], indicator, tally) }))
  const changing = names.filter((name) => new Set(variants.map((blocks) => partOf(blocks, name))).size > 1)
  expect(changing).toEqual(partsReading(cellQuality, starterPlan, facts[role].campaign, indicator))
})

test('every part stands in the report, and a plan of another campaign reads nothing', () => {
  const [first] = facts.cells.campaign.indicators
  if (!first) throw new Error('The survey has no indicator')
  // Nobody meets the first target: then there are difficulties.
  const blocks = composed({ ...facts, cells: withTally(facts.cells, first, tallies[0]) })
  expect(names).toHaveLength(11)
  for (const name of names) expect(partOf(blocks, name), name).not.toBe('')
  const other = {
    ...starterPlan,
    campaigns: { cells: committeePart.campaign.id, committees: committeePart.campaign.id },
  }
  for (const { role, indicator } of indicators)
    if (role === 'cells') expect(partsReading(cellQuality, other, facts.cells.campaign, indicator)).toEqual([])
})
