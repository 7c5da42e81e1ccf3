import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentStep } from '../../shared/response/step.ts'
import { nastyRules, storedRevisions } from '../../test/support/arbitraries.ts'
import { responseId } from '../../test/support/scenario.ts'
import type { CountedResponse } from '../response/counted.ts'
import { decodeSummary, emptySummary, encodeSummary, mergeAll, mergeSummaries, summarise } from './summary.ts'

const summariseAll = (revisions: readonly CountedResponse[]) => summarise(nastyRules, revisions)
const summaries = storedRevisions.map(summariseAll)

test('merging is commutative and associative, and nothing merged changes nothing', () => {
  fc.assert(
    fc.property(summaries, summaries, summaries, (a, b, c) => {
      expect(encodeSummary(mergeSummaries(a, b))).toBe(encodeSummary(mergeSummaries(b, a)))
      expect(encodeSummary(mergeSummaries(mergeSummaries(a, b), c))).toBe(
        encodeSummary(mergeSummaries(a, mergeSummaries(b, c))),
      )
      expect(encodeSummary(mergeSummaries(a, emptySummary))).toBe(encodeSummary(a))
    }),
  )
})

test('the summary of all is the merge of the summaries of any parts, in any order', () => {
  fc.assert(
    fc.property(
      storedRevisions,
      fc.integer({ min: 1, max: 5 }),
      fc.infiniteStream(fc.nat()),
      (revisions, parts, stream) => {
        const drawn = [...stream.take(revisions.length)]
        // All revisions of a response lie in one bucket, so parts are cut between responses, never through one.
        const partOf = (id: string) => (id.charCodeAt(7) + id.charCodeAt(6)) % parts
        const shuffled = revisions
          .map((revision, index) => ({ revision, draw: drawn[index] ?? 0 }))
          .sort((a, b) => a.draw - b.draw)
        const split = Array.from({ length: parts }, (_, part) =>
          shuffled.map(({ revision }) => revision).filter(({ id }) => partOf(id) === part),
        )
        expect(encodeSummary(mergeAll(split.map(summariseAll)))).toBe(encodeSummary(summariseAll(revisions)))
      },
    ),
  )
})

test('what is stored reads back to the same summary', () => {
  fc.assert(
    fc.property(summaries, (summary) => {
      expect(decodeSummary(encodeSummary(summary))).toEqual(summary)
    }),
  )
})

test('counts and sums equal a plain recount with ordinary numbers', () => {
  fc.assert(
    fc.property(storedRevisions, (revisions) => {
      const latest = new Map<string, CountedResponse>()
      // What waits in quarantine takes nothing from what counted before.
      const released = revisions.filter(({ standing }) => standing !== 'quarantined')
      for (const one of released.toSorted((a, b) => a.revision - b.revision)) latest.set(one.id, one)
      const counted = [...latest.values()].filter(
        ({ standing, step }) =>
          (standing === 'on-time' || standing === 'late') &&
          step.kind !== 'returned' &&
          step.kind !== 'not-possible' &&
          !('notPossible' in step),
      )
      const meetings = counted
        .flatMap(({ answers }) => Number(answers.get('meetings') ?? Number.NaN))
        .filter((n) => !Number.isNaN(n))
      const summary = summariseAll(revisions)
      expect(summary.responses).toBe(counted.length)
      expect(summary.late).toBe(counted.filter(({ standing }) => standing === 'late').length)
      const sum = summary.numbers.get('meetings')
      expect(Number(sum?.sum.units ?? 0n)).toBe(meetings.reduce((total, n) => total + n, 0))
      expect(sum?.answered ?? 0).toBe(meetings.length)
      const yes = counted.filter(({ answers }) => answers.get('minutes') === 'yes').length
      expect(summary.choices.get('minutes')?.get('yes') ?? 0).toBe(yes)
    }),
  )
})

test('one-per-unit counts the response whose first revision came first', () => {
  const [first, second] = ['2013-01-02', '2013-01-01'].map((day, index) => ({
    id: responseId(index + 1),
    revision: 1,
    receivedAt: `${day}T00:00:00.000Z`,
    standing: 'on-time' as const,
    step: sentStep,
    answers: new Map([['meetings', index]]),
  }))
  if (!first || !second) throw new Error('two responses')
  const corrected = {
    ...second,
    revision: 2,
    receivedAt: '2013-03-01T00:00:00.000Z',
    answers: new Map([['meetings', 9]]),
  }
  const summary = summarise({ ...nastyRules, countingRule: 'one-per-unit' }, [first, corrected, second])
  expect(summary).toMatchObject({ responses: 1, uncounted: 1 })
  expect(summary.numbers.get('meetings')?.sum.units).toBe(9n)
})
