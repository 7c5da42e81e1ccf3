// For tests: reports of a survey composed of what it released, for each of its units, and what somebody learns who reads all of them.

import * as v from 'valibot'
import { aCampaign } from '../../test/support/scenario.ts'
import { asId, ReportId, type UnitId } from '../ids.ts'
import { reportSurveyEn } from '../messages/report-survey-en.ts'
import { unitTree } from '../organisation/unit.ts'
import { helperSectionPlan } from '../starter/helper-section.ts'
import type { Indicator } from '../summary/indicator.ts'
import type { Release } from '../survey/results.ts'
import { surveyedForm } from '../survey/results-fixture.ts'
import { plain } from './cell-quality-fixture.ts'
import { compose } from './compose.ts'
import { type Block, ReportDocument, type TableBlock } from './document.ts'
import type { RoleFacts } from './input.ts'
import { surveyResults } from './templates/survey-results.ts'

/** A survey's role as the schedule reads it: its release, and nothing else of it. */
const factsOf = (release: Release): RoleFacts => ({
  campaign: aCampaign({
    kind: 'member-survey',
    unitId: release.units[0]?.id ?? expectUnit(),
    indicators: [trust],
    survey: { way: 'anonymous', breakdowns: ['sex', 'age'] },
  }),
  form: surveyedForm,
  units: [],
  summaries: new Map(),
  survey: {
    told: [
      {
        figures: release,
        periods: [release.period],
        ledger: { releasedAt: '2013-07-07T17:00:00.000Z', sha256: 'abc' },
      },
    ],
    untold: [],
  },
})

function expectUnit(): never {
  throw new Error('A release has units')
}

const trust: Indicator = {
  id: 'trusting',
  name: { vi: 'Tin tưởng', en: 'Trusting' },
  shortName: { vi: 'Tin', en: 'Trust' },
  measure: { kind: 'share', question: 'trust', choices: ['yes'] },
  format: 'percent',
  decimals: 1,
  target: { value: '0.5', direction: 'at-least' },
}

/** The report of one unit. */
export function surveyReport(release: Release, unit: UnitId): ReportDocument {
  const tree = unitTree(
    release.units.map(({ id, name, parent }) => ({ id, code: id, name, level: 'x', parentId: parent, members: 0 })),
  )
  const facts = { results: factsOf(release) }
  return v.parse(
    ReportDocument,
    compose({
      id: asId(ReportId, 'report-1'),
      plan: { ...helperSectionPlan, language: 'en', unitId: unit },
      template: surveyResults,
      period: release.period,
      asOf: '2013-07-15T00:00:00Z',
      timeZone: 'Asia/Ho_Chi_Minh',
      tree,
      publicUrl: 'https://phieu.example.org',
      facts,
    }),
  )
}

type Question = Release['questions'][number]
type Figure = Question['figures'][number]

const numbersIn = (cells: TableBlock['rows'][number]['cells']): (number | undefined)[] =>
  cells.map(({ runs, emphasis }) =>
    emphasis === 'missing' || runs.length === 0 ? undefined : Number(plain(runs).replaceAll(',', '')),
  )

/** What stands between the first and the second of two marks. */
const between = (text: string, [before, after]: readonly [string, string]): string | undefined =>
  text.startsWith(before) && text.endsWith(after) ? text.slice(before.length, text.length - after.length) : undefined
const marksOf = (words: (name: string) => string): [string, string] => {
  const [before = '', after = ''] = words('\0').split('\0')
  return [before, after]
}

/**
 * Figures of questions and of their groups as the documents tell them: read from their tables by what those are called. Labels of
 * the form's questions and choices are told apart by their first letter being large.
 */
