// The results of one period of a survey: before they are released when they will be, afterwards what was released, and nothing
// that wasn't; of a named survey the figures as they stand. Each reader sees the units that they may; the figures are the
// same for all.

import { type Campaign, type CampaignPeriod, periodState } from '../../../../shared/campaign/campaign.ts'
import { formItems } from '../../../../shared/form/form.ts'
import { formLanguage, plainLabel, textIn } from '../../../../shared/form/texts.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { surveyResultMessages } from '../../../../shared/messages/survey-results.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import type { Release } from '../../../../shared/survey/results.ts'
import { isSealable, sealsAt } from '../../../../shared/survey/sealing.ts'
import { isSection } from '../../../../shared/xlsform/form.ts'
import { ResultsPage, type ResultsPageProps } from '../../../../web/pages/results/results.tsx'
import { maySeal, sealPeriod } from '../../../seal.ts'
import { findRelease, isReleased, type StoredRelease } from '../../../store/releases.ts'
import { liveFigures } from '../../../survey-figures.ts'
import { writeCsv } from '../../../workbook/write-csv.ts'
import { campaignAddress } from '../../address.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { isNamed } from '../campaigns/texts.ts'

type Found = {
  readonly campaign: Campaign
  readonly period: CampaignPeriod
  /** What was released, or of a named survey stands now. */
  readonly figures: Release | undefined
  /** Its entry in the ledger; none of a named survey. */
  readonly ledger: Pick<StoredRelease, 'releasedAt' | 'sha256'> | undefined
  /** Released units that the reader may see, those above first. */
  readonly units: Release['units']
}

async function foundResults(call: SignedInCall): Promise<Result<Found, Problem>> {
  const address = await campaignAddress(call)
  if (!address.ok) return address
  const { campaign, period } = address.value
  const { person, tree } = call.me
  const mayRead = (unit: UnitId) => mayAt(person, tree, 'progress.read', unit)
  const isOut = campaign.survey !== undefined && campaign.state !== 'draft'
  const ledger = isSealable(campaign) ? await findRelease(call.deps.table, campaign.id, period.id) : undefined
  const live = isOut && !isSealable(campaign) && periodState(period, call.now) !== 'early'
  const deps = { ...call.deps, now: () => call.now }
  const figures = ledger?.release ?? (live ? await liveFigures(deps, campaign, [period]) : undefined)
  const units = (figures?.units ?? []).filter(({ id }) => mayRead(id))
  const isTheirs = mayRead(campaign.unitId) || units.length > 0
  if (!isOut || !isTheirs) return fail(problem.campaignUnknown())
  return ok({ campaign, period, figures, ledger, units })
}

/** What questions and choices are called, in the language of the page where the form has it. */
async function labelsOf(call: SignedInCall, { form: { formId } }: Campaign, version: number) {
  const { form } = await call.deps.directory.form(call.me.organisationId, { formId, version })
  const language = formLanguage(form, call.language)
  const items = new Map(formItems(form).map((item) => [item.key, item]))
  const choicesOf = (key: string) => {
    const source = items.get(key)?.source
    const list = source && !isSection(source) ? source.list : undefined
    return form.lists.find(({ name }) => name === list)?.choices ?? []
  }
  return {
    question: (key: string) => plainLabel(textIn(items.get(key)?.source.label, language) ?? key),
    choice: (key: string, name: string) => {
      const found = choicesOf(key).find((one) => one.name === name)
      return plainLabel(textIn(found?.label, language) ?? name)
    },
  }
}

type Line = ResultsPageProps['questions'][number]['lines'][number]

/** The figures of one unit, in words. */
async function questionsFor(
  call: SignedInCall,
  campaign: Campaign,
  release: Release,
  unit: UnitId,
): Promise<ResultsPageProps['questions']> {
  const labels = await labelsOf(call, campaign, release.form.version)
  const m = surveyResultMessages[call.language]
  return release.questions.map(({ key, kind, options, isScale, figures, by }) => {
    const nameOf = (index: number): string => {
      if (kind !== 'number') return labels.choice(key, options[index] ?? '')
      if (isScale) return index === 0 ? m.below(options[0] ?? '') : (options[index - 1] ?? '')
      return m.classOf(options[index - 1], options[index])
    }
    const linesOf = (figure: { readonly n: number; readonly counts: readonly number[] }): Line[] =>
      figure.counts.map((count, index) => ({ label: nameOf(index), count, of: figure.n }))
    const figure = figures.find((one) => one.unit === unit)
    return {
      key,
      kind,
      label: labels.question(key),
      n: figure?.n,
      sum: figure?.sum,
      lines: figure
        ? linesOf(figure).filter((line) => !(isScale && line.label === m.below(options[0] ?? '') && line.count === 0))
        : [],
      texts: figure?.texts ?? [],
      by: by.map(({ breakdown, groups }) => {
        const here = groups.filter((group) => group.figure.unit === unit)
        return {
          label: labels.question(breakdown),
          groups: here.map((group) => ({
            label: group.category === '' ? m.noCategory : labels.choice(breakdown, group.category),
            n: group.figure.n,
            lines: linesOf(group.figure),
          })),
        }
      }),
    }
  })
}

