// What somebody else changed in the fields of a step, in words.

import type { CampaignMessages } from '../../../../shared/messages/campaigns.ts'
import type { ChangedField } from '../../../../web/pages/campaigns/notices.tsx'

/** The names that a step's choices go by on its page. */
function wordsOf({ step }: CampaignMessages, field: string): Readonly<Record<string, string>> {
  const { about, answering, periods, report, units } = step
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: about.kinds,
    countingRule: answering.rules,
    figures: answering.figureRules,
    opensSide: periods.sides,
    closesBy: { rule: periods.closesRule, hand: periods.closesHand },
    recurs: { once: periods.once, many: periods.many },
    expectedBy: { one: units.expectedOne, number: units.expectedNumber, members: units.expectedMembers },
    reportTemplate: { none: report.noReport },
    reportLanguage: report.languages,
    reportPreset: report.presets,
    from: { subtree: units.subtree },
  }
  return known[field] ?? {}
}

/** The fields that differ. A long text is cut: it stands in full in its field. */
export function changedFields(
  texts: CampaignMessages,
  before: URLSearchParams,
  now: URLSearchParams,
): readonly ChangedField[] {
  const names: Readonly<Record<string, string>> = texts.step.fields
  const shown = (fields: URLSearchParams, field: string) =>
    fields
      .getAll(field)
      .map((value) => wordsOf(texts, field)[value] ?? value)
      .join(', ')
      .slice(0, 500)
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((field) => {
    const [was, is] = [shown(before, field), shown(now, field)]
    return was === is || !names[field] ? [] : [{ name: names[field], was, now: is }]
  })
}
