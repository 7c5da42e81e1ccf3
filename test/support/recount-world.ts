// A random organisation that lives through some periods: units are added, moved, split, merged and closed, most of it entered
// early or late; answers come on time, late and out of the field, are corrected, returned, accepted, withdrawn. All of it goes
// the way that it goes in the product. What is drawn are plain numbers, read against whatever the world has become by then.

import fc from 'fast-check'
import { takeStep } from '../../functions/api/review.ts'
import { findCampaignUnit, insertCampaignUnit, saveCampaign } from '../../functions/store/campaigns.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import { saveTree } from '../../functions/store/organisation.ts'
import { savePlan } from '../../functions/store/report-plans.ts'
import { listRevisions } from '../../functions/store/responses.ts'
import { type SubmitDeps, submit } from '../../functions/submit/submit.ts'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import { type Campaign, enterUnit, findPeriod } from '../../shared/campaign/campaign.ts'
import type { AnswerValue } from '../../shared/form/answers.ts'
import { asId, PeriodId, PersonId, type ResponseId, type UnitId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { changed, type TreeChange } from '../../shared/organisation/change.ts'
import { type Day, dayOf, firstDay } from '../../shared/organisation/day.ts'
import { historyFrom } from '../../shared/organisation/history.ts'
import type { Unit } from '../../shared/organisation/unit.ts'
import type { ReportPlan } from '../../shared/report/plan.ts'
import type { Wanted } from '../../shared/response/review.ts'
import { memoryTable } from './memory-table.ts'
import { askedForm, drawnAnswers, drawnIndicators } from './recount-form.ts'
import { aCampaign, campaignId, org, plan, responseId, unitId } from './scenario.ts'

const day = 86_400_000
const timeZones = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Auckland'] as const

/** Period ids of one kind, one after the other, from a drawn year on. */
const series = {
  month: (year: number, n: number) => `${year + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
  quarter: (year: number, n: number) => `${year + Math.floor(n / 4)}-Q${(n % 4) + 1}`,
  half: (year: number, n: number) => `${year + Math.floor(n / 2)}-H${(n % 2) + 1}`,
  year: (year: number, n: number) => String(year + n),
}
const perYear = { month: 12, quarter: 4, half: 2, year: 1 }

const calendar = fc
  .record({
    kind: fc.constantFrom('month', 'month', 'quarter', 'half', 'year'),
    year: fc.integer({ min: 2011, max: 2025 }),
    first: fc.nat({ max: 11 }),
    count: fc.integer({ min: 2, max: 4 }),
    /** Whether the campaign also has the last period's twin of a year before, and whether that was only added for figures. */
    ago: fc.constantFrom('none', 'asked', 'past'),
    closes: fc.option(fc.integer({ min: -9, max: 12 })),
  })
  .map(({ kind, year, first, count, ago, closes }) => {
    const at = (n: number) => series[kind](year, n)
    const numbers = Array.from({ length: count }, (_, index) => first + index + perYear[kind])
    const twin = first + count - 1
    const isThere = numbers.includes(twin)
    return {
      ids: [...(ago === 'none' || isThere ? [] : [at(twin)]), ...numbers.map(at)].map((id) => asId(PeriodId, id)),
      past: ago === 'past' && !isThere ? asId(PeriodId, at(twin)) : undefined,
      closes,
    }
  })

const event = fc.record({
  /** Parts of a thousand of the time from the first period's first day to a while after the last one's end. */
  at: fc.nat({ max: 1_000 }),
  kind: fc.constantFrom(
    ...(['send', 'send', 'send', 'send', 'send', 'send', 'send', 'field', 'field', 'field', 'field'] as const),
    ...(['again', 'again', 'correct', 'correct', 'impossible'] as const),
    ...(['accept', 'accept', 'accept', 'return', 'return', 'release', 'release', 'withdraw', 'enter', 'look'] as const),
    ...(['add', 'move', 'move', 'merge', 'split', 'close'] as const),
  ),
  who: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  period: fc.nat(),
  answers: drawnAnswers,
  /** Days by which a change of the tree is entered early or late, and a record is finished before it is sent. */
  shift: fc.integer({ min: -60, max: 40 }),
  isFinal: fc.boolean(),
})
export type DrawnEvent = typeof event extends fc.Arbitrary<infer E> ? E : never

export const drawnWorld = fc.record({
  zone: fc.constantFrom(...timeZones),
  calendar,
  /** Parents of the units behind the top, as numbers of units before them. */
  parents: fc.array(fc.nat(), { minLength: 2, maxLength: 11 }),
  /** Units besides, below the last one: more than a table has lines for. */
  crowd: fc.constantFrom(0, 0, 0, 0, 0, 62),
  asked: fc.array(fc.constantFrom(0, 1, 1, 2, 3), { minLength: 12, maxLength: 12 }),
  top: fc.constantFrom(0, 0, 0, 1, 2),
  countingRule: fc.constantFrom('one-per-unit' as const, 'many' as const),
  figures: fc.constantFrom('submitted' as const, 'accepted' as const),
  indicators: drawnIndicators,
  events: fc.array(event, { minLength: 40, maxLength: 90 }),
  language: fc.constantFrom('vi' as const, 'en' as const),
})
export type DrawnWorld = typeof drawnWorld extends fc.Arbitrary<infer W> ? W : never

const idOf = (n: number) => unitId(`u${n}`)
const aUnit = (n: number, parent: number | null): Unit => ({
  id: idOf(n),
  code: `C${n}`,
  name: `Đơn vị ${n}`,
  level: parent === null ? 'top' : 'cell',
  parentId: parent === null ? null : idOf(parent),
  members: (n * 7) % 23,
})

/** Does everything at the top; who may do what is other tests' business. */
const someone: Person = {
  id: asId(PersonId, 'someone'),
  name: 'Một người',
  roles: (['admin', 'office', 'inspector', 'leader'] as const).map((role) => ({ role, unitId: idOf(0) })),
}

export type World = Awaited<ReturnType<typeof openWorld>>

/** The organisation as it begins, and what happens to it. Times are milliseconds. */
export async function openWorld(drawn: DrawnWorld) {
  const table = memoryTable()
  const directory = openDirectory(table)
  let clock = 0
  const deps: SubmitDeps = { table, directory, now: () => new Date(clock).toISOString() }
  const settings = { id: org, name: { vi: 'Tỉnh' }, timeZone: drawn.zone }
  const units = [aUnit(0, null), ...drawn.parents.map((parent, index) => aUnit(index + 1, parent % (index + 1)))]
  const [small, all] = [units.length, units.length + drawn.crowd]
  for (let n = small; n < all; n += 1) units.push(aUnit(n, 1 + (n % 2)))
  await saveTree(table, settings, historyFrom(units, firstDay), 0)
  const asked = askedForm
  await publishForm(table, {
    ...{ organisationId: org, formId: asked.formId, form: asked.form, by: null },
    at: '2010-01-01T00:00:00.000Z',
  })
  const spans = drawn.calendar.ids.map((id) => spanOf(id))
  const periods = drawn.calendar.ids.map((id, index) => {
    const { start, end } = spans[index] ?? { start: 0, end: 0 }
    const closes = drawn.calendar.closes
    const past = drawn.calendar.past === id ? { isPast: true as const } : {}
    const closesAt = closes === null ? null : new Date(end + closes * day).toISOString()
    return { id, opensAt: new Date(start).toISOString(), closesAt, graceDays: 15, ...past }
  })
  const { countingRule, figures, indicators } = drawn
  const campaign: Campaign = aCampaign({
    ...{ unitId: idOf(0), periods, countingRule, figures, indicators: [...indicators] },
    form: { formId: asked.formId, version: asked.version },
  })
  await saveCampaign(table, campaign, 0)
  const expected = new Map<UnitId, number>()
  const enter = async (id: UnitId, n: number, since?: Day) => {
    const answers = countingRule === 'one-per-unit' ? 1 : n
    if (await insertCampaignUnit(table, campaign, { ...enterUnit(id, answers), ...(since ? { since } : {}) }))
      expected.set(id, answers)
  }
  for (const [n, { id }] of units.entries()) {
    const answers = n < small ? (drawn.asked[n] ?? 1) : 1
    if (answers > 0) await enter(id, answers)
  }
  const ownPlan: ReportPlan = {
    ...{ ...plan, template: 'campaign-results', campaigns: { results: campaignId } },
    ...{ unitId: idOf(drawn.top % small), language: drawn.language },
  }
  await savePlan(table, ownPlan, 0)
  const sent: { id: ResponseId; unit: UnitId; period: PeriodId }[] = []
  let next = all
  let refused = 0
  const outcomes = new Map<string, number>()
  const note = (what: string) => outcomes.set(what, (outcomes.get(what) ?? 0) + 1)

  async function changeTree({ kind, who, shift, isFinal }: DrawnEvent): Promise<void> {
    const { history, version } = await directory.organisation(org, deps.now())
    const today = dayOf(deps.now(), drawn.zone)
    const from = dayOf(new Date(clock + shift * day).toISOString(), drawn.zone)
    const change = changeOf({ kind, who: who.map((one) => one % next), from, isFinal }, next)
    const outcome = changed(history, change, today)
    note(`${kind} ${outcome.ok ? 'ok' : 'unsound'}`)
    if (!outcome.ok) return
    await saveTree(table, settings, outcome.value, version)
    for (const unit of addedBy(change)) {
      next += 1
      if (isFinal) await enter(unit.id, 1, today)
    }
  }

  async function send(drawnEvent: DrawnEvent): Promise<void> {
    const { kind, who, answers, shift, isFinal } = drawnEvent
    const isNext = kind === 'again' || kind === 'correct'
    const known = isNext ? sent[who[0] % Math.max(1, sent.length)] : undefined
    if (isNext && !known) return
    const begun = periods.filter(({ opensAt }) => Date.parse(opensAt) <= clock)
    const target = known ?? {
      id: responseId(sent.length + refused + 1),
      unit: [...expected.keys()][who[0] % expected.size] ?? idOf(who[1] % next),
      period: (begun[drawnEvent.period % Math.max(1, begun.length)] ?? periods[0])?.id ?? asId(PeriodId, '2000'),
    }
    const { organisation, tree } = await directory.organisation(org, deps.now())
    const sender = { person: someone, organisationId: org, organisation, tree }
    const submission = {
      ...{ id: target.id, campaign: campaignId, unit: target.unit, period: target.period, formVersion: 1 },
      revision: known ? (await newestOf(known)) + 1 : 1,
      answers: kind === 'impossible' ? {} : plainly(answers),
      ...(kind === 'field' || (known && shift < -30) ? { finishedAt: finished(target.period, shift) } : {}),
    }
    const isPast = findPeriod(campaign, target.period)?.isPast
    const step =
      kind === 'impossible'
        ? ({ kind: 'not-possible', reason: 'Đường ngập' } as const)
        : kind === 'correct'
          ? ({ kind: 'corrected', reason: 'Nhầm số', isFinal } as const)
          : isPast
            ? ({ kind: 'entered', onBehalfOf: 'Đơn vị' } as const)
            : ({ kind: 'sent' } as const)
    const outcome = await submit(deps, sender, submission, { step, ...(isPast ? { isPast } : {}) })
    note(`${kind} ${outcome.ok ? outcome.value.receipt.standing : outcome.problem.code}`)
    if (known) return
    if (outcome.ok) sent.push(target)
    else refused += 1
  }

  /** Some days ago, and mostly before the close. */
  function finished(period: PeriodId, shift: number): string {
    const closesAt = Date.parse(findPeriod(campaign, period)?.closesAt ?? '') || clock
    return new Date((shift < 30 ? Math.min(clock, closesAt) : clock) - (Math.abs(shift) % 20) * day - 1).toISOString()
  }

  async function newestOf({ id, unit, period }: (typeof sent)[number]): Promise<number> {
    const campaignUnit = await findCampaignUnit(table, campaignId, unit)
    if (!campaignUnit) throw new Error('What was sent has a unit')
    return (await listRevisions(table, bucketFor(campaignId, period, campaignUnit, id), id)).length
  }

  async function decide({ kind, who }: DrawnEvent): Promise<void> {
    const target = sent[who[0] % Math.max(1, sent.length)]
    const campaignUnit = target && (await findCampaignUnit(table, campaignId, target.unit))
    const period = target && findPeriod(campaign, target.period)
    if (!target || !campaignUnit || !period) return
    const { tree } = await directory.organisation(org, deps.now())
    const wanted: Wanted =
      kind === 'return' || kind === 'withdraw'
        ? { kind, reason: 'Thiếu số liệu' }
        : { kind: kind === 'release' ? 'release' : 'accept' }
    const place = { campaign, period, campaignUnit, person: someone, tree, id: target.id }
    const outcome = await takeStep(deps, { ...place, replaces: await newestOf(target), wanted })
    note(`${kind} ${outcome.ok ? 'ok' : 'refused'}`)
  }

  const begin = spans.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY)
  const last = spans.reduce((latest, { end }) => Math.max(latest, end), 0) + 45 * day
  const events = [...drawn.events].sort((a, b) => a.at - b.at)

  /** Lets everything happen in its order; `look`: a moment at which somebody makes reports. */
  async function live(look: (event: DrawnEvent) => Promise<void>): Promise<void> {
    for (const one of events) {
      clock = begin + Math.round(((last - begin) * one.at) / 1_000)
      if (one.kind === 'look') await look(one)
      else if (['add', 'move', 'merge', 'split', 'close'].includes(one.kind)) await changeTree(one)
      else if (['accept', 'return', 'release', 'withdraw'].includes(one.kind)) await decide(one)
      else if (one.kind === 'enter') await enter(idOf(one.who[0] % next), 1, dayOf(deps.now(), drawn.zone))
      else await send(one)
    }
    clock = last
  }

  return { table, deps, campaign, plan: ownPlan, live, outcomes, expected, drawn, someone }
}

const plainly = (answers: DrawnEvent['answers']): Record<string, AnswerValue> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]): [string, AnswerValue][] =>
      value === undefined || value === null ? [] : [[name, value]],
    ),
  )

/** First and last moment of a period, in UTC. */
export function spanOf(id: string): { start: number; end: number } {
  const year = Number(id.slice(0, 4))
  const part = id.slice(5)
  const [months, ordinal] =
    part === ''
      ? [12, 1]
      : part[0] === 'H'
        ? [6, Number(part[1])]
        : part[0] === 'Q'
          ? [3, Number(part[1])]
          : [1, Number(part)]
  return {
    start: Date.UTC(year, (ordinal - 1) * months, 1),
    end: Date.UTC(year, ordinal * months, 1) - 1,
  }
}

type Drawn = { readonly kind: string; readonly who: number[]; readonly from: Day; readonly isFinal: boolean }

function changeOf({ kind, who, from, isFinal }: Drawn, next: number): TreeChange {
  const [a = 0, b = 0, c = 0] = who
  switch (kind) {
    case 'add':
      return { kind, from, unit: aUnit(next, a) }
    case 'move':
      return { kind, from, unitId: idOf(a), parentId: idOf(b) }
    case 'merge':
      return isFinal
        ? { kind, from, unitIds: [idOf(a), idOf(b)], into: idOf(next), added: aUnit(next, c) }
        : { kind, from, unitIds: [idOf(a)], into: idOf(b) }
    case 'split': {
      const children = Array.from({ length: next }, (_, n) => [idOf(n), idOf(next + (n % 2))] as const)
      return { kind, from, unitId: idOf(a), parts: [aUnit(next, b), aUnit(next + 1, b)], children: new Map(children) }
    }
    default:
      return { kind: 'close', from, unitId: idOf(a) }
  }
}

const addedBy = (change: TreeChange): readonly Unit[] =>
  change.kind === 'add'
    ? [change.unit]
    : change.kind === 'split'
      ? change.parts
      : change.kind === 'merge' && change.added
        ? [change.added]
        : []
