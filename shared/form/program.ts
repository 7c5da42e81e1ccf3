// A form as it runs: what compile.ts makes of a form version, once, and draft.ts evaluates in the browser and on the server.
// Plain JSON, and only what decides something; what people read of the form stays in its XlsForm.

import type { Expression } from '../expression/expression.ts'
import type { QuestionType } from '../xlsform/question-type.ts'

export type ItemType = QuestionType | 'group' | 'repeat'

/** A question or a section. Its index in Program.items is what everything else calls it by. */
export type ProgramItem = {
  readonly name: string
  /** What its answer is called; left out where that is the name. */
  readonly key?: string
  readonly type: ItemType
  /** The section around it; left out at the top of the form. */
  readonly parent?: number
  readonly relevant?: Expression
  readonly required?: Expression
  readonly readOnly?: Expression
  readonly constraint?: Expression
  readonly calculation?: Expression
  /** An answer given beforehand is a text, which is an expression too. */
  readonly default?: Expression
  /** How many times a repeat is asked. */
  readonly count?: Expression
  /** The choice list, or "${name}" for choices from earlier answers. */
  readonly list?: string
  readonly filter?: Expression
  /** The order of choices is shuffled; the seed, where there is one. */
  readonly shuffled?: Expression | true
  /** Items whose change computes this one anew; nothing else does. */
  readonly triggers?: readonly number[]
  /** The calculation draws chance or keeps what it was: a value that was sent is kept. */
  readonly keeps?: true
  /** A range of whole numbers. */
  readonly whole?: true
  /** What the answer scores; a choice's own score where there is none. */
  readonly score?: Expression
  readonly finding?: Expression
  /** A rule over several answers that people see when it is broken. */
  readonly consistency?: Expression
  /** Items whose expressions look at this one, directly. */
  readonly affects?: readonly number[]
}

/** A choice list, or a file of one: rows under columns. The first two are always "name" and "label". */
export type ProgramList = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type Program = {
  /** Name of the root element: what absolute paths begin with. */
  readonly root: string
  /** In the order of the form, sections before what they hold. */
  readonly items: readonly ProgramItem[]
  /** Every item once, each after what it looks at; left out where that is the order of the form. */
  readonly order?: readonly number[]
  readonly lists: readonly ProgramList[]
}

/** Types that a person answers on the page. */
const asked: ReadonlySet<ItemType> = new Set<ItemType>([
  'text',
  'integer',
  'decimal',
  'range',
  'select_one',
  'select_multiple',
  'rank',
  'select_one_from_file',
  'select_multiple_from_file',
  'select_one_external',
  'date',
  'time',
  'dateTime',
  'geopoint',
  'geotrace',
  'geoshape',
  'image',
  'audio',
  'video',
  'file',
  'barcode',
  'acknowledge',
])
export const isAsked = (type: ItemType): boolean => asked.has(type)

export const keyOf = (item: ProgramItem): string => item.key ?? item.name

/** Whether what can be chosen depends on other answers. */
export const hasChangingChoices = ({ filter, list }: Pick<ProgramItem, 'filter' | 'list'>): boolean =>
  filter !== undefined || (list?.includes('${') ?? false)
