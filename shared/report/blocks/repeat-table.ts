// The rounds of a repeat as a table, each with the unit that filled it in: the targets and tasks of an action plan, and who is
// responsible for each area.

import { formItems } from '../../form/form.ts'
import type { FormItem } from '../../form/items.ts'
import { isAsked } from '../../form/program.ts'
import { formLanguage } from '../../form/texts.ts'
import { reportSurveyMessages } from '../../messages/report-survey.ts'
import { unitIn } from '../../organisation/unit.ts'
import { answerWords, labelWords, type Reading, shortened } from '../answer-words.ts'
import type { Block } from '../document.ts'
import type { BlockOf } from '../template.ts'
import { noteOf, noValue, type Scope, sentence } from './role-scope.ts'

/** Columns besides the unit, and lines; of more the forms are read. */
const mostColumns = 6
const mostRows = 300

export function repeatTable(scope: Scope, { question: repeat }: BlockOf<'repeat-table'>): Block[] {
  const { facts, input, language, total } = scope
  const words = reportSurveyMessages[language]
  const items = formItems(facts.form.form)
  const section = items.find(({ key, type }) => key === repeat && type === 'repeat')
  if (!section || !facts.rounds) return []
  const reading: Reading = { version: facts.form, language, texts: formLanguage(facts.form.form, language) }
  const name = shortened(labelWords(reading, section, []), 300)
  const asked = items
    .filter((item) => isAsked(item.type) && item.repeats.at(-1) === section.index)
    .slice(0, mostColumns)
  const rows = (facts.rounds.get(repeat) ?? [])
    .filter(({ unitId }) => total.members.has(unitId))
    .flatMap(({ unitId, rounds }) =>
      rounds.map((round) => ({ unit: unitIn(input.tree, unitId)?.name ?? unitId, round })),
    )
  if (rows.length === 0) return [sentence(words.noRounds(name))]
  return [
    {
      type: 'table',
      caption: words.repeatCaption(name),
      columns: [
        { header: scope.words.unit, weight: 26, align: 'left' },
        ...asked.map((item) => ({
          header: shortened(labelWords(reading, item, []), 200),
          weight: widthOf(item),
          align: 'left' as const,
        })),
      ],
      rows: rows.slice(0, mostRows).map(({ unit, round }) => ({
        kind: 'row',
        cells: [
          { runs: [{ text: unit }] },
          ...asked.map((item) => {
            const value = round[item.key]
            return value === undefined
              ? { runs: [{ text: noValue }], emphasis: 'missing' as const }
              : { runs: [{ text: shortened(answerWords(reading, item, value), 2_000) }] }
          }),
        ],
      })),
      ...noteOf([rows.length > mostRows, words.moreRounds(rows.length - mostRows)]),
    },
  ]
}

/** Words need more room than dates and numbers. */
const widthOf = ({ type }: FormItem): number => (type === 'text' ? 36 : 20)
