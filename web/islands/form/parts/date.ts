// Functions on days and times.

import { dateFunctions } from '../../../../shared/expression/functions/date.ts'
import type { Part } from '../page.ts'

export const part: Part = { functions: dateFunctions }
