// What somebody else changed in the fields of a form, in words.

import type { CampaignMessages } from '../../../../shared/messages/campaigns.ts'
import type { ChangedField } from '../../../../web/pages/campaigns/notices.tsx'

type Words = {
  /** What each field is called; one without a name is left out. */
  readonly names: Readonly<Record<string, string>>
  /** By field: what its choices are called. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The names that choices of a campaign's steps go by on their pages. */
function wordsOf({ step }: CampaignMessages): Words['words'] {
  const { about, answering, periods, report, units } = step
  return {
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
    reportSchedule: report.schedules,
    from: { subtree: units.subtree },
  }
}

/** The fields that differ. A long text is cut: it stands in full in its field. */
export function changedIn(
  { names, words }: Words,
  before: URLSearchParams,
  now: URLSearchParams,
): readonly ChangedField[] {
  const shown = (fields: URLSearchParams, field: string) =>
    fields
      .getAll(field)
      .map((value) => words[field]?.[value] ?? value)
      .join(', ')
      .slice(0, 500)
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((field) => {
    const [was, is] = [shown(before, field), shown(now, field)]
    return was === is || !names[field] ? [] : [{ name: names[field], was, now: is }]
  })
}

/** The same of a campaign's step. */
export const changedFields = (
  texts: CampaignMessages,
  before: URLSearchParams,
  now: URLSearchParams,
): readonly ChangedField[] => changedIn({ names: texts.step.fields, words: wordsOf(texts) }, before, now)
