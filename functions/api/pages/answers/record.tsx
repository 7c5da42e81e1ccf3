// One response: its page for those who may read it, whoever sent it among them.

import { bucketFor } from '../../../../shared/campaign/bucket.ts'
import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import type { Problem } from '../../../../shared/problems.ts'
import { levelOf, mayScore, mayTake } from '../../../../shared/response/review.ts'
import { type ResponseState, responseStates } from '../../../../shared/response/state.ts'
import { whyNotPossible } from '../../../../shared/response/step.ts'
import { RecordPage, type RecordPageProps } from '../../../../web/pages/answers/record.tsx'
import type { ReviewProps } from '../../../../web/pages/answers/review.tsx'
import { readBucket, type StoredRevision } from '../../../store/responses.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import type { Editing } from '../../editing.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { readableResponse } from '../receipt.tsx'
import { unitHeading } from '../visits.tsx'
import { queryOf, readFilter, readPlace } from './filter.ts'
import { galleryOf } from './gallery.ts'
import { comparisonOf, historyLines } from './history.ts'
import { namesOf } from './lines.ts'
import { sentRevision } from './reading.ts'

/** A step that wasn't taken, and what was typed for it. */
export type Untaken = { readonly problem: Problem; readonly typed: NonNullable<ReviewProps['typed']> }

export async function showRecord(call: SignedInCall): Promise<Response> {
  const found = await readableResponse(call)
  return found.ok ? recordPage(call, found.value) : refuse(call, found.problem)
}

/** Where the response stands. Under one-per-unit that depends on the others of its unit. */
async function stateOf(
  { deps }: SignedInCall,
  { address, history, shown }: Editing,
): Promise<ResponseState<StoredRevision>> {
  const { campaign, period, campaignUnit } = address
  const isAlone = campaign.countingRule === 'many'
  const bucket = bucketFor(campaign.id, period.id, campaignUnit, shown.id)
  const state = responseStates(campaign, isAlone ? history : await readBucket(deps.table, bucket)).get(shown.id)
  if (!state) throw new Error(`Response ${shown.id}: read, and not in its bucket`)
  return state
}

/** The filter and place of the table that one came from, as the query of an address. */
function tableQuery(call: SignedInCall): string {
  const { searchParams } = new URL(call.c.req.url)
  return queryOf(readFilter(searchParams), readPlace(searchParams))
}

export async function recordPage(call: SignedInCall, found: Editing, untaken?: Untaken): Promise<Response> {
  const { address, history, shown } = found
  const { campaign, period, unit } = address
  const state = await stateOf(call, found)
  const { formId } = campaign.form
  const version = await call.deps.directory.form(call.me.organisationId, { formId, version: shown.formVersion })
  const place = [campaign.id, period.id, unit.id, shown.id] as const
  const page = (
    <RecordPage
      context={pageContext(call)}
      problem={untaken?.problem}
      campaignTitle={campaign.title}
      unit={unitHeading(call, unit.id)}
      periodId={period.id}
      id={shown.id}
      state={{
        place: state.place,
        isLate: shown.standing === 'late',
        isAccepted: state.isAccepted,
        isHeld: state.held !== undefined,
      }}
      {...(await sentPart(call, campaign, sentRevision({ history, state })))}
      notPossible={notPossibleIn(history, shown)}
      version={version}
      answers={shown.answers}
      raised={shown.raised}
      evidenceUrl={(file) => path.evidence(campaign.id, period.id, unit.id, file)}
      gallery={await galleryOf(call, address, version, shown)}
      history={await historyLines(call, campaign, history)}
      comparison={await comparisonPart(call, found)}
      review={reviewPart(call, found, state, untaken?.typed)}
      table={tablePart(call, found)}
      receiptHref={path.receipt(...place)}
      pdfHref={path.recordPdf(...place)}
    />
  )
  return call.c.html(page, untaken ? statusOf[untaken.problem.code] : 200)
}

