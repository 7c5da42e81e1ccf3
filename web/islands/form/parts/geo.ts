// Functions on places.

import { geoFunctions } from '../../../../shared/expression/functions/geo.ts'
import type { Part } from '../page.ts'

export const part: Part = { functions: geoFunctions }
