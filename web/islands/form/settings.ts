// What the draft of a page is given: what every form needs, and what its parts bring.

import { logicFunctions } from '../../../shared/expression/functions/logic.ts'
import type { DraftSettings } from '../../../shared/form/draft-settings.ts'
import { numberTypes } from '../../../shared/form/types-number.ts'
import type { PageData, Part } from './page.ts'

/** A page's expressions have a second at most. */
const steps = 2_000_000

/** `parts`: those that partsOf() names for the form. */
export const settingsFor = (data: PageData, parts: readonly Part[]): DraftSettings => ({
  zone: () => data.offset,
  random: Math.random,
  steps,
  ...data,
  ...Object.assign({}, ...parts.map(({ settings }) => settings?.(data))),
  functions: Object.assign({}, logicFunctions, ...parts.map(({ functions }) => functions)),
  types: Object.assign({}, numberTypes, ...parts.map(({ types }) => types)),
})
