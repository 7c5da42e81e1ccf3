// What each part of a report is made of: which indicators of which campaign it reads, so that a change of a form can be told
// what it would leave empty. A test holds this against what the parts really do.

import type { Campaign } from '../campaign/campaign.ts'
import type { Indicator } from '../summary/indicator.ts'
import type { ReportPlan } from './plan.ts'

/** The campaign of a plan by the role that it plays. */
type Role = 'cells' | 'committees' | 'results'

type Reads = {
  readonly role: Role
  /** By id; "all", or "targeted": those that have a target. */
  readonly indicators: 'all' | 'targeted' | readonly string[]
}

/** The parts of the report on the quality of cells that are made of indicators, as messages name them. */
export const reportParts = {
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

/** And those of the results of any one campaign. */
const resultsParts = {
  indicators: { role: 'results', indicators: 'all' },
  byUnit: { role: 'results', indicators: 'all' },
  ranking: { role: 'results', indicators: 'targeted' },
} as const satisfies Record<string, Reads>

const parts = { ...reportParts, ...resultsParts }
export type ReportPart = keyof typeof parts

const names = Object.keys(parts) as ReportPart[]

/** The campaign that plays a role in a plan. */
const playing = ({ campaigns }: ReportPlan, role: Role) => new Map(Object.entries(campaigns)).get(role)

const reads = ({ indicators }: Reads, { id, target }: Indicator): boolean =>
  indicators === 'all' || (indicators === 'targeted' ? target !== undefined : indicators.includes(id))

/** The parts of a plan's report that an indicator of a campaign stands in. */
export const partsReading = (plan: ReportPlan, campaign: Campaign, indicator: Indicator): readonly ReportPart[] =>
  names.filter((name) => {
    const part = parts[name]
    return playing(plan, part.role) === campaign.id && reads(part, indicator)
  })
