// One row of figures from before: what would become of it, and bringing it in. The id of its response is made of campaign,
// period and unit, so that the same file again changes nothing, and a row that changed is the next revision.

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import { periodSpan } from '../../shared/campaign/period.ts'
import type { Answers } from '../../shared/form/answers.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { asId, type CampaignId, type PeriodId, ResponseId, type UnitId } from '../../shared/ids.ts'
import type { RowOutcome, RowRemark } from '../../shared/past/import.ts'
import type { PastRow } from '../../shared/past/table.ts'
import { outlines } from '../../shared/response/counted.ts'
import type { Submission } from '../../shared/response/submission.ts'
import { log, logCode } from '../log.ts'
import { largestStored, type ReadRound, readRound, type StoredRevision, storedBytes } from '../store/responses.ts'
import type { EntryStep } from '../submit/admission.ts'
import { type Checked, checkSubmission, type Sender } from '../submit/check-submission.ts'
import { type SubmitDeps, submit } from '../submit/submit.ts'
import type { PastRows, RowPlace } from './rows.ts'

/** What every row of an import is brought in with. */
export type PastRun = {
  readonly deps: SubmitDeps
  readonly by: Sender
  readonly campaign: Campaign
  readonly version: FormVersion
  readonly rows: PastRows
  readonly step: Extract<EntryStep, { readonly kind: 'entered' }>
  /** When the import was begun; ISO 8601, UTC. */
  readonly begunAt: string
}

/** The id of the response that an import makes for a unit: shaped like a random one, and always the same. */
export function pastResponseId(campaign: CampaignId, period: PeriodId, unit: UnitId): ResponseId {
  const hex = createHash('sha256').update(`past-figures\n${campaign}\n${period}\n${unit}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3]
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`]
  return asId(ResponseId, [...parts, hex.slice(20, 32)].join('-'))
}

export type LookedAt = {
  readonly outcome: RowOutcome
  readonly remarks: readonly RowRemark[]
  readonly place?: RowPlace
  readonly answers?: Answers
  /** What bringing it in stores; undefined where there is nothing to store. */
  readonly writes?: { readonly submission: Submission; readonly step: EntryStep }
}

type One = PastRows['rows'][number]

/** What would become of a row as things stand. */
export async function lookAtRow(run: PastRun, { row, place }: One): Promise<LookedAt> {
  if (!place.ok) return { outcome: 'faulty', remarks: place.problem }
  const { campaign, deps } = run
  const { campaignUnit, period } = place.value
  const id = pastResponseId(campaign.id, period.id, campaignUnit.unitId)
  const round = await readRound(deps.table, { campaign, period, campaignUnit })
  const own = round.revisions.filter((one) => one.id === id)
  const [outline] = outlines(own).values()
  const stands = { outcome: 'standing', remarks: [{ row: row.row, column: '', code: 'standing' }] } as const
  if (!outline && standsOtherwise(round, id)) return stands
  const shown = outline?.standing ?? outline?.held ?? outline?.newest
  const submission = submissionOf(run, row, place.value, (outline?.newest.revision ?? 0) + 1)
  const checked = checkSubmission(run.version, run.by, submission, run.step, deps.now(), {
    before: shown?.answers,
  })
  const faults = faultsOf(run, row, checked)
  if (faults.length > 0) return { outcome: 'faulty', remarks: faults }
  const { answers } = checked
  const looked = { remarks: notAsked(run, row, answers), place: place.value, answers }
  if (!outline || !shown) return { ...looked, outcome: 'added', writes: { submission, step: run.step } }
  if (outline.standing && isSame(answers, shown.answers))
    return { ...looked, outcome: 'same', ...unmarked(run, shown, submission) }
  return outline.standing?.step.kind === 'entered' && !outline.held
    ? { ...looked, outcome: 'changed', writes: { submission, step: run.step } }
    : stands
}

/** Whether another response of the unit stands, whatever came of it. */
const standsOtherwise = ({ counted, waiting, returned, second }: ReadRound, id: ResponseId): boolean =>
  [...counted, ...waiting, ...returned, ...second].some((one) => one.id !== id)

const isSame = (one: Answers, other: Answers): boolean =>
  canonicalize(Object.fromEntries(one)) === canonicalize(Object.fromEntries(other))

/** A process that died in this import may have stored the revision and not marked it: the retry does. */
const unmarked = ({ begunAt }: PastRun, shown: StoredRevision, submission: Submission): Pick<LookedAt, 'writes'> =>
  shown.step.kind === 'entered' && shown.receivedAt >= begunAt
    ? {
        writes: {
          submission: { ...submission, revision: shown.revision, formVersion: shown.formVersion },
          step: shown.step,
        },
      }
    : {}

function submissionOf(
  { campaign, version, rows }: PastRun,
  row: PastRow,
  place: RowPlace,
  revision: number,
): Submission {
  const { campaignUnit, period } = place
  return {
    id: pastResponseId(campaign.id, period.id, campaignUnit.unitId),
    revision,
    campaign: campaign.id,
    unit: campaignUnit.unitId,
    period: period.id,
    formVersion: version.version,
    // The clock of today(): the last day of the period, so that the same row comes to the same on every day.
    startedAt: `${periodSpan(period.id).end}T05:00:00.000Z`,
    answers: Object.fromEntries(rows.answersOf(row)),
  }
}

function faultsOf({ rows, version }: PastRun, { row }: PastRow, checked: Checked): RowRemark[] {
  for (const { code } of checked.problems)
    log(logCode.expressionFailed, { form: version.formId, version: version.version, problem: code })
  if (checked.problems.some(({ code }) => code === 'expression.budget-spent'))
    return [{ row, column: '', code: 'not-taken' }]
  if (storedBytes(checked) > largestStored) return [{ row, column: '', code: 'too-large' }]
  return checked.faults.map((fault) => ({ row, column: rows.headerFor(fault.question), code: 'answer', fault }))
}

/** Cells that answer what isn't asked, given the others. */
const notAsked = ({ rows }: PastRun, row: PastRow, answers: Answers): RowRemark[] =>
  [...rows.answersOf(row).keys()]
    .filter((key) => !answers.has(key))
    .map((key) => ({ row: row.row, column: rows.headerFor(key), code: 'not-asked' }))

/** Brings a row in: looks at it as it stands now, and stores what there is to store. */
export async function bringIn(run: PastRun, one: One): Promise<LookedAt> {
  const looked = await lookAtRow(run, one)
  const { writes } = looked
  if (!writes) return looked
  const submitted = await submit(run.deps, run.by, writes.submission, { step: writes.step, isPast: true })
  if (submitted.ok) return looked
  const { row } = one.row
  const { code } = submitted.problem
  if (code === 'response.already-reported' || code === 'response.conflict' || code === 'response.not-editable')
    return { outcome: 'standing', remarks: [{ row, column: '', code: 'standing' }] }
  return { outcome: 'faulty', remarks: [{ row, column: '', code: 'not-taken' }] }
}
