// The demo's named surveys hold together: their forms take what is made up for them, the same each time.

import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { Campaign } from '../campaign/campaign.ts'
import { checkedAnswers } from '../form/draft-fixture.ts'
import { formItems } from '../form/form.ts'
import { withoutGroup } from '../survey/scoring.ts'
import { monthsUntil } from './months.ts'
import { registeringCells, registrationCampaign, registrationForm, scoringGroup } from './registration.ts'
import { cellScore, registersIn, registrationAnswers } from './registration-answers.ts'
import { rosterOf } from './roster.ts'
import { studyCampaign, studyForm, studyingCells } from './study.ts'
import { studiesIn, studyAnswers } from './study-answers.ts'

const months = monthsUntil('2026-11-28T06:00:00.000Z', 12)
const ids = months.periods.map(({ id }) => id)

test('twelve months, each closed as the next opens, the running one open for a month to come', () => {
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([12, '2025-12', '2026-11'])
  for (const [index, period] of months.periods.slice(0, -1).entries())
    expect(period.closesAt).toBe(months.periods[index + 1]?.opensAt)
  expect(months.periods.at(-1)?.closesAt).toBe('2026-12-28T06:00:00.000Z')
})

test('the campaigns parse, and every text is there in both languages', () => {
  for (const campaign of [registrationCampaign(months), studyCampaign(months)]) v.parse(Campaign, campaign)
  for (const { form } of [registrationForm, studyForm])
    for (const { key, source, type } of formItems(form))
      if (type !== 'calculate') expect(source.label?.length, key).toBe(2)
})

describe('registration', () => {
  const members = registeringCells.flatMap(rosterOf)

  test('each cell has as many members as it says, no two of one name', () => {
    for (const cell of registeringCells) expect(new Set(rosterOf(cell).map(({ name }) => name)).size).toBe(cell.members)
  })

  test('most answer and not all; each answer passes without the cell’s group, each score with it', () => {
    const given = members.flatMap((member) =>
      ids.filter((month) => registersIn(member, month)).map((month) => ({ member, month })),
    )
    const possible = members.length * ids.length
    expect(given.length).toBeGreaterThan(possible * 0.75)
    expect(given.length).toBeLessThan(possible)
    const asked = withoutGroup(registrationForm, scoringGroup)
    const classes = new Set<unknown>()
    for (const { member, month } of given) {
      const answers = registrationAnswers(member, month, ids.slice(0, ids.indexOf(month)))
      expect(checkedAnswers(asked, answers).faults).toEqual([])
      const scored = checkedAnswers(registrationForm, { ...answers, ...cellScore(member, month) })
      expect(scored.faults).toEqual([])
      classes.add(scored.answers.get('cell_class'))
    }
    expect(classes.size).toBeGreaterThan(1)
  })

  test('what is reported on is what was registered the last time', () => {
    for (const member of members) {
      const own = ids.filter((month) => registersIn(member, month))
      for (const [index, month] of own.entries()) {
        const answers = registrationAnswers(member, month, ids.slice(0, ids.indexOf(month)))
        const last = own[index - 1]
        const before = last && registrationAnswers(member, last, ids.slice(0, ids.indexOf(last)))
        expect(answers['was_duty']).toBe(before?.['plan_duty'])
        expect(answers['done_duty'] === 'none').toBe(before === undefined)
      }
    }
  })
})

test('study: answers pass, who was not there writes no reflection, and reflections differ', () => {
  const written: unknown[] = []
  for (const member of studyingCells.flatMap(rosterOf))
    for (const month of ids.filter((one) => studiesIn(member, one))) {
      const answers = studyAnswers(member, month)
      expect(studyAnswers(member, month)).toEqual(answers)
      expect(checkedAnswers(studyForm, answers).faults).toEqual([])
      expect(answers['opinion'] === undefined).toBe(answers['attended'] === 'no')
      written.push(`${answers['opinion']} ${answers['awareness']} ${answers['proposals']}`)
    }
  expect(new Set(written).size).toBeGreaterThan(written.length / 3)
})
