// Functions on texts.

import { stringFunctions } from '../../../../shared/expression/functions/string.ts'
import type { Part } from '../page.ts'

export const part: Part = { functions: stringFunctions }
