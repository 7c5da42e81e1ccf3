// Functions on rounds, lists and sets of nodes.

import { nodeFunctions } from '../../../../shared/expression/functions/nodes.ts'
import type { Part } from '../page.ts'

export const part: Part = { functions: nodeFunctions }
