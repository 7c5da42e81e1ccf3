// When and from what the figures of a report were read, and what is not in them.

import * as Instant from 'temporal-polyfill/fns/Instant'
import { periodState } from '../../campaign/campaign.ts'
import { localize } from '../../language.ts'
import { formatMoment } from '../../messages/number.ts'
import { joined } from '../../messages/sentence.ts'
import { readsSingly } from '../../survey/survey.ts'
import type { Block } from '../document.ts'
import { type Needs, needsOf } from '../needs.ts'
import { periodsWithin } from '../period.ts'
import { restated } from './restated.ts'
import { countIn, indicatorsOf, paragraph, type Scope, sentence } from './role-scope.ts'
import { answersOf, surveyWords, toldCount, toldIn } from './survey-scope.ts'

/** A note for each campaign, under its name where there are several, and one on how figures are rounded. */
export function method(scopes: readonly Scope[]): Block[] {
  const [first] = scopes
  if (!first) return []
  const needs = needsOf(first.input.template)
  return [
    ...scopes.flatMap((scope) => noteOn(scope, needs.get(scope.role), scopes.length > 1)),
    sentence(first.words.rounding),
    ...restated(first.input, first.words),
  ]
}

function noteOn(scope: Scope, needs: Needs | undefined, isNamed: boolean): Block[] {
  const { words, language, facts } = scope
  const name = isNamed ? [words.inCampaign(localize(facts.campaign.title, language))] : []
  const told = needs?.survey ? surveyNote(scope) : []
  // Of an anonymous or open survey nothing but what it told is known.
  if (!readsSingly(facts.campaign)) return [...name.map(sentence), ...told]
  return [...countedNote(scope, needs, name), ...told]
}

function countedNote(scope: Scope, needs: Needs | undefined, name: readonly string[]): Block[] {
  const { words, input, facts, total } = scope
  const { campaign } = facts
  const { responses, uncounted, quarantined, waiting, returned, late } = total.summary
  const count = (n: number) => countIn(scope, total, n)
  const reporting = [...total.members].filter((id) => (facts.summaries.get(id)?.responses ?? 0) > 0).length
  const hasIndicators = indicatorsOf(scope).length > 0
  return [
    paragraph(joined([...name, words.asOf(momentText(scope, input.asOf), count(responses), count(reporting))], ' ')),
    ...stateNote(scope),
    sentence(words.figures[campaign.figures]),
    ...(total.missing.length > 0 ? [paragraph(words.notIn(count(total.missing.length)))] : []),
    ...(late > 0 ? [paragraph(words.lateIn(count(late)))] : []),
    ...(waiting + returned > 0 ? [paragraph(words.undecided(count(waiting), count(returned)))] : []),
    ...(uncounted + quarantined > 0 ? [paragraph(words.kept(count(uncounted), count(quarantined)))] : []),
    ...(hasIndicators && needs?.before && !facts.before ? [sentence(words.noBefore)] : []),
    ...(hasIndicators && needs?.yearBefore && !facts.yearBefore ? [sentence(words.noYearBefore)] : []),
  ]
}

const momentText = ({ language, input }: Scope, iso: string): string => formatMoment(iso, language, input.timeZone)

/** Whether more may still come: the period is open, or takes what was finished before its close. */
function stateNote(scope: Scope): Block[] {
  const { words, input, facts } = scope
  const within = periodsWithin(facts.campaign.periods, input.period)
  const period = within.findLast((one) => periodState(one, input.asOf) !== 'closed')
  if (!period) return []
  const { closesAt, graceDays } = period
  if (closesAt === null) return [sentence(words.stillOpenByHand)]
  if (periodState(period, input.asOf) !== 'grace') return [sentence(words.stillOpen(momentText(scope, closesAt)))]
  const until = Instant.toString(Instant.addHours(Instant.fromString(closesAt), 24 * graceDays))
  return [sentence(words.stillLate(momentText(scope, closesAt), momentText(scope, until)))]
}

/** What was told of a survey, when, and how much of it is hidden. */
function surveyNote(scope: Scope): Block[] {
  const words = surveyWords(scope)
  return toldIn(scope).flatMap((told): Block[] => {
    const { part, units, top } = told
    const { ledger } = part
    if (!ledger) return [sentence(words.live)]
    const moment = momentText(scope, ledger.releasedAt)
    const answers = top && answersOf(told, top.id)
    const hidden = units.filter(({ id }) => answersOf(told, id) === undefined).length
    return [
      top && answers !== undefined
        ? paragraph(words.released(moment, toldCount(told, top.id, answers)))
        : sentence(words.releasedHidden(moment)),
      sentence(hidden > 0 ? words.suppressed(hidden, units.length) : words.noneSuppressed),
      sentence(words.fingerprint(ledger.sha256)),
    ]
  })
}