export function readBack(
  release: Release,
  reports: readonly (readonly [unit: UnitId, document: ReportDocument])[],
): { readonly told: Release; readonly texts: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> } {
  const figures = new Map<string, Map<string, Figure>>()
  const groups = new Map<string, Map<string, Map<string, Figure>>>()
  const texts = new Map<string, Map<string, string[]>>()
  const keyOf = (label: string) => release.questions.find(({ key }) => labelOf(key) === label)?.key
  const note = (label: string, unit: string, counts: readonly (number | undefined)[]) => {
    const key = keyOf(label)
    const n = counts.at(-1)
    if (key === undefined || n === undefined) return
    const own = figures.get(key) ?? new Map<string, Figure>()
    figures.set(key, own)
    const figure: Figure = { unit: unitOf(release, unit), n, counts: counts.slice(0, -1).map((one) => one ?? 0) }
    const known = own.get(unit)
    const isMean = release.questions.find((one) => one.key === key)?.kind === 'number'
    if (known && !isMean && JSON.stringify(known) !== JSON.stringify(figure))
      throw new Error(`${key} of ${unit} is told twice`)
    own.set(unit, isMean ? { ...figure, counts: known?.counts ?? [] } : figure)
  }
  for (const [unit, { blocks }] of reports) {
    let writing: string | undefined
    let place = ''
    for (const block of blocks) {
      if (block.type === 'table') table(block, unit)
      if (block.type === 'paragraph') {
        const line = plain(block.runs)
        const asked = between(line, marksOf(reportSurveyEn.wrote))
        if (asked !== undefined) writing = keyOf(asked)
        place =
          between(line, marksOf(reportSurveyEn.alsoBelow)) ?? between(line, marksOf(reportSurveyEn.wroteIn)) ?? place
      }
      if (block.type === 'heading') writing = undefined
      if (block.type === 'list' && writing !== undefined) write(block, writing, place)
    }
  }
  function write(block: Extract<Block, { type: 'list' }>, key: string, place: string) {
    const own = texts.get(key) ?? new Map<string, string[]>()
    texts.set(key, own)
    const lines = block.items.map(plain)
    const known = own.get(place)
    if (known && known.join('\n') !== lines.join('\n')) throw new Error(`Texts of ${place} are told twice`)
    own.set(place, lines)
  }
  function table({ caption, rows, columns }: TableBlock, unit: UnitId) {
    const name = caption.replace(/^Table \d+\. /, '')
    const lines = rows.map(({ cells }) => ({ first: plain(cells[0]?.runs ?? []), numbers: numbersIn(cells.slice(1)) }))
    const byUnit = between(name, marksOf(reportSurveyEn.byUnitCaption))
    if (byUnit !== undefined)
      for (const { first, numbers } of lines) note(byUnit, first === 'Together' ? unit : first, numbers)
    const battery = between(name, marksOf(reportSurveyEn.batteryCaption))
    if (battery !== undefined) for (const { first, numbers } of lines) note(first, unit, numbers)
    const grouped = /^(.+), by “(.+)” \(answers\)$/.exec(name)
    if (grouped)
      for (const { first, numbers } of lines) group([grouped[1] ?? '', grouped[2] ?? ''], first, unit, numbers)
    const single = byUnit === undefined && !grouped ? between(name, marksOf(reportSurveyEn.questionCaption)) : undefined
    if (single !== undefined && columns.length === 3) {
      const counts = lines.slice(0, -1).map(({ numbers }) => numbers[0])
      note(single, unit, [...counts, lines.at(-1)?.numbers[0]])
    }
  }
  function group(
    [label, by]: readonly [string, string],
    category: string,
    unit: UnitId,
    counts: readonly (number | undefined)[],
  ) {
    const key = keyOf(label)
    const breakdown = keyOf(by)
    const n = counts.at(-1)
    if (key === undefined || breakdown === undefined || n === undefined) throw new Error(`Groups of ${label} by ${by}`)
    const own = groups.get(key) ?? new Map<string, Map<string, Figure>>()
    groups.set(key, own)
    const name = category === 'Did not answer that question' ? '' : category.toLowerCase()
    const all = own.get(breakdown) ?? new Map<string, Figure>()
    own.set(breakdown, all)
    all.set(`${unit} ${name}`, { unit, n, counts: counts.slice(0, -1).map((one) => one ?? 0) })
  }
  const told: Release = {
    ...release,
    questions: release.questions.map((question) => ({
      ...question,
      figures: [...(figures.get(question.key)?.values() ?? [])],
      by: [...(groups.get(question.key) ?? [])].map(([breakdown, all]) => ({
        breakdown,
        groups: [...all].map(([name, figure]) => ({ category: name.split(' ')[1] ?? '', figure })),
      })),
    })),
  }
  return { told, texts }
}

const labelOf = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1)
const unitOf = ({ units }: Release, name: string): UnitId => units.find((one) => one.name === name)?.id ?? expectUnit()
