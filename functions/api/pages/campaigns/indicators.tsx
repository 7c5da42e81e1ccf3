// Step 6: the list of indicators, and the editor of one. The address names what is edited: an indicator that there is, or a
// measure and a question for another.

import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { targetSign } from '../../../../shared/messages/indicator.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import type { Indicator } from '../../../../shared/summary/indicator.ts'
import {
  IndicatorFields,
  type IndicatorLine,
  IndicatorList,
  measureWords,
  type QuestionOption,
} from '../../../../web/pages/campaigns/indicators.tsx'
import { StepForm, StepPage } from '../../../../web/pages/campaigns/step.tsx'
import { ProblemPanel } from '../../../../web/parts/problem-panel.tsx'
import { saveCampaign } from '../../../store/campaigns.ts'
import type { VersionedPrepared } from '../../../store/prepared-campaigns.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { foundCampaign } from './found.ts'
import {
  type Edited,
  editedBy,
  fieldsOf,
  type IndicatorFault,
  measureOf,
  newFields,
  readIndicator,
} from './indicator-fields.ts'
import { isReadable, questionsOf } from './questions.ts'
import { headOf, textsFor } from './texts.ts'

const mostIndicators = 100

const none = { fields: new URLSearchParams(), faults: new Map<string, string>() }

export async function showIndicators(call: SignedInCall, found: VersionedPrepared): Promise<Response> {
  const { campaign } = found
  const questions = await questionsOf(call, campaign)
  const edited = questions && editedBy(new URL(call.c.req.url).searchParams, campaign, questions)
  if (!edited) return listPage(call, found, questions)
  const fields = edited.indicator ? fieldsOf(edited.indicator) : newFields(edited)
  return editorPage(call, found, { edited, fields })
}

async function listPage(
  call: SignedInCall,
  { campaign, version }: VersionedPrepared,
  questions: readonly QuestionOption[] | undefined,
  isChanged = false,
): Promise<Response> {
  const context = pageContext(call)
  const isDraft = campaign.state === 'draft'
  const page = (
    <StepPage context={context} step="indicators" campaign={headOf(campaign)} entries={none}>
      {isChanged && <ProblemPanel context={context} problem={problem.campaignChanged()} />}
      <IndicatorList
        context={context}
        campaignId={campaign.id}
        version={version}
        indicators={campaign.indicators.map((one) => lineOf(call, one, questions ?? []))}
        questions={questions}
        nextHref={isDraft ? path.campaignStep(campaign.id, 'more') : path.campaign(campaign.id)}
      />
    </StepPage>
  )
  return call.c.html(page, isChanged ? 409 : 200)
}

function lineOf(call: SignedInCall, indicator: Indicator, questions: readonly QuestionOption[]): IndicatorLine {
  const { measure } = indicator
  const find = (key: string) => questions.find((one) => one.key === key)
  const label = (key: string) => find(key)?.label ?? key
  const [question, over] =
    measure.kind === 'ratio'
      ? [label(measure.numerator), label(measure.denominator)]
      : [label(measure.question), chosenLabels(find(measure.question), ('choices' in measure && measure.choices) || [])]
  return {
    id: indicator.id,
    name: indicator.name,
    measure: measureWords(textsFor(call).step.indicators.measureOf, measureOf(measure), question, over),
    target: targetSign(indicator, call.language),
    isKnown: isReadable(indicator, questions),
  }
}

const chosenLabels = (question: QuestionOption | undefined, choices: readonly string[]): string =>
  choices.map((choice) => question?.choices.find(({ name }) => name === choice)?.label ?? choice).join(', ')

type Editor = {
  readonly edited: Edited
  readonly fields: URLSearchParams
  readonly faults?: ReadonlyMap<string, IndicatorFault>
  readonly isChanged?: boolean
}

