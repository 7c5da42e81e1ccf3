// Filling in the form of the cell survey as a person does: by what its labels say.

import type { Page } from 'playwright-core'
import { answeredQuestions } from '../../shared/form/form.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { path } from '../../shared/paths.ts'
import { cellCampaign, starterPeriods } from '../../shared/starter/campaigns.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { cells } from '../../shared/starter/organisation.ts'
import { follow } from './site.ts'

/** Answers by question; those of a choice by the choice's name. */
export type Filled = Readonly<Record<string, string>>

/** All that the form requires. */
export const complete: Filled = {
  meetings: '12',
  expected: '240',
  attended: '216',
  themed: '4',
  hours: '1,5',
  present: '18',
  spoke: '10',
  minutes: 'yes',
  books: '5',
  programme: 'yes',
  plan: 'yes',
  tasks: 'yes',
  rules: 'no',
  scoring: 'yes',
  rep: 'Nguyễn Thị Tuyết Nhường',
}

export const labelOf = (name: string): string =>
  answeredQuestions(cellSurvey).find((question) => question.name === name)?.label.vi ?? name

export async function fillIn(page: Page, answers: Filled): Promise<void> {
  for (const question of answeredQuestions(cellSurvey)) {
    const answer = answers[question.name]
    if (answer === undefined) continue
    if (question.type === 'select_one') {
      const choice = question.choices.find(({ name }) => name === answer)?.label.vi ?? answer
      await page.getByRole('group', { name: question.label.vi }).getByLabel(choice, { exact: true }).check()
    } else await page.getByRole('textbox', { name: question.label.vi }).fill(answer)
  }
}

export const sendForm = (page: Page) =>
  follow(page, () => page.getByRole('button', { name: pageMessages.vi.form.submit }).click())

/** The address of a cell's form in a period. */
export function formOf(cellName: string, period = starterPeriods.open): string {
  const cell = cells.find(({ name }) => name === cellName)
  if (!cell) throw new Error(`The demo has no cell called ${cellName}`)
  return path.form(cellCampaign.id, period, cell.id)
}
