// Powers, logarithms and angles.

import { mathFunctions } from '../../../../shared/expression/functions/math.ts'
import type { Part } from '../page.ts'

export const part: Part = { functions: mathFunctions }
