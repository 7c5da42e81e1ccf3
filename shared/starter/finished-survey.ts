// The demo's survey that is over: two committees tried out the questions of survey.ts. Some of their cells are small, so that
// its results show what is hidden of them, and why.

import type { Campaign } from '../campaign/campaign.ts'
import { asId, CampaignId, PeriodId } from '../ids.ts'
import { cells, committees } from './organisation.ts'
import { memberSurvey } from './survey.ts'

const dayMs = 86_400_000
const daysBefore = (now: string, days: number) => new Date(Date.parse(now) - days * dayMs).toISOString()

/** Days from its beginning and from its close until the demo is loaded. */
const [openedBefore, closedBefore] = [75, 45] as const

const tryingCommittees = new Set(['Đảng bộ Sông Thương', 'Đảng bộ Sông Hương'])

/** How many of a cell have answered: of the first of each committee too few to be shown by themselves. */
const answeredOf: readonly (readonly [cell: string, answers: number])[] = [
  ['ubvfpcx', 4],
  ['umhshnd', 16],
  ['unennkd', 15],
  ['uhc2ke8', 7],
  ['uhf28mk', 13],
  ['up9jt2a', 12],
]

/** The cells with how many are invited and have answered. */
export const triedCells = cells
  .filter(({ parentId }) => committees.some(({ id, name }) => id === parentId && tryingCommittees.has(name)))
  .map((cell) => ({ cell, answers: answeredOf.find(([id]) => id === cell.id)?.[1] ?? 0 }))

/** As a draft whose period nobody has closed yet: it is answered first. `now`: ISO 8601, UTC. */
export function finishedSurvey(now: string): Campaign {
  const opensAt = daysBefore(now, openedBefore)
  const tried = new Set(triedCells.map(({ cell }) => cell.id))
  const survey = memberSurvey(now)
  return {
    ...survey,
    id: asId(CampaignId, 'kt6fw2r'),
    title: { vi: 'Khảo sát thí điểm về sinh hoạt chi bộ', en: 'Trial survey of the meetings of cells' },
    description: {
      vi: 'Hai đảng bộ làm thử trước khi lấy ý kiến của cả khối.',
      en: 'Two committees tried it out before everybody is asked.',
    },
    periods: [{ id: asId(PeriodId, opensAt.slice(0, 7)), opensAt, closesAt: null, graceDays: 0 }],
    ...(survey.scope && {
      scope: { ...survey.scope, except: cells.filter(({ id }) => !tried.has(id)).map(({ id }) => id) },
    }),
  }
}

/** When its period closed; `opensAt`: when it opened. */
export const closeOf = ({ opensAt }: Pick<Campaign['periods'][number], 'opensAt'>): string =>
  daysBefore(opensAt, closedBefore - openedBefore)
