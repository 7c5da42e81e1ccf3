// The table of a campaign's responses, and accepting many of them at once.

import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import { answersMessages } from '../../../../shared/messages/answers.ts'
import { formatDay } from '../../../../shared/messages/day.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { periodsWithin, type ReportPeriod } from '../../../../shared/report/period.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { readsSingly } from '../../../../shared/survey/survey.ts'
import { AnswersPage, type AnswersPageProps } from '../../../../web/pages/answers/table.tsx'
import { findCampaign } from '../../../store/campaigns.ts'
import { cursorAt, type ResponsePage } from '../../../store/response-pages.ts'
import { campaignParam } from '../../address.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { acceptMany } from './accept-many.ts'
import {
  type AnswersFilter,
  isNarrowed,
  mostColumns,
  queryOf,
  readFilter,
  readPlace,
  type TablePlace,
} from './filter.ts'
import { columnsOf, linesOf, questionsOf } from './lines.ts'
import { readFiltered } from './reading.ts'
import { sendersFor } from './senders.ts'

/** Rows of one page. */
const pageSize = 50

type Asked = { readonly campaign: Campaign; readonly filter: AnswersFilter; readonly place: TablePlace }

/** The campaign, filter and place of an address. */
export async function askedFor({ deps, c, me }: SignedInCall): Promise<Result<Asked, Problem>> {
  const id = campaignParam(c)
  const found = id && (await findCampaign(deps.table, me.organisationId, id))
  if (!found || !readsSingly(found.campaign)) return fail(problem.campaignUnknown())
  const { searchParams } = new URL(c.req.url)
  return ok({ campaign: found.campaign, filter: readFilter(searchParams), place: readPlace(searchParams) })
}

export async function showAnswers(call: SignedInCall): Promise<Response> {
  const asked = await askedFor(call)
  return asked.ok ? tablePage(call, asked.value) : refuse(call, asked.problem)
}

/** POST: accepts what was chosen, each for itself, and shows the table again with what came of it. */
export async function acceptChosen(call: SignedInCall): Promise<Response> {
  const asked = await askedFor(call)
  if (!asked.ok) return refuse(call, asked.problem)
  const result = await acceptMany(call, queryOf(asked.value.filter, asked.value.place))
  // Where nothing was accepted, nothing was done that the log would have to tell.
  return tablePage(call, asked.value, result, result.accepted > 0 ? 200 : 409)
}

async function tablePage(
  call: SignedInCall,
  { campaign, filter, place }: Asked,
  result?: AnswersPageProps['result'],
  status: 200 | 409 = 200,
): Promise<Response> {
  const { page, forms } = await readFiltered(call, campaign, filter, { limit: pageSize, ...place })
  const form = forms.get(campaign.form.version)
  if (!form) throw new Error(`Campaign ${campaign.id} asks a version that isn't there`)
  const columns = columnsOf(form, filter)
  const questions = questionsOf(form, call.language)
  const labels = new Map(questions.map(({ key, label }) => [key, label]))
  return call.c.html(
    <AnswersPage
      context={pageContext(call)}
      title={campaign.title}
      listHref={path.answers()}
      action={path.campaignAnswers(campaign.id)}
      periodIds={periodChoices(campaign, filter)}
      questions={questions}
      mostColumns={mostColumns}
      isNarrowed={isNarrowed(filter)}
      unknown={unknownFilters(call, campaign, filter)}
      only={onlyUnit(call, campaign, filter)}
      senders={await sendersFor(call, campaign, filter.by)}
      values={valuesOf(filter)}
      columns={columns.map(({ key }) => labels.get(key) ?? key)}
      rows={await linesOf(call, { campaign, filter, place, forms, columns }, page.rows)}
      looked={page.looked}
      acceptHref={path.campaignAnswers(campaign.id, queryOf(filter, place))}
      result={result}
      {...pagesOf(campaign, filter, place, page)}
    />,
    status,
  )
}

