// For tests of the cell-quality report: reports made of answers, and documents read back as lines and tables.

import { sentStep } from '../../shared/response/step.ts'
import { enterUnit } from '../campaign/campaign.ts'
import type { Answers } from '../form/answers.ts'
import { asId, type PeriodId, ReportId, ResponseId, type UnitId } from '../ids.ts'
import type { Language } from '../language.ts'
import { type Unit, unitTree } from '../organisation/unit.ts'
import type { Standing } from '../response/counted.ts'
import { type StarterCampaign, starterCampaigns, starterPeriods, starterPlan } from '../starter/campaigns.ts'
import { summarise } from '../summary/summary.ts'
import type { Block, ReportDocument, Run, TableBlock } from './document.ts'
import type { CampaignFacts, ReportInput } from './input.ts'
import { cellQuality } from './templates/cell-quality.ts'

export const [cellPart, committeePart] = starterCampaigns

/** One stored response; only what a figure depends on. */
export type Stored = { unit: UnitId; answers: Answers; standing?: Standing }

export function factsOf(part: StarterCampaign, asked: readonly UnitId[], stored: readonly Stored[]): CampaignFacts {
  const { campaign, form } = part
  const rules = {
    form,
    indicators: campaign.indicators,
    countingRule: campaign.countingRule,
    figures: campaign.figures,
  }
  const revisions = (unit: UnitId) =>
    stored
      .filter((one) => one.unit === unit)
      .map(({ answers, standing = 'on-time' }, index) => ({
        id: asId(ResponseId, `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
        revision: 1,
        receivedAt: `2013-07-01T00:00:0${index}Z`,
        standing,
        step: sentStep,
        answers,
      }))
  const sent = [...new Set(stored.map(({ unit }) => unit))]
  return {
    campaign,
    form,
    units: asked.map((unit) => enterUnit(unit, 1)),
    summaries: new Map(sent.map((unit) => [unit, summarise(rules, revisions(unit))])),
  }
}

export function inputOf(
  tree: readonly Unit[],
  cells: CampaignFacts,
  committees: CampaignFacts,
  { language = 'vi', period = starterPeriods.complete }: { language?: Language; period?: PeriodId } = {},
): ReportInput {
  return {
    template: cellQuality,
    id: asId(ReportId, 'report-1'),
    plan: { ...starterPlan, language },
    period,
    asOf: '2013-07-15T00:00:00Z',
    timeZone: 'Asia/Ho_Chi_Minh',
    tree: unitTree(tree),
    publicUrl: 'https://phieu.example.org',
    facts: { cells, committees },
  }
}

export const idsAt = (units: readonly Unit[], level: string) =>
  units.filter((unit) => unit.level === level).map(({ id }) => id)

// --- reading a document ---

export const plain = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

export const linesOf = ({ blocks }: ReportDocument): string[] => blocks.flatMap(linesOfBlock)

function linesOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [`${block.marker} ${block.text}`.trim()]
    case 'paragraph':
      return [plain(block.runs)]
    case 'list':
      return block.items.map(plain)
    case 'table':
      return [block.caption, ...block.rows.map((row) => row.cells.map((cell) => plain(cell.runs)).join(' | '))]
    case 'chart':
      return [block.caption, block.alternative]
  }
}

export const runsOf = ({ blocks }: Pick<ReportDocument, 'blocks'>): Run[] => blocks.flatMap(runsOfBlock)

function runsOfBlock(block: Block): readonly Run[] {
  switch (block.type) {
    case 'heading':
      return []
    case 'paragraph':
      return block.runs
    case 'list':
      return block.items.flat()
    case 'table':
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.runs))
    case 'chart':
      return block.marks.filter((mark) => mark.mark === 'text')
  }
}

const allTables = ({ blocks }: ReportDocument): TableBlock[] => blocks.filter((block) => block.type === 'table')
const isOfCells = ({ columns }: TableBlock) => ['Chi bộ', 'Cell'].includes(columns[0]?.header ?? '')

/** The tables with a line for each committee, and the one with a line for each cell that misses a target. */
export const tablesOf = (document: ReportDocument): TableBlock[] =>
  allTables(document).filter((table) => !isOfCells(table))
export const shortfallsOf = (document: ReportDocument): TableBlock | undefined => allTables(document).find(isOfCells)
export const rowOf = (table: TableBlock | undefined, name: string): string[] =>
  table?.rows.map(({ cells }) => cells.map((cell) => plain(cell.runs))).find(([first]) => first === name) ?? []
