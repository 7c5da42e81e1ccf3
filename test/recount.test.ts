// Every figure of a report equals a plain recount of the stored answers, whatever happened to the organisation and to the
// answers: the real way from the submit to the document, against a few dozen lines that share nothing with it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeBy } from '../functions/compose-report.ts'
import { asId, PeriodId, ReportId } from '../shared/ids.ts'
import type { KeyedBlock, ReportDocument } from '../shared/report/document.ts'
import type { ReportTemplate, TemplateBlock } from '../shared/report/template.ts'
import { expectedRows } from './support/recount-blocks.ts'
import { recountOf } from './support/recount-scope.ts'
import { figuresIn, type Row, shownRows } from './support/recount-shown.ts'
import { drawnWorld, openWorld, type World } from './support/recount-world.ts'
import { org } from './support/scenario.ts'

const role = 'results'
const compares = ['none', 'before', 'year-before', 'both'] as const

/** One of each kind of block, with drawn settings. */
const drawnBlocks = fc
  .record({
    some: fc.subarray(['i0', 'i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9', 'i10', 'i11', 'i12'], {
      minLength: 1,
    }),
    isAll: fc.boolean(),
    overall: fc.constantFrom(...compares),
    said: fc.constantFrom(...compares),
    byUnit: fc.constantFrom('none' as const, 'before' as const, 'year-before' as const),
    spread: fc.constantFrom('none' as const, 'before' as const),
    classed: fc.nat({ max: 12 }),
    from: fc.constantFrom(['1', '0.5'], ['0'], ['12.5', '3', '-1']),
  })
  .map(({ some, isAll, overall, said, byUnit, spread, classed, from }): TemplateBlock[] => {
    const chosen = isAll ? {} : { indicators: some }
    const classes = [
      ...from.map((value, at) => ({ name: { vi: `Loại ${at}` }, from: value })),
      { name: { vi: 'Khác' } },
    ]
    return [
      { block: 'coverage', role, as: 'sentences' },
      { block: 'coverage', role, as: 'table' },
      { block: 'missing', role },
      { block: 'no-indicators', role },
      { block: 'indicators', role, as: 'table', compare: overall, ...chosen },
      { block: 'indicators', role, as: 'sentences', compare: said },
      { block: 'by-unit', role, compare: byUnit, ...chosen },
      { block: 'ranking', role },
      { block: 'trend', role, ...chosen },
      { block: 'distribution', role, compare: spread },
      { block: 'classification', role, indicator: `i${classed}`, classes },
      { block: 'classes', role },
      { block: 'consistency', role },
      { block: 'method', roles: [role] },
    ]
  })

const templateOf = (blocks: readonly TemplateBlock[]): ReportTemplate => ({
  id: 'recount',
  version: 1,
  name: { vi: 'Đếm lại' },
  roles: [{ key: role, title: { vi: 'Đợt' } }],
  sections: blocks.map((block, at) => ({ title: { vi: `Phần ${at}` }, blocks: [block] })),
})

const made = ({ deps, plan }: World, template: ReportTemplate, periodId: PeriodId): Promise<ReportDocument> =>
  composeBy({ ...deps, publicUrl: 'https://phieu.test' }, template, plan, {
    ...{ id: asId(ReportId, 'report'), organisationId: org, unitId: plan.unitId, periodId },
  })

const inOrder = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort()
const hasFigures = ({ cells }: Row) => cells.some((figures) => figures.length > 0)

let figuresSeen = 0

/** Holds every section of a document against the recount; whatever is a figure must be one of those expected. */
async function check(world: World, blocks: readonly TemplateBlock[], period: PeriodId): Promise<void> {
  const document = await made(world, templateOf(blocks), period)
  const { history, today } = await world.deps.directory.organisation(org, world.deps.now())
  const recount = recountOf(world, { history, period, today })
  for (const [at, block] of blocks.entries()) {
    const shown = sectionOf(document, at)
    const expected = expectedRows(recount, block)
    if (!expected) throw new Error(`No recount of ${block.block}`)
    const isMarked = expected.isMarked === true
    const rows = shown.flatMap((one) => shownRows(one, isMarked))
    figuresSeen += rows.flatMap(({ cells }) => cells.flat()).length
    const some = (all: readonly Row[]) =>
      (isMarked ? all : all.filter(hasFigures)).map((row) => (block.block === 'ranking' ? sortedRow(row) : row))
    if (!expected.rows.some(({ label }) => label === 'many'))
      expect({ [block.block]: inOrder(some(rows)) }, period).toEqual({ [block.block]: inOrder(some(expected.rows)) })
    for (const one of shown) if (one.type === 'chart') checkMarks(one)
  }
}

/** Units that are level stand in the order of the tree. */
const sortedRow = (row: Row): Row => ({
  ...row,
  cells: row.cells.map((figures) => figures.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))),
})

function sectionOf({ blocks }: ReportDocument, at: number): KeyedBlock[] {
  const first = blocks.findIndex((one) => one.type === 'heading' && one.text === `Phần ${at}`)
  if (first < 0) return []
  const rest = blocks.slice(first + 1)
  const next = rest.findIndex(({ type }) => type === 'heading')
  return next < 0 ? rest : rest.slice(0, next)
}

/** What is written in a chart is a figure of its table. */
function checkMarks(chart: Extract<KeyedBlock, { type: 'chart' }>): void {
  const known = new Set(
    chart.data.rows.flatMap((cells) => cells.flatMap(({ runs }) => figuresIn(runs))).map((one) => JSON.stringify(one)),
  )
  for (const mark of chart.marks)
    if (mark.mark === 'text' && mark.source)
      for (const one of figuresIn([mark])) expect(known).toContain(JSON.stringify(one))
}

const seed = Number(process.env['SEED'] ?? 20_130_630)

test(`every figure equals a plain recount (seed ${seed})`, async () => {
  const outcomes = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(drawnWorld, drawnBlocks, async (drawn, blocks) => {
      const world = await openWorld(drawn)
      const { ids } = drawn.calendar
      await world.live(async ({ period }) => check(world, blocks, ids[period % ids.length] ?? asId(PeriodId, '2000')))
      for (const id of ids) await check(world, blocks, id)
      for (const [what, n] of world.outcomes) outcomes.set(what, (outcomes.get(what) ?? 0) + n)
    }),
    { seed, numRuns: Number(process.env['RUNS'] ?? 14), endOnFailure: !process.env['SHRINK'] },
  )
  expect(figuresSeen).toBeGreaterThan(1_000)
  // Nothing of what can happen is left out.
  const happened = ['field quarantined', 'correct on-time', 'return ok', 'merge ok', 'split ok', 'close ok', 'move ok']
  expect(happened.filter((one) => !outcomes.has(one))).toEqual([])
}, 120_000)
