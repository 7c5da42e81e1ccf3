// Dates: their functions, their types and the zone they are in.

import { dateFunctions } from '../../../../shared/expression/functions/date.ts'
import { zoneOf } from '../../../../shared/expression/zone.ts'
import { momentTypes } from '../../../../shared/form/types-moment.ts'
import type { Part } from '../page.ts'

export const part: Part = {
  functions: dateFunctions,
  types: momentTypes,
  settings: ({ timeZone }) => ({ zone: zoneOf(timeZone) }),
}
