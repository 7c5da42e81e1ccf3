// What each part of a report is made of: which indicators of which campaign it reads, so that a change of a form can be told
// what it would leave empty. A test holds this against what the parts really do.

import type { Campaign } from '../campaign/campaign.ts'
import type { Indicator } from '../summary/indicator.ts'
import type { ReportPlan } from './plan.ts'
import { blocksOf, type ReportTemplate, type TemplateBlock } from './template.ts'

type Reads = {
  readonly role: string
  /** By id; "all", or "targeted", "classed": those that have a target, or classes. */
  readonly indicators: 'all' | 'targeted' | 'classed' | readonly string[]
}

/** The parts of the report on the quality of cells that are made of indicators, as messages name them. */
const cellParts = {
  inspections: { role: 'committees', indicators: ['inspected', 'cells_inspected', 'supervised', 'cells_supervised'] },
  teams: { role: 'committees', indicators: ['teams', 'cells_inspected', 'countries'] },
  below: { role: 'committees', indicators: ['cells_below'] },
  byCommittee: { role: 'committees', indicators: 'all' },
  achieved: { role: 'cells', indicators: 'all' },
  difficulties: { role: 'cells', indicators: 'targeted' },
  programme: { role: 'cells', indicators: ['programme'] },
  inspectionPlan: { role: 'cells', indicators: ['plan'] },
  strengths: { role: 'cells', indicators: 'targeted' },
  shortcomings: { role: 'cells', indicators: 'targeted' },
  tasks: { role: 'cells', indicators: 'targeted' },
} as const satisfies Record<string, Reads>

type CellPart = keyof typeof cellParts
export type ReportPart = CellPart | 'indicators' | 'by-unit' | 'ranking' | 'classification'

const isCellPart = (name: string): name is CellPart => name in cellParts

/** What a block reads; undefined for one that is made of no indicators. */
function readsOf(block: TemplateBlock): (Reads & { readonly part: ReportPart }) | undefined {
  switch (block.block) {
    case 'cell-quality':
      return isCellPart(block.part) ? { part: block.part, ...cellParts[block.part] } : undefined
    case 'indicators':
    case 'by-unit':
      return { part: block.block, role: block.role, indicators: block.indicators ?? 'all' }
    case 'ranking':
      return { part: block.block, role: block.role, indicators: block.indicators ?? 'targeted' }
    case 'classes':
      return { part: 'classification', role: block.role, indicators: block.indicators ?? 'classed' }
    case 'classification':
      return { part: block.block, role: block.role, indicators: [block.indicator] }
    default:
      return undefined
  }
}

function reads({ indicators }: Reads, { id, target, classes }: Indicator): boolean {
  if (indicators === 'targeted') return target !== undefined
  if (indicators === 'classed') return classes !== undefined
  return indicators === 'all' || indicators.includes(id)
}

/** The parts of a plan's report that an indicator of a campaign stands in, each once, in the order of the template. */
export function partsReading(
  template: ReportTemplate,
  { campaigns }: Pick<ReportPlan, 'campaigns'>,
  campaign: Campaign,
  indicator: Indicator,
): readonly ReportPart[] {
  const reading = blocksOf(template)
    .map(readsOf)
    .filter((one) => one !== undefined)
    .filter((one) => campaigns[one.role] === campaign.id && reads(one, indicator))
  return [...new Set(reading.map(({ part }) => part))]
}
