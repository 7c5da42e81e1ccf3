// Scores of a named survey: how many of what was sent are scored and confirmed, how the classes are spread over units, and who is
// to be commended. Of other surveys there are none.

import { toDecimal } from '../../form/decimal.ts'
import { formItems } from '../../form/form.ts'
import { formLanguage } from '../../form/texts.ts'
import { localize } from '../../language.ts'
import { shownShare } from '../../messages/indicator.ts'
import { type ReportSurveyMessages, reportSurveyMessages } from '../../messages/report-survey.ts'
import { joined } from '../../messages/sentence.ts'
import { choiceWords, labelWords, type Reading, shortened } from '../answer-words.ts'
import { barChart } from '../chart.ts'
import type { Block, Cell, ChartBlock, Run, TableBlock } from '../document.ts'
import type { ScoreCounts } from '../input.ts'
import type { BlockOf } from '../template.ts'
import { countIn, figure, type Line, noValue, paragraph, type Scope, sentence } from './role-scope.ts'

const nothing: ScoreCounts = { sent: 0, scored: 0, confirmed: 0 }

function scoresIn({ facts }: Scope, { members }: Line): ScoreCounts {
  return [...members]
    .map((unit) => facts.scores?.get(unit) ?? nothing)
    .reduce(
      (sum, one) => ({
        sent: sum.sent + one.sent,
        scored: sum.scored + one.scored,
        confirmed: sum.confirmed + one.confirmed,
      }),
      nothing,
    )
}

const wordsOf = ({ language }: Scope): ReportSurveyMessages => reportSurveyMessages[language]

function shareIn(scope: Scope, line: Line, some: number, all: number): Run {
  const share = shownShare(toDecimal(some), toDecimal(all), 1)
  return share ? figure(scope, line, share, { responses: all }, 'percent') : { text: noValue }
}

/** Nothing where the campaign scores nobody. */
export function surveyScores(scope: Scope, block: BlockOf<'survey-scores'>): Block[] {
  const { facts, total, language } = scope
  if (!facts.scores) return []
  const words = wordsOf(scope)
  const title = localize(facts.campaign.title, language)
  const all = scoresIn(scope, total)
  if (all.sent === 0) return [sentence(words.nothingScored(title))]
  const count = (n: number) => countIn(scope, total, n)
  return [
    paragraph(
      words.scoringIs(
        title,
        count(all.scored),
        count(all.sent),
        shareIn(scope, total, all.scored, all.sent),
        count(all.confirmed),
      ),
    ),
    scoringTable(scope),
    ...classBlocks(scope, block),
  ]
}

const cellOf = (scope: Scope, line: Line, n: number): Cell => ({ runs: [countIn(scope, line, n).run] })

function scoringTable(scope: Scope): TableBlock {
  const { lines, total } = scope
  const words = wordsOf(scope)
  const cells = (line: Line, name: string): Cell[] => {
    const { sent, scored, confirmed } = scoresIn(scope, line)
    return [
      { runs: [{ text: name }] },
      ...[sent, scored].map((n) => cellOf(scope, line, n)),
      { runs: [shareIn(scope, line, scored, sent)] },
      cellOf(scope, line, confirmed),
    ]
  }
  const column = (header: string, weight: number) => ({ header, weight, align: 'right' as const })
  return {
    type: 'table',
    caption: words.scoringCaption,
    columns: [
      { header: scope.words.unit, weight: 56, align: 'left' },
      column(words.sent, 24),
      column(words.scored, 20),
      column(words.scoredShare, 24),
      column(words.confirmed, 24),
    ],
    rows: [
      ...lines.map((line) => ({ kind: 'row' as const, cells: cells(line, line.unit.name) })),
      { kind: 'total', cells: cells(total, scope.words.total) },
    ],
  }
}

const readingOf = ({ facts, language }: Scope): Reading => ({
  version: facts.form,
  language,
  texts: formLanguage(facts.form.form, language),
})

/** A class question's choices in its words, and the question itself. */
function classesOf(scope: Scope, key: string) {
  const reading = readingOf(scope)
  const item = formItems(scope.facts.form.form).find((one) => one.key === key)
  return item && { label: shortened(labelWords(reading, item, []), 300), choices: [...choiceWords(reading, item)] }
}

/** How often each class was given, by unit and in all, among the answers that count. */
function classBlocks(scope: Scope, block: BlockOf<'survey-scores'>): (TableBlock | ChartBlock)[] {
  const { lines, total, input } = scope
  const words = wordsOf(scope)
  const question = classesOf(scope, block.question)
  if (!question || total.summary.responses === 0) return []
  const countOf = ({ summary }: Line, name: string) => summary.choices.get(block.question)?.get(name) ?? 0
  const cells = (line: Line, name: string): Cell[] => [
    { runs: [{ text: name }] },
    ...question.choices.map(([choice]) => cellOf(scope, line, countOf(line, choice))),
  ]
  const columns = question.choices.map(([name, label]) => label || name)
  const answered = question.choices.reduce((sum, [name]) => sum + countOf(total, name), 0)
  return [
    {
      type: 'table',
      caption: words.classesCaption(question.label),
      columns: [
        { header: scope.words.unit, weight: 50, align: 'left' },
        ...columns.map((header) => ({ header, weight: 110 / columns.length, align: 'right' as const })),
      ],
      rows: [
        ...lines.map((line) => ({ kind: 'row' as const, cells: cells(line, line.unit.name) })),
        { kind: 'total', cells: cells(total, scope.words.together) },
      ],
    },
    barChart({
      caption: words.classesChart(question.label),
      preset: input.plan.preset,
      heads: [scope.words.class, words.share],
      bars: question.choices.map(([name, label]) => {
        const some = countOf(total, name)
        const { text, ...from } = shareIn(scope, total, some, answered)
        return {
          label: label || name,
          value: answered === 0 ? null : (some / answered) * 100,
          text,
          met: null,
          figure: from,
        }
      }),
      target: null,
      axisMax: 100,
    }),
  ]
}

/** Named, under their units: those to whom it was given often enough. */
export function commendation(scope: Scope, block: BlockOf<'commendation'>): Block[] {
  const { facts, lines, total } = scope
  const words = wordsOf(scope)
  const found = facts.commended?.get(block)
  const question = classesOf(scope, block.question)
  if (!found || !question) return []
  const [best] = question.choices
  const choice = `“${best?.[1] || best?.[0] || question.label}”`
  const { least } = found
  const own = found.people.filter(({ unitId }) => total.members.has(unitId))
  if (own.length === 0) return [sentence(words.nobodyCommended(choice, least))]
  const items = lines.flatMap((line): Run[][] => {
    const people = own.filter(({ unitId }) => line.members.has(unitId))
    if (people.length === 0) return []
    const each = people.map(({ name, times }) =>
      words.person(name ?? words.nameless, figure(scope, line, toDecimal(times), { responses: times })),
    )
    return [words.commendedIn(line.unit.name, joined(each, ', '))]
  })
  return [paragraph(words.commended(countIn(scope, total, own.length), choice, least)), { type: 'list', items }]
}
