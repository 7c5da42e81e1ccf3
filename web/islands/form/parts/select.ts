// Functions on choices.

import { selectFunctions } from '../../../../shared/expression/functions/select.ts'
import type { Part } from '../page.ts'

export const part: Part = { functions: selectFunctions }