async function editorPage(
  call: SignedInCall,
  { campaign, version }: VersionedPrepared,
  { edited, fields, faults = new Map(), isChanged = false }: Editor,
): Promise<Response> {
  const context = pageContext(call)
  const m = textsFor(call)
  const t = m.step.indicators
  const words: Readonly<Record<Extract<IndicatorFault, string>, string>> = { ...m.step.faults, ...t.faults }
  const wordsFor = (fault: IndicatorFault) => (typeof fault === 'string' ? words[fault] : m.step.numberWithin(...fault))
  const entries = { fields, faults: new Map([...faults].map(([field, fault]) => [field, wordsFor(fault)])) }
  const action = path.campaignStep(campaign.id, 'indicators')
  const { indicator } = edited
  const page = (
    <StepPage context={context} step="indicators" campaign={headOf(campaign)} entries={entries}>
      {isChanged && <ProblemPanel context={context} problem={problem.campaignChanged()} />}
      <h2>{indicator ? t.editTitle : t.addTitle}</h2>
      <StepForm context={context} action={action} isDraft={false} version={version} was="">
        <input type="hidden" name="indicator" value={indicator?.id ?? ''} />
        <IndicatorFields context={context} entries={entries} {...edited} />
        {indicator && (
          <p>
            <button type="submit" class="plain" name="action" value="remove">
              {t.remove}
            </button>
          </p>
        )}
      </StepForm>
      <p class="meta">
        <a href={action}>{t.back}</a>
      </p>
    </StepPage>
  )
  return call.c.html(page, isChanged ? 409 : faults.size > 0 ? 422 : 200)
}

/** POST: adds, changes, moves or removes one indicator. */
export async function sendIndicators(
  call: SignedInCall,
  found: VersionedPrepared,
  fields: URLSearchParams,
): Promise<Response> {
  const { campaign, version } = found
  const questions = await questionsOf(call, campaign)
  const isOverOther = fields.get('version') !== String(version)
  const id = fields.get('indicator') ?? ''
  const there = campaign.indicators.find((one) => one.id === id)
  if (fields.get('action') === 'up' || fields.get('action') === 'remove') {
    if (isOverOther || !there) return listPage(call, found, questions, true)
    return store(call, found, fields.get('action') === 'up' ? movedUp(campaign, id) : without(campaign, id))
  }
  const edited = questions && editedBy(fields, campaign, questions)
  if (!edited) return listPage(call, found, questions, true)
  if (isOverOther) return editorPage(call, found, { edited, fields, isChanged: true })
  const read = readIndicator(fields, edited, campaign)
  if (!read.ok) return editorPage(call, found, { edited, fields, faults: read.problem })
  if (!there && campaign.indicators.length >= mostIndicators)
    return editorPage(call, found, { edited, fields, faults: new Map([['question', 'too-many']]) })
  return store(call, found, withIndicator(campaign, read.value))
}

const without = (campaign: PreparedCampaign, id: string): PreparedCampaign => ({
  ...campaign,
  indicators: campaign.indicators.filter((one) => one.id !== id),
})

function movedUp(campaign: PreparedCampaign, id: string): PreparedCampaign {
  const indicators = [...campaign.indicators]
  const at = indicators.findIndex((one) => one.id === id)
  const [moved] = indicators.splice(at, 1)
  if (moved) indicators.splice(Math.max(0, at - 1), 0, moved)
  return { ...campaign, indicators }
}

const withIndicator = (campaign: PreparedCampaign, indicator: Indicator): PreparedCampaign => {
  const isThere = campaign.indicators.some((one) => one.id === indicator.id)
  return {
    ...campaign,
    indicators: isThere
      ? campaign.indicators.map((one) => (one.id === indicator.id ? indicator : one))
      : [...campaign.indicators, indicator],
  }
}

async function store(call: SignedInCall, { campaign, version }: VersionedPrepared, next: PreparedCampaign) {
  if (await saveCampaign(call.deps.table, next, version)) {
    call.record({ subject: path.campaign(campaign.id), unitId: campaign.unitId, details: 'indicators' })
    return call.c.redirect(path.campaignStep(campaign.id, 'indicators'), 303)
  }
  const now = await foundCampaign(call)
  return now.ok
    ? listPage(call, now.value, await questionsOf(call, now.value.campaign), true)
    : refuse(call, now.problem)
}
