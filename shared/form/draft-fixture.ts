// Drafts of forms that are written as sheets: for tests.

import { paths } from '../expression/axis.ts'
import { allFunctions } from '../expression/functions/families.ts'
import type { ImportOptions } from '../xlsform/import.ts'
import { importText } from '../xlsform/xlsform-fixture.ts'
import { checkAnswers } from './check.ts'
import { ChoiceSource } from './choices.ts'
import { compileForm } from './compile.ts'
import { Draft } from './draft.ts'
import type { DraftNode } from './draft-node.ts'
import { DraftRounds } from './draft-rounds.ts'
import type { DraftSettings } from './draft-settings.ts'
import type { Entered } from './entered.ts'
import { nodesInOrder } from './fault.ts'
import type { FormVersion } from './form.ts'
import type { Program } from './program.ts'
import { allTypes } from './types.ts'

export const draftSettings: DraftSettings = {
  functions: allFunctions,
  paths,
  types: allTypes,
  choices: (draft) => new ChoiceSource(draft),
  rounds: (draft) => new DraftRounds(draft),
  now: Date.UTC(2013, 6, 15, 1, 30),
  zone: () => 7 * 3_600_000,
  locale: 'vi',
  random: () => 0.5,
  matches: (pattern, text) => new RegExp(pattern).test(text),
  steps: 2_000_000,
  id: '0b0d7f0e-8c53-4e53-9d5e-1f2e3a4b5c6d',
}

/** The form of sheets given as lines of cells that "|" separates; throws with the errors where it is none. */
export function formOf(sheets: Readonly<Record<string, string>>, options?: ImportOptions) {
  const { form, errors } = importText(sheets, options)
  if (!form) throw new Error(JSON.stringify(errors))
  return form
}
export const programOf = (sheets: Readonly<Record<string, string>>, language = ''): Program =>
  compileForm(formOf(sheets), language)

export const draftOf = (sheets: Readonly<Record<string, string>>, entered?: Entered): Draft =>
  new Draft(programOf(sheets), draftSettings, entered)

/** The node at a place, relevant or not. */
export function at(draft: Draft, place: string): DraftNode {
  const found = draft.nodes.flat().find((node) => node.place === place)
  if (!found) throw new Error(`Nothing at ${place}`)
  return found
}
export const valueAt = (draft: Draft, place: string): string => at(draft, place).value

/** The places of what is relevant. */
export const relevantPlaces = (draft: Draft): string[] =>
  nodesInOrder(draft).flatMap(({ place }) => (place === '' ? [] : place))

/** Answers checked against a form version as the server does it. */
export const checkedAnswers = ({ form }: FormVersion, raw: object) =>
  checkAnswers(compileForm(form, ''), new Map(Object.entries(raw)), draftSettings)
