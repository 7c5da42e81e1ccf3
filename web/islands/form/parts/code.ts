// Digests and encodings.

import { codeFunctions } from '../../../../shared/expression/functions/code.ts'
import type { Part } from '../page.ts'

export const part: Part = { functions: codeFunctions }
