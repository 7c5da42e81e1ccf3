// The families of functions that a page must carry.

import { type Family, families } from './functions/families.ts'

/** The family that each function belongs to; undefined for one that doesn't exist. */
const familyOf = (name: string): Family | undefined =>
  familyNames.find((family) => Object.hasOwn(families[family], name))

const familyNames: readonly Family[] = Object.keys(families).filter((name): name is Family =>
  Object.hasOwn(families, name),
)

export const familiesOf = (names: readonly string[]): readonly Family[] =>
  familyNames.filter((family) => names.some((name) => familyOf(name) === family))
