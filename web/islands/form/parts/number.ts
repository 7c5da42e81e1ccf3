// Functions on numbers.

import { numberFunctions } from '../../../../shared/expression/functions/number.ts'
import type { Part } from '../page.ts'

export const part: Part = { functions: numberFunctions }