const valuesOf = ({
  period,
  unitText,
  state,
  by,
  text,
  question,
  columns,
}: AnswersFilter): AnswersPageProps['values'] => ({
  period: period ?? '',
  unitText,
  state: state ?? '',
  by: by ?? '',
  text,
  question: question?.key ?? '',
  operator: question?.operator ?? 'has',
  value: question?.text ?? '',
  columns,
})

/** One unit with those below it: a link sets it, and the form only carries it on. */
function onlyUnit(call: SignedInCall, campaign: Campaign, filter: AnswersFilter): AnswersPageProps['only'] {
  const unit = filter.unit && unitIn(call.me.tree, filter.unit)
  if (!unit) return undefined
  return {
    value: unit.id,
    text: onlyText(call, unit.name, filter),
    within: filter.within,
    on: filter.on,
    withoutHref: path.campaignAnswers(
      campaign.id,
      queryOf({ ...filter, unit: undefined, within: undefined, on: undefined }),
    ),
  }
}

/** Whoever follows a figure of an older report is told that the units are those of then. */
function onlyText({ language, me }: SignedInCall, name: string, { within, on }: AnswersFilter): string {
  const m = answersMessages[language].filter
  const text = within === 'unit' ? m.onlyIt(name) : within === 'place' ? m.onlyItsPlace(name) : m.onlyUnit(name)
  return on === undefined || on === me.today || within === 'unit' ? text : m.asOn(text, formatDay(on, language))
}

/** The campaign's periods, the newest first; before them the longer one that a figure of a report led to. */
function periodChoices({ periods }: Campaign, { period }: AnswersFilter): readonly ReportPeriod[] {
  const own: readonly ReportPeriod[] = periods.map(({ id }) => id).toReversed()
  return period === undefined || own.includes(period) || periodsWithin(periods, period).length === 0
    ? own
    : [period, ...own]
}

/** Filters of an address that name no period of the campaign, or no unit: each with the address without it. */
function unknownFilters({ c, me, language }: SignedInCall, campaign: Campaign, filter: AnswersFilter) {
  const m = answersMessages[language].filter
  const to = (changes: Partial<AnswersFilter>) => path.campaignAnswers(campaign.id, queryOf({ ...filter, ...changes }))
  const asked = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 100)
  const [period, unit] = [asked('period'), asked('unit')]
  const isPeriod = period === '' || (filter.period && periodsWithin(campaign.periods, filter.period).length > 0)
  const isUnit = unit === '' || (filter.unit !== undefined && unitIn(me.tree, filter.unit) !== undefined)
  return [
    ...(isPeriod ? [] : [{ text: m.unknownPeriod(period), withoutHref: to({ period: undefined }) }]),
    ...(isUnit ? [] : [{ text: m.unknownUnit, withoutHref: to({ unit: undefined }) }]),
  ]
}

/** Where the page lies in the table, and the addresses of those beside it. */
function pagesOf(
  campaign: Campaign,
  filter: AnswersFilter,
  place: TablePlace,
  { rows, next, isFull }: ResponsePage,
): Pick<AnswersPageProps, 'from' | 'isStopped' | 'nextHref' | 'previousHref' | 'firstHref'> {
  const isBack = place.before !== undefined
  const to = (changes: Partial<TablePlace>) => path.campaignAnswers(campaign.id, queryOf(filter, changes))
  const [first, last] = [rows.at(0), rows.at(-1)]
  const seen = isBack ? Math.max(0, place.seen - rows.length) : place.seen
  const after = isBack ? (last ? cursorAt(last) : place.before) : next
  const before = isBack ? next : place.after && first && cursorAt(first)
  const isInside = isBack || place.after !== undefined
  return {
    from: seen + 1,
    isStopped: !isBack && next !== undefined && !isFull,
    nextHref: after && to({ after, seen: seen + rows.length }),
    previousHref: before && to({ before, seen }),
    firstHref: isInside ? to({}) : undefined,
  }
}
