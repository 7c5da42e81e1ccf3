// Days and times: their types, and the zone they are in.

import { zoneOf } from '../../../../shared/expression/zone.ts'
import { momentTypes } from '../../../../shared/form/types-moment.ts'
import type { Part } from '../page.ts'

export const part: Part = { types: momentTypes, settings: ({ timeZone }) => ({ zone: zoneOf(timeZone) }) }
