// Every type whose texts are more than texts. The server knows them all; a page loads those of its form.

import type { TypeTable } from './typed.ts'
import { evidenceTypes } from './types-evidence.ts'
import { momentTypes } from './types-moment.ts'
import { numberTypes } from './types-number.ts'
import { placeTypes } from './types-place.ts'

export const allTypes: TypeTable = { ...numberTypes, ...momentTypes, ...placeTypes, ...evidenceTypes }
