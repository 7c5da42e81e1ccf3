// Functions on chance.

import { randomFunctions } from '../../../../shared/expression/functions/random.ts'
import type { Part } from '../page.ts'

export const part: Part = { functions: randomFunctions }