/** When it came, and from whom. */
async function sentPart(
  call: SignedInCall,
  campaign: Campaign,
  { receivedAt, finishedAt, by, step }: StoredRevision,
): Promise<Pick<RecordPageProps, 'receivedAt' | 'finishedAt' | 'by' | 'onBehalfOf'>> {
  return {
    receivedAt,
    finishedAt,
    by: by === '' ? undefined : (await namesOf(call, campaign, [by])).get(by),
    onBehalfOf: step.kind === 'entered' ? step.onBehalfOf : undefined,
  }
}

/** Why the visit wasn't possible, also where the record was withdrawn afterwards. */
const notPossibleIn = (history: readonly StoredRevision[], shown: StoredRevision): string | undefined =>
  whyNotPossible(shown.step) ??
  (shown.step.kind === 'withdrawn'
    ? history
        .filter(({ revision }) => revision < shown.revision)
        .map(({ step }) => whyNotPossible(step))
        .at(-1)
    : undefined)

async function comparisonPart(
  call: SignedInCall,
  { address, history, shown }: Editing,
): Promise<RecordPageProps['comparison']> {
  const { campaign, period, unit } = address
  const query = tableQuery(call)
  const to = (more: string) => path.record(campaign.id, period.id, unit.id, shown.id, more)
  return {
    compareHref: (from, until) => `${to([query, `from=${from}&to=${until}`].filter(Boolean).join('&'))}#compare`,
    revisions: history.map(({ revision }) => revision).toReversed(),
    carried: [...new URLSearchParams(query)],
    action: to(''),
    comparison: await comparisonOf(call, campaign.form.formId, history),
  }
}

function reviewPart(
  call: SignedInCall,
  { address, history, newest, shown }: Editing,
  { held }: ResponseState<StoredRevision>,
  typed: ReviewProps['typed'],
): RecordPageProps['review'] {
  const { campaign, period, unit } = address
  const { person, tree } = call.me
  const facts = { person, tree, campaign, unitId: unit.id, history }
  const query = tableQuery(call)
  const accept = mayTake(facts, 'accept')
  const reviews = levelOf(facts, 'response.review') !== undefined
  const hrefOf = (step: 'return' | 'release' | 'withdraw') =>
    mayTake(facts, step).ok ? path.reviewStep(campaign.id, period.id, unit.id, shown.id, step, query) : undefined
  const withdrawHref = hrefOf('withdraw')
  return {
    revision: newest,
    accept: accept.ok
      ? {
          href: path.reviewStep(campaign.id, period.id, unit.id, shown.id, 'accept', query),
          isFinal: accept.value.isFinal,
          unitName: unitIn(tree, accept.value.at)?.name ?? accept.value.at,
        }
      : undefined,
    whyNotAccept: accept.ok || !reviews ? undefined : accept.problem,
    returnHref: hrefOf('return'),
    releaseHref: hrefOf('release'),
    withdraw: withdrawHref ? { href: withdrawHref, isDiscard: held !== undefined } : undefined,
    scoreHref: mayScore(facts).ok ? path.scoreMember(campaign.id, period.id, unit.id, shown.id) : undefined,
    correctHref: mayTake(facts, 'correct').ok
      ? path.correctResponse(campaign.id, period.id, unit.id, shown.id)
      : undefined,
    typed,
  }
}

function tablePart(call: SignedInCall, { address, shown }: Editing): RecordPageProps['table'] {
  const { campaign, period, campaignUnit, unit } = address
  if (!mayAt(call.me.person, call.me.tree, 'response.read', unit.id)) return undefined
  const filter = readFilter(new URL(call.c.req.url).searchParams)
  const { periodId, unitId, shard } = bucketFor(campaign.id, period.id, campaignUnit, shown.id)
  const here = { periodId, unitId, shard, id: shown.id }
  return {
    backHref: path.campaignAnswers(campaign.id, tableQuery(call)),
    nextHref: path.neighbour(campaign.id, queryOf(filter, { after: here })),
    previousHref: path.neighbour(campaign.id, queryOf(filter, { before: here })),
  }
}
