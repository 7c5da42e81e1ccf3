// Answers of the demo's surveyed cells. Each question's answers are a fixed set, dealt out from the best cell to the
// weakest with some noise, so that the same cells tend to be good at everything and the counts hold for every seed.

import type { AnswerValue } from '../form/answers.ts'
import type { Unit } from '../organisation/unit.ts'
import { pick, type Random, shuffled } from './random.ts'
import { cellRequests, cellShortcomings, cellStrengths, representatives } from './texts.ts'

/** How many cells out of 47 give each answer, best answer first. */
type Share<T> = readonly (readonly [answer: T, cells: number])[]

const yes = (cells: number): Share<string> => [
  ['yes', cells],
  ['no', 47 - cells],
]

// Most reach 11 or 12 meetings and some are 4 to 5 short; the good ones hold 4 or 5 themed ones and many 1 or 2; most
// meetings last an hour and a half to two hours and many two to three; in many more than half of those present spoke.
const shares = {
  meetings: [
    [12, 20],
    [11, 18],
    [8, 5],
    [7, 4],
  ],
  themed: [
    [5, 7],
    [4, 10],
    [3, 5],
    [2, 15],
    [1, 10],
  ],
  /** Per cent of those expected who came, before the whole is brought to 90 %. */
  attendance: [
    [96, 10],
    [93, 14],
    [89, 12],
    [86, 7],
    [80, 4],
  ],
  /** Per cent of those present who spoke. */
  spoke: [
    [75, 8],
    [65, 12],
    [55, 10],
    [45, 10],
    [30, 7],
  ],
  books: [
    [5, 36],
    [4, 8],
    [3, 3],
  ],
} as const satisfies Record<string, Share<number>>

const words = {
  hours: [
    ['1.5', 15],
    ['1.75', 7],
    ['2', 8],
    ['2.25', 7],
    ['2.5', 7],
    ['3', 3],
  ],
  minutes: yes(47),
  programme: yes(44),
  plan: yes(39),
  tasks: yes(43),
  rules: yes(40),
  scoring: yes(28),
  class: [
    ['strong', 21],
    ['good', 19],
    ['fair', 6],
    ['weak', 1],
  ],
} as const satisfies Record<string, Share<string>>

/** One answer for each of `cells` cells, from the best to the weakest; noise moves an answer some places. */
function deal<T>(random: Random, share: Share<T>, cells: number): T[] {
  const answers = share.flatMap(([answer, count]) => Array.from({ length: count }, () => answer))
  if (answers.length !== cells) throw new Error(`${answers.length} answers for ${cells} cells`)
  return shuffled(random, answers, 0.08)
}

type Dealt = { readonly [K in keyof typeof shares]: number } & { readonly [K in keyof typeof words]: string }
type Figures = Dealt & { readonly cell: Unit; readonly expected: number; readonly attended: number }

function dealAll(random: Random, cells: readonly Unit[]): (Dealt & { readonly cell: Unit })[] {
  const numbers = columnsOf(shares, (share) => deal<number>(random, share, cells.length))
  const texts = columnsOf(words, (share) => deal<string>(random, share, cells.length))
  return shuffled(random, cells).map((cell, index) => ({
    cell,
    ...columnsOf(numbers, (column) => column[index] ?? 0),
    ...columnsOf(texts, (column) => column[index] ?? ''),
  }))
}

/** The same keys with other values; Object.entries forgets which keys those were, hence the cast. */
const columnsOf = <K extends string, A, B>(columns: Readonly<Record<K, A>>, make: (column: A) => B): Record<K, B> =>
  Object.fromEntries(Object.entries<A>(columns).map(([key, column]) => [key, make(column)])) as Record<K, B>

const percentOf = (percent: number, whole: number) => Math.round((percent * whole) / 100)

/** Brings the attendance of all cells together to exactly 90 %, one attendance at a time and never beyond what was due. */
function balance(figures: readonly (Dealt & { readonly cell: Unit })[]): Figures[] {
  const due = figures.map(({ meetings, cell }) => meetings * cell.members)
  const total = due.reduce((sum, one) => sum + one, 0)
  // Somebody was exempt: nine tenths of what was due must be a whole number.
  const balanced = figures.map((one, index) => {
    const expected = (due[index] ?? 0) - (index === 0 ? total % 10 : 0)
    return { ...one, expected, attended: Math.min(expected, percentOf(one.attendance, expected)) }
  })
  let missing = ((total - (total % 10)) / 10) * 9 - balanced.reduce((sum, one) => sum + one.attended, 0)
  while (missing !== 0) {
    for (const one of balanced) {
      if (missing === 0) break
      if (missing > 0 && one.attended === one.expected) continue
      one.attended += Math.sign(missing)
      missing -= Math.sign(missing)
    }
  }
  return balanced
}

/** Picks words that fit the figures beside them. */
function shortcomingOf(random: Random, { meetings, themed, hours, spoke }: Dealt): string {
  if (meetings < 11) return pick(random, cellShortcomings.meetings)
  if (themed < 3) return pick(random, cellShortcomings.themed)
  if (Number(hours) > 2) return pick(random, cellShortcomings.hours)
  return pick(random, spoke < 50 ? cellShortcomings.spoke : cellShortcomings.other)
}

function answersOf(random: Random, figures: Figures): Record<string, AnswerValue> {
  const { cell, meetings, expected, attended, themed, hours, books, minutes, programme, plan, tasks, rules, scoring } =
    figures
  const present = Math.max(1, percentOf(figures.attendance, cell.members))
  return {
    meetings,
    expected,
    attended,
    themed,
    hours,
    present,
    spoke: percentOf(figures.spoke, present),
    minutes,
    books,
    programme,
    plan,
    tasks,
    rules,
    scoring,
    class: figures.class,
    good: pick(random, cellStrengths),
    bad: shortcomingOf(random, figures),
    ...(random() < 0.4 && { asks: pick(random, cellRequests) }),
    rep: pick(random, representatives),
    post: random() < 0.8 ? 'secretary' : 'deputy',
  }
}

/** The answers of all 47 cells, in the order of `cells`. */
export function cellAnswers(
  random: Random,
  cells: readonly Unit[],
): { readonly cell: Unit; readonly answers: Record<string, AnswerValue> }[] {
  const balanced = balance(dealAll(random, cells))
  return balanced
    .map((figures) => ({ cell: figures.cell, answers: answersOf(random, figures) }))
    .sort((a, b) => cells.indexOf(a.cell) - cells.indexOf(b.cell))
}
