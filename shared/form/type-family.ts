// Types of questions whose answers can stand for each other's.

import type { ItemType } from './program.ts'

/** Types whose answers are read alike. */
const families: Readonly<Record<string, string>> = {
  integer: 'number',
  decimal: 'number',
  range: 'number',
  calculate: 'number',
  select_one: 'choice',
  select_multiple: 'choice',
  select_one_from_file: 'choice',
  select_multiple_from_file: 'choice',
  select_one_external: 'choice',
  text: 'text',
  hidden: 'text',
  barcode: 'text',
}
/** Types of one family read each other's answers. */
export const familyOf = (type: ItemType) => families[type] ?? type
