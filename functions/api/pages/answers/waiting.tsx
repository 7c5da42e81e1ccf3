// What waits for the visitor's own level of the tree, of all campaigns: the table of responses with one filter, read round
// by round, the oldest first. There is no order of time across the buckets of a round: in it, the tree's order holds.

import * as v from 'valibot'
import type { Campaign, CampaignPeriod } from '../../../../shared/campaign/campaign.ts'
import { CampaignId } from '../../../../shared/ids.ts'
import { path } from '../../../../shared/paths.ts'
import { readsSingly } from '../../../../shared/survey/survey.ts'
import type { AnswerLine } from '../../../../web/pages/answers/table.tsx'
import { WaitingPage, type WaitingPageProps } from '../../../../web/pages/answers/waiting.tsx'
import { listCampaigns } from '../../../store/campaigns.ts'
import { cursorText, readCursor } from '../../../store/response-pages.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { acceptMany } from './accept-many.ts'
import { queryOf, readFilter } from './filter.ts'
import { linesOf } from './lines.ts'
import { patience, readFiltered } from './reading.ts'

/** Rows of one page. */
const pageSize = 50

const waitingQuery = new URLSearchParams({ state: 'to-decide' })

export const showWaiting = (call: SignedInCall): Promise<Response> => waitingPage(call)

/** POST: accepts what was chosen, each for itself, and shows what is left with what came of it. */
export async function acceptWaiting(call: SignedInCall): Promise<Response> {
  const result = await acceptMany(call, waitingQuery.toString())
  return waitingPage(call, result, result.accepted > 0 ? 200 : 409)
}

async function waitingPage(
  call: SignedInCall,
  result?: WaitingPageProps['result'],
  status: 200 | 409 = 200,
): Promise<Response> {
  const after = new URL(call.c.req.url).searchParams.get('after') ?? ''
  const { rows, looked, next } = await readWaiting(call, after)
  return call.c.html(
    <WaitingPage
      context={pageContext(call)}
      rows={rows}
      looked={looked}
      isStopped={next !== undefined && rows.length < pageSize}
      nextHref={next && path.waiting(next)}
      firstHref={after ? path.waiting() : undefined}
      acceptHref={path.waiting(after)}
      result={result}
    />,
    status,
  )
}

type Round = { readonly campaign: Campaign; readonly period: CampaignPeriod }

/** "campaign.period" is the beginning of a round; behind it may stand a place in it. */
const roundName = ({ campaign, period }: Round): string => `${campaign.id}.${period.id}`

/** Rounds that have begun, the one that opened first before the others. */
async function roundsOf({ deps, me, now }: SignedInCall): Promise<Round[]> {
  const campaigns = await listCampaigns(deps.table, me.organisationId)
  const opened = ({ period }: Round) => Date.parse(period.opensAt)
  return campaigns
    .filter((campaign) => readsSingly(campaign) && campaign.state !== 'draft')
    .flatMap((campaign) => campaign.periods.map((period): Round => ({ campaign, period })))
    .filter((round) => opened(round) <= Date.parse(now))
    .sort((a, b) => opened(a) - opened(b) || (roundName(a) < roundName(b) ? -1 : 1))
}

type Waiting = { readonly rows: AnswerLine[]; readonly looked: number; readonly next: string | undefined }

/** One page from a place on; a place that there isn't is the beginning. */
async function readWaiting(call: SignedInCall, after: string): Promise<Waiting> {
  const rounds = await roundsOf(call)
  const [campaignText = '', ...place] = after.slice(0, 300).split('.')
  const campaignId = v.safeParse(CampaignId, campaignText)
  const named = campaignId.success ? `${campaignId.output}.${place[0]}` : ''
  const begin = rounds.findIndex((round) => roundName(round) === named)
  const isLate = patience()
  const rows: AnswerLine[] = []
  let looked = 0
  for (const [index, round] of rounds.slice(Math.max(0, begin)).entries()) {
    if (rows.length >= pageSize || (index > 0 && isLate())) return { rows, looked, next: roundName(round) }
    const filter = { ...readFilter(waitingQuery), period: round.period.id }
    const start = index === 0 && begin >= 0 ? readCursor(place.join('.')) : undefined
    const options = { limit: pageSize - rows.length, after: start }
    const { page, forms } = await readFiltered(call, round.campaign, filter, options, isLate)
    rows.push(...(await waitingLines(call, round.campaign, filter, forms, page.rows)))
    looked += page.looked
    if (page.next) return { rows, looked, next: `${round.campaign.id}.${cursorText(page.next)}` }
  }
  return { rows, looked, next: undefined }
}

async function waitingLines(
  call: SignedInCall,
  campaign: Campaign,
  filter: ReturnType<typeof readFilter>,
  forms: Awaited<ReturnType<typeof readFiltered>>['forms'],
  rows: Parameters<typeof linesOf>[2],
): Promise<AnswerLine[]> {
  const place = { after: undefined, before: undefined, seen: 0 }
  const lines = await linesOf(call, { campaign, filter, place, forms, columns: [] }, rows)
  const href = path.campaignAnswers(campaign.id, queryOf({ ...filter, period: undefined }))
  return lines.map((line) => ({ ...line, campaign: { title: campaign.title, href } }))
}
