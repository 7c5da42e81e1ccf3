// A whole form as the XLSForm language describes it (https://xlsform.org): immutable JSON that a workbook becomes at
// import, that a form version stores, and that a workbook is written from again. What it means is read from
// https://docs.getodk.org/xlsform/; how cells become it is import.ts, how it becomes cells is export.ts.
//
// Texts and further columns are lists of pairs, never objects keyed by what an author typed: a language or a column
// called "__proto__" is then a text like any other.

import type { Expression } from '../expression/expression.ts'
import type { QuestionType } from './question-type.ts'

/** A text in each language it was written in. The language is the header's ("English (en)"), '' for a column without one. */
export type Texts = readonly (readonly [language: string, text: string])[]

/** An expression as authored, and as parsed. "yes" and "no" stand for true() and false(). */
export type Formula = { readonly text: string; readonly tree: Expression }

/**
 * What says nothing here, under its header as written: columns without a meaning, and columns that have none for this row.
 * Kept for export and, of choices, for filters.
 */
export type OtherCells = readonly (readonly [header: string, text: string])[]

export const mediaKinds = ['image', 'big-image', 'audio', 'video'] as const
type MediaKind = (typeof mediaKinds)[number]
/** File names of what is shown or played with a label. */
export type Media = { readonly [Kind in MediaKind]?: Texts }

/** A finding is raised when `when` is true: an addition of our own, in columns that other tools ignore. */
export type FindingRule = {
  readonly when: Formula
  readonly severity?: string
  readonly message?: Texts
  /** What the unit must put right, and within how many days. */
  readonly action?: Texts
  readonly dueDays?: string
}

/** A rule over several answers: shown to the person, kept as a finding if they send anyway. */
export type ConsistencyRule = { readonly holds: Formula; readonly message?: Texts }

/** What groups and questions have in common. */
type Common = {
  readonly name: string
  readonly label?: Texts
  readonly hint?: Texts
  readonly guidanceHint?: Texts
  readonly media?: Media
  readonly relevant?: Formula
  /** The words of the appearance column, separated by spaces. */
  readonly appearance?: string
  readonly other?: OtherCells
}

export type Parameters = readonly (readonly [key: string, value: string])[]

export type XlsQuestion = Common & {
  readonly type: QuestionType
  /** The choice list, the file, the external list, or for choices from earlier answers the "${name}" of a repeat's question. */
  readonly list?: string
  /** "or_other": the person may write an answer that isn't on the list, into a question called NAME_other. */
  readonly orOther?: true
  readonly required?: Formula
  readonly requiredMessage?: Texts
  readonly constraint?: Formula
  readonly constraintMessage?: Texts
  readonly calculation?: Formula
  readonly readOnly?: Formula
  /** Without a tree it is the answer itself. */
  readonly default?: { readonly text: string; readonly tree?: Expression }
  readonly parameters?: Parameters
  readonly choiceFilter?: Formula
  /** Names of the questions whose change computes this one anew. */
  readonly trigger?: readonly string[]
  readonly score?: Formula
  readonly finding?: FindingRule
  readonly consistency?: ConsistencyRule
  /** The indicator that the answer feeds. */
  readonly indicator?: string
}

export type XlsSection = Common & {
  readonly type: 'group' | 'repeat' | 'loop'
  /** A loop's choice list: its questions are asked once for each choice. */
  readonly list?: string
  /** What stands in the row that ends it. */
  readonly end?: OtherCells
  readonly repeatCount?: Formula
  readonly readOnly?: Formula
  readonly consistency?: ConsistencyRule
  readonly questions: readonly XlsNode[]
}

export type XlsNode = XlsQuestion | XlsSection

export const isSection = (node: XlsNode): node is XlsSection => 'questions' in node

export type XlsChoice = {
  readonly name: string
  readonly label?: Texts
  readonly media?: Media
  /** Further columns, for choice filters, scores (`score`) and geometry. */
  readonly other?: OtherCells
}

export type ChoiceList = { readonly name: string; readonly choices: readonly XlsChoice[] }

/** The rows of a file that lies beside the form ("cities.csv"), every cell as text. */
export type FileList = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type XlsSettings = {
  readonly title?: string
  /** The title in each language that a column names: an addition of our own. */
  readonly titles?: Texts
  readonly formId?: string
  readonly version?: string
  readonly defaultLanguage?: string
  readonly instanceName?: Formula
  readonly style?: string
  readonly name?: string
  readonly allowChoiceDuplicates?: string
  readonly other?: OtherCells
}

/** Headers as written, in their order: what makes an export look like the workbook that was imported. */
type Columns = {
  readonly survey: readonly string[]
  readonly choices: readonly string[]
  readonly externalChoices: readonly string[]
  readonly settings: readonly string[]
}

/** A sheet that is kept for export and not used: entities, osm, notes of its author. */
export type KeptSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/** A row that means nothing, a comment or one that is disabled, before the row of that place (from 0) of those that do. */
export type KeptRow = {
  readonly sheet: 'survey' | 'choices' | 'external_choices' | 'settings'
  readonly before: number
  readonly cells: OtherCells
}

export type XlsForm = {
  readonly settings: XlsSettings
  /** As the headers name them, in order of first appearance; '' where columns without a language are used. */
  readonly languages: readonly string[]
  readonly questions: readonly XlsNode[]
  readonly lists: readonly ChoiceList[]
  readonly externalLists: readonly ChoiceList[]
  readonly fileLists: readonly FileList[]
  /** Files that must lie beside the form, by name: choice lists, what pulldata() reads, what labels show and play. */
  readonly files: readonly string[]
  readonly columns: Columns
  readonly keptRows: readonly KeptRow[]
  readonly keptSheets: readonly KeptSheet[]
  /** Names of all sheets as written, in their order. */
  readonly sheetNames: readonly string[]
}
