// What an issued report of an earlier period said and would not say now: late and corrected answers change figures that a
// leader has signed, and whoever compares is told.

import { periodName } from '../../messages/period.ts'
import { issuingMessages } from '../../messages/report-issue.ts'
import type { ResultsMessages } from '../../messages/results.ts'
import { changesTable } from '../changes-table.ts'
import type { Block } from '../document.ts'
import type { ReportInput } from '../input.ts'

/** More are counted: the earlier report's own correction lists them. */
const mostListed = 20

export const restated = ({ restated: all = [], plan: { language } }: ReportInput, words: ResultsMessages): Block[] =>
  all.flatMap(({ period, issue, changes }): Block[] => {
    const old = issuingMessages[language].namedIssue(issue.documentNumber, issue.date)
    const name = periodName(period, language)
    return [
      { type: 'paragraph', runs: [{ text: words.restated(old, name, changes.length) }] },
      changesTable(changes, words.restatedCaption(name), language, mostListed),
    ]
  })
