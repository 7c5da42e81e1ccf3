// When and from what the figures of a report were read, and what is not in them.

import { periodState } from '../../campaign/campaign.ts'
import { localize } from '../../language.ts'
import { formatMoment } from '../../messages/number.ts'
import { joined } from '../../messages/sentence.ts'
import type { Block } from '../document.ts'
import { type Needs, needsOf } from '../needs.ts'
import { countIn, indicatorsOf, paragraph, type Scope, sentence } from './role-scope.ts'

/** A note for each campaign, under its name where there are several, and one on how figures are rounded. */
export function method(scopes: readonly Scope[]): Block[] {
  const [first] = scopes
  if (!first) return []
  const needs = needsOf(first.input.template)
  return [
    ...scopes.flatMap((scope) => noteOn(scope, needs.get(scope.role), scopes.length > 1)),
    sentence(first.words.rounding),
  ]
}

function noteOn(scope: Scope, needs: Needs | undefined, isNamed: boolean): Block[] {
  const { words, language, input, facts, total } = scope
  const { campaign } = facts
  const moment = (iso: string) => formatMoment(iso, language, input.timeZone)
  const period = campaign.periods.find(({ id }) => id === input.period)
  const state = period && periodState(period, input.asOf)
  const { responses, uncounted, quarantined } = total.summary
  const count = (n: number) => countIn(scope, total, n)
  const reporting = [...total.members].filter((id) => (facts.summaries.get(id)?.responses ?? 0) > 0).length
  const open = period?.closesAt ? words.stillOpen(moment(period.closesAt)) : words.stillOpenByHand
  const name = isNamed ? [words.inCampaign(localize(campaign.title, language))] : []
  const hasIndicators = indicatorsOf(scope).length > 0
  return [
    paragraph(joined([...name, words.asOf(moment(input.asOf), count(responses), count(reporting))], ' ')),
    ...(state === 'early' || state === 'open' ? [sentence(open)] : []),
    sentence(words.figures[campaign.figures]),
    ...(uncounted + quarantined > 0 ? [paragraph(words.kept(count(uncounted), count(quarantined)))] : []),
    ...(hasIndicators && needs?.before && !facts.before ? [sentence(words.noBefore)] : []),
    ...(hasIndicators && needs?.yearBefore && !facts.yearBefore ? [sentence(words.noYearBefore)] : []),
  ]
}