async function resultsPage(call: SignedInCall, found: Found, why?: Problem, status: 200 | 409 | 422 = 200) {
  const { campaign, period, figures, ledger, units } = found
  const { me, now, c } = call
  const asked = c.req.query('unit')
  const unit = units.find(({ id }) => id === asked) ?? units[0]
  const rate = figures?.rates.find((one) => one.unit === unit?.id)
  const n = figures?.answers.find((one) => one.unit === unit?.id)?.n
  const told = new Set(figures?.answers.map((one) => one.unit))
  const mayRelease = mayAt(me.person, me.tree, 'campaign.manage', campaign.unitId) && maySeal(period, now)
  const isNamedWay = !isSealable(campaign)
  return c.html(
    <ResultsPage
      context={pageContext(call)}
      campaign={campaign}
      period={period}
      sealsAt={sealsAt(period)}
      release={isNamedWay ? 'live' : ledger && { releasedAt: ledger.releasedAt, sha256: ledger.sha256 }}
      units={units}
      unit={unit}
      rate={rate}
      answers={n}
      hidden={new Set(units.filter(({ id }) => !told.has(id)).map(({ id }) => id))}
      questions={figures && unit ? await questionsFor(call, campaign, figures, unit.id) : []}
      mayRelease={!ledger && !isNamedWay && mayRelease}
      problem={why}
    />,
    status,
  )
}

export async function showResults(call: SignedInCall): Promise<Response> {
  const found = await foundResults(call)
  return found.ok ? resultsPage(call, found.value) : refuse(call, found.problem)
}

/** POST: releases at once what would be released a week after the close; asked for by the survey's name. */
export async function releaseNow(call: SignedInCall): Promise<Response> {
  const found = await foundResults(call)
  if (!found.ok) return refuse(call, found.problem)
  const { campaign, period } = found.value
  const here = path.surveyResults(campaign.id, period.id)
  if (await isReleased(call.deps.table, campaign.id, period.id)) {
    call.changedNothing()
    return call.c.redirect(here, 303)
  }
  const typed = (await formFields(call.c)).get('name') ?? ''
  if (!isSealable(campaign) || !maySeal(period, call.now))
    return resultsPage(call, found.value, problem.campaignNotNow(campaign.state), 409)
  if (!isNamed(campaign, typed, call)) return resultsPage(call, found.value, problem.nameNotConfirmed(), 422)
  if (!(await sealPeriod({ ...call.deps, now: () => call.now }, campaign, period))) call.changedNothing()
  call.record({ subject: path.campaign(campaign.id), unitId: campaign.unitId, details: period.id })
  return call.c.redirect(here, 303)
}

/** GET: the released figures of all units that the reader may see, one line each. */
export async function sendResults(call: SignedInCall): Promise<Response> {
  const found = await foundResults(call)
  if (!found.ok) return refuse(call, found.problem)
  const { campaign, period, figures, units } = found.value
  if (!figures) return refuse(call, problem.exportNotReady())
  const m = surveyResultMessages[call.language].csv
  const rows: string[][] = [[...m.columns]]
  for (const unit of units)
    for (const question of await questionsFor(call, campaign, figures, unit.id)) {
      const row = (group: string, option: string, count: number | string, n: number | undefined) =>
        rows.push([unit.name, question.label, group, option, String(count), n === undefined ? '' : String(n)])
      if (question.n === undefined) row('', m.hidden, '', undefined)
      for (const { label, count, of } of question.lines) row('', label, count, of)
      if (question.sum !== undefined) row('', m.sum, question.sum, question.n)
      for (const text of question.texts) row('', text, 1, question.n)
      for (const { label, groups } of question.by)
        for (const group of groups)
          for (const { label: option, count, of } of group.lines) row(`${label}: ${group.label}`, option, count, of)
    }
  const name = encodeURIComponent(`${campaign.title.vi.slice(0, 80)} ${period.id}.csv`)
  return call.c.body(new Uint8Array(writeCsv(rows)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
  })
}
