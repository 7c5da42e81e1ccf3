// Functions on texts, and the engine of regex().

import { stringFunctions } from '../../../../shared/expression/functions/string.ts'
import { browserMatches } from '../../../../shared/expression/regex.ts'
import type { Part } from '../page.ts'

export const part: Part = { functions: stringFunctions, settings: () => ({ matches: browserMatches }) }
