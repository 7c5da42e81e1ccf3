// Filling in the form of the cell survey as a person does: by what its labels say.

import type { Page } from 'playwright-core'
import { askedItems } from '../../shared/form/form.ts'
import { choicesIn } from '../../shared/form/lists.ts'
import { textIn } from '../../shared/form/texts.ts'
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
  vi(askedItems(cellSurvey).find((item) => item.name === name)?.source.label) ?? name

const vi = (texts: Parameters<typeof textIn>[0]) => textIn(texts, 'Tiếng Việt (vi)')

export async function fillIn(page: Page, answers: Filled): Promise<void> {
  for (const { name, type, source } of askedItems(cellSurvey)) {
    const answer = answers[name]
    if (answer === undefined) continue
    const choices = choicesIn(cellSurvey.form, source)
    if (type === 'select_one') {
      const choice = vi(choices.find((one) => one.name === answer)?.label) ?? answer
      await page
        .getByRole('group', { name: labelOf(name) })
        .getByLabel(choice, { exact: true })
        .check()
    } else await page.getByRole('textbox', { name: labelOf(name) }).fill(answer)
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
