// Expressions that walk: "..", "/data/group/name", instance('list')/root/item.

import { paths } from '../../../../shared/expression/axis.ts'
import type { Part } from '../page.ts'

export const part: Part = { settings: () => ({ paths }) }
