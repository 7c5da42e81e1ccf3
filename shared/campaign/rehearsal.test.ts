import { expect, test } from 'vitest'
import { formVersion } from '../../test/support/forms.ts'
import { aCampaign, form, formSheets, plan } from '../../test/support/scenario.ts'
import { shippedTemplate } from '../report/templates/shipped.ts'
import { agreedTo, rehearse } from './rehearsal.ts'

const campaign = aCampaign()
const changedTo = (survey: string, choices: string = formSheets.choices) =>
  formVersion('cell-form', { ...formSheets, survey, choices }, 2)
/** The survey without a question. */
const without = (name: string) =>
  changedTo(
    formSheets.survey
      .split('\n')
      .filter((line) => line.split('|')[1]?.trim() !== name)
      .join('\n'),
  )
const run = (to: typeof form, answers: readonly Readonly<Record<string, number | string>>[] = []) => {
  const { count, done } = rehearse({
    campaign,
    plans: [plan],
    templateOf: ({ template }) => shippedTemplate(template),
    from: form,
    to,
  })
  for (const one of answers) count(new Map(Object.entries(one)))
  return done()
}

test('the same form orphans nothing', () => {
  expect(run({ ...form, version: 2 }, [{ meetings: 1 }])).toEqual({ changes: [], indicators: [], responses: 1 })
})

test('a question that goes: its stored answers, its indicator, and where that stands in a report', () => {
  const { changes, indicators, responses } = run(without('meetings'), [
    { meetings: 0 },
    { hours: '1' },
    { meetings: 3 },
  ])
  expect(responses).toBe(3)
  expect(changes).toEqual([{ change: { kind: 'removed', key: 'meetings' }, answers: 2 }])
  expect(indicators.map(({ indicator, questions }) => [indicator.id, questions])).toEqual([['meetings', ['meetings']]])
  // The plan's two campaigns are this one: the indicator has a target, and stands in what is made of all.
  expect(indicators[0]?.reports).toEqual([
    { plan, parts: ['byCommittee', 'achieved', 'difficulties', 'strengths', 'shortcomings', 'tasks'] },
  ])
})

test('a choice that goes: an indicator misses it if it counts it', () => {
  const gone = (name: string) =>
    changedTo(
      formSheets.survey,
      formSheets.choices
        .split('\n')
        .filter((line) => line.split('|')[1]?.trim() !== name)
        .join('\n'),
    )
  const counted = run(gone('yes'), [{ minutes: 'yes' }, { minutes: 'no' }])
  expect(counted.changes.map(({ answers }) => answers)).toEqual([1])
  expect(counted.indicators.map(({ indicator }) => indicator.id)).toEqual(['minutes'])
  expect(run(gone('no'), [{ minutes: 'no' }]).indicators).toEqual([])
})

test('what is agreed to says whether there are answers, not how many', () => {
  const agreed = (...answers: readonly Readonly<Record<string, number>>[]) =>
    agreedTo(run(without('meetings'), answers))
  expect(agreed({ meetings: 1 })).toEqual(agreed({ meetings: 1 }, { meetings: 2 }))
  expect(agreed()).not.toEqual(agreed({ meetings: 1 }))
  expect(agreedTo(run(without('hours')))).not.toEqual(agreedTo(run(without('meetings'))))
})
