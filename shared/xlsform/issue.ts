// Everything that importing a workbook can object to. Errors refuse the form, warnings and notices don't; both name the
// sheet, the row (as the spreadsheet counts), the column (its header as written) and what a person needs to put it
// right. Codes are promises: a retired one stays listed and is never given a second meaning.

import type { ExpressionProblem } from '../expression/problem.ts'
import type { FileProblem } from './file-problem.ts'

/** Where it is. A row without a column means the whole row, neither means the sheet. */
export type Place = { readonly sheet: string; readonly row?: number; readonly column?: string }

/** What came from a cell is cut to a length that fits a message. */
const shown = (text: string) => (text.length > 100 ? `${text.slice(0, 100).toWellFormed()}…` : text.toWellFormed())
const few = (texts: readonly string[]) => texts.slice(0, 20).map(shown)

export const issue = {
  // The workbook, its sheets and their headers.
  sheetMissing: (sheet: string, similar: readonly string[]) =>
    ({ code: 'sheet.missing', sheet, similar: few(similar) }) as const,
  sheetSimilar: (sheet: string, similar: readonly string[]) =>
    ({ code: 'sheet.similar', sheet, similar: few(similar) }) as const,
  sheetTwice: (sheet: string) => ({ code: 'sheet.twice', sheet }) as const,
  /** Kept for export, not used. */
  sheetUnused: (sheet: string) => ({ code: 'sheet.unused', sheet }) as const,
  /** Neither used nor kept: there is too much in it. */
  sheetDropped: (sheet: string) => ({ code: 'sheet.dropped', sheet }) as const,
  sheetEmpty: (sheet: string) => ({ code: 'sheet.empty', sheet }) as const,
  tooMany: (at: Place, what: 'rows' | 'columns' | 'choices' | 'levels' | 'expressions' | 'patterns', limit: number) =>
    ({ code: 'sheet.too-many', ...at, what, limit }) as const,
  /** Behind a wide gap: a note that was never meant as a row or column of the form. */
  sheetFar: (at: Place) => ({ code: 'sheet.far', ...at }) as const,
  columnMissing: (sheet: string, column: string) => ({ code: 'column.missing', sheet, column }) as const,
  /** `other` is the header of the first. */
  columnTwice: (at: Place, other: string) => ({ code: 'column.twice', ...at, other: shown(other) }) as const,
  columnUnknown: (at: Place) => ({ code: 'column.unknown', ...at }) as const,
  columnUnused: (at: Place) => ({ code: 'column.unused', ...at }) as const,
  /** It means something, and not on a row of this type. */
  columnNoEffect: (at: Place, type: string) => ({ code: 'column.no-effect', ...at, type }) as const,
  columnSpaces: (at: Place) => ({ code: 'column.spaces', ...at }) as const,
  settingsTwice: (at: Place, other: string) => ({ code: 'column.settings-twice', ...at, other: shown(other) }) as const,
  settingsInvalid: (at: Place, value: string) => ({ code: 'settings.invalid', ...at, value: shown(value) }) as const,

  /** So many were found after those that are listed. */
  more: (sheet: string, what: 'errors' | 'warnings', count: number) =>
    ({ code: 'issues.more', sheet, what, count }) as const,

  // Rows of the survey.
  rowSkipped: (at: Place) => ({ code: 'row.skipped', ...at }) as const,
  rowDisabled: (at: Place) => ({ code: 'row.disabled', ...at }) as const,
  typeMissing: (at: Place) => ({ code: 'type.missing', ...at }) as const,
  typeUnknown: (at: Place, type: string) => ({ code: 'type.unknown', ...at, type: shown(type) }) as const,
  /** XLSForm has it, this system doesn't. */
  typeRefused: (at: Place, type: string) => ({ code: 'type.refused', ...at, type: shown(type) }) as const,
  /** Imported, without an effect here. */
  typeUnused: (at: Place, type: string) => ({ code: 'type.unused', ...at, type: shown(type) }) as const,
  nameMissing: (at: Place) => ({ code: 'name.missing', ...at }) as const,
  nameInvalid: (at: Place, name: string) => ({ code: 'name.invalid', ...at, name: shown(name) }) as const,
  nameTwice: (at: Place, name: string) => ({ code: 'name.twice', ...at, name: shown(name) }) as const,
  nameCase: (at: Place, name: string) => ({ code: 'name.case', ...at, name: shown(name) }) as const,
  nameReserved: (at: Place, name: string) => ({ code: 'name.reserved', ...at, name: shown(name) }) as const,
  repeatNameTwice: (at: Place, name: string) => ({ code: 'name.repeat-twice', ...at, name: shown(name) }) as const,
  repeatNameRoot: (at: Place, name: string) => ({ code: 'name.repeat-root', ...at, name: shown(name) }) as const,
  endUnmatched: (at: Place, section: string) => ({ code: 'section.end-unmatched', ...at, section }) as const,
  beginUnmatched: (at: Place, section: string, name: string) =>
    ({ code: 'section.begin-unmatched', ...at, section, name: shown(name) }) as const,
  sectionEmpty: (at: Place, name: string) => ({ code: 'section.empty', ...at, name: shown(name) }) as const,
  sectionLabelMissing: (at: Place, section: string) => ({ code: 'section.label-missing', ...at, section }) as const,
  sectionRequired: (at: Place, section: string) => ({ code: 'section.required', ...at, section }) as const,
  labelMissing: (at: Place, name: string) => ({ code: 'label.missing', ...at, name: shown(name) }) as const,
  imageMissing: (at: Place) => ({ code: 'label.image-missing', ...at }) as const,
  calculationMissing: (at: Place) => ({ code: 'calculation.missing', ...at }) as const,
  calculationForbidden: (at: Place, type: string) => ({ code: 'calculation.forbidden', ...at, type }) as const,
  calculationCycle: (at: Place, names: readonly string[]) =>
    ({ code: 'calculation.cycle', ...at, names: few(names) }) as const,
  appearanceUnknown: (at: Place, word: string) => ({ code: 'appearance.unknown', ...at, word: shown(word) }) as const,
  mediaUnused: (at: Place) => ({ code: 'media.unused', ...at }) as const,

  // Lists and files.
  listMissing: (at: Place) => ({ code: 'list.missing', ...at }) as const,
  listUnknown: (at: Place, list: string) => ({ code: 'list.unknown', ...at, list: shown(list) }) as const,
  listLabelsMissing: (at: Place, list: string) => ({ code: 'list.labels-missing', ...at, list: shown(list) }) as const,
  listExtension: (at: Place, file: string, allowed: readonly string[]) =>
    ({ code: 'list.extension', ...at, file: shown(file), allowed }) as const,
  fileMissing: (at: Place, file: string) => ({ code: 'file.missing', ...at, file: shown(file) }) as const,
  fileUnreadable: (at: Place, file: string, problem: FileProblem) =>
    ({ code: 'file.unreadable', ...at, file: shown(file), problem }) as const,
  fileTooLarge: (at: Place, file: string, what: 'rows' | 'columns' | 'characters', limit: number) =>
    ({ code: 'file.too-large', ...at, file: shown(file), what, limit }) as const,
  /** The file didn't say how it was written. */
  fileEncoding: (at: Place, file: string, encoding: string) =>
    ({ code: 'file.encoding', ...at, file: shown(file), encoding }) as const,
  fileColumnTwice: (at: Place, file: string, twice: string) =>
    ({ code: 'file.column-twice', ...at, file: shown(file), twice: shown(twice) }) as const,
  /** `rows` are the first of those rows of the file. */
  fileValue: (at: Place, file: string, why: 'empty' | 'spaces', rows: readonly number[]) =>
    ({ code: 'file.value', ...at, file: shown(file), why, rows: rows.slice(0, 20) }) as const,
  fileColumnMissing: (at: Place, file: string, missing: string) =>
    ({ code: 'file.column-missing', ...at, file: shown(file), missing: shown(missing) }) as const,
  fileKindUnused: (at: Place, file: string) => ({ code: 'file.kind-unused', ...at, file: shown(file) }) as const,
  filterColumnUnknown: (at: Place, list: string, missing: string) =>
    ({ code: 'list.filter-column', ...at, list: shown(list), missing: shown(missing) }) as const,
  filterUnwanted: (at: Place, why: 'or_other' | 'table-list') =>
    ({ code: 'list.filter-unwanted', ...at, why }) as const,
  tableListDiffers: (at: Place, list: string, other: string) =>
    ({ code: 'list.table-differs', ...at, list: shown(list), other: shown(other) }) as const,
  instanceTwice: (at: Place, name: string) => ({ code: 'list.instance-twice', ...at, name: shown(name) }) as const,
  searchUnsupported: (at: Place) => ({ code: 'list.search', ...at }) as const,
  choiceNameMissing: (at: Place) => ({ code: 'choice.name-missing', ...at }) as const,
  choiceNameTwice: (at: Place, name: string) => ({ code: 'choice.name-twice', ...at, name: shown(name) }) as const,
  choiceNameSpaces: (at: Place, name: string) => ({ code: 'choice.name-spaces', ...at, name: shown(name) }) as const,
  choiceLabelMissing: (at: Place) => ({ code: 'choice.label-missing', ...at }) as const,
  choiceListMissing: (at: Place) => ({ code: 'choice.list-missing', ...at }) as const,
  otherTranslated: (at: Place) => ({ code: 'choice.other-translated', ...at }) as const,

  // Expressions and references.
  expression: (at: Place, problem: ExpressionProblem) => ({ code: 'expression.wrong', ...at, problem }) as const,
  bareName: (at: Place, name: string) => ({ code: 'expression.bare-name', ...at, name: shown(name) }) as const,
  patternRefused: (at: Place, pattern: string) =>
    ({ code: 'expression.pattern', ...at, pattern: shown(pattern) }) as const,
  referenceMalformed: (at: Place, found: string) =>
    ({ code: 'reference.malformed', ...at, found: shown(found) }) as const,
  referenceUnknown: (at: Place, name: string) => ({ code: 'reference.unknown', ...at, name: shown(name) }) as const,
  referenceAmbiguous: (at: Place, name: string) => ({ code: 'reference.ambiguous', ...at, name: shown(name) }) as const,
  triggerMalformed: (at: Place) => ({ code: 'trigger.malformed', ...at }) as const,
  triggerMissing: (at: Place, type: string) => ({ code: 'trigger.missing', ...at, type }) as const,
  triggerHidden: (at: Place, name: string) => ({ code: 'trigger.hidden', ...at, name: shown(name) }) as const,

  // Parameters.
  parametersMalformed: (at: Place) => ({ code: 'parameters.malformed', ...at }) as const,
  parameterUnknown: (at: Place, names: readonly string[], accepted: readonly string[]) =>
    ({ code: 'parameters.unknown', ...at, names: few(names), accepted }) as const,
  parameterNumber: (at: Place, name: string, whole: boolean) =>
    ({ code: 'parameters.number', ...at, name, whole }) as const,
  parameterValue: (at: Place, name: string, allowed: readonly string[]) =>
    ({ code: 'parameters.value', ...at, name, allowed }) as const,
  parameterNeeds: (at: Place, name: string, needed: readonly string[]) =>
    ({ code: 'parameters.needs', ...at, name, needed }) as const,
  parameterName: (at: Place, name: string) => ({ code: 'parameters.name', ...at, name }) as const,
  parameterPackage: (at: Place, name: string) => ({ code: 'parameters.package', ...at, name }) as const,
  parameterBelow: (at: Place, name: string, other: string) =>
    ({ code: 'parameters.below', ...at, name, other }) as const,
  parameterZero: (at: Place, name: string) => ({ code: 'parameters.zero', ...at, name }) as const,
  parameterBeyondRange: (at: Place, name: string) => ({ code: 'parameters.beyond-range', ...at, name }) as const,
  parameterMultiple: (at: Place, name: string, of: string) =>
    ({ code: 'parameters.multiple', ...at, name, of }) as const,
  parameterOutside: (at: Place, name: string) => ({ code: 'parameters.outside', ...at, name }) as const,
  parameterAppearance: (at: Place, names: readonly string[]) =>
    ({ code: 'parameters.appearance', ...at, names }) as const,
  parameterLabels: (at: Place, why: 'not-numbers' | 'not-ends') => ({ code: 'parameters.labels', ...at, why }) as const,
  parameterGeometry: (at: Place) => ({ code: 'parameters.geometry', ...at }) as const,
  pixelsAdvised: (at: Place) => ({ code: 'parameters.pixels-advised', ...at }) as const,

  // Translations, and our own columns.
  translationMissing: (sheet: string, language: string, columns: readonly string[]) =>
    ({ code: 'translation.missing', sheet, language: shown(language), columns }) as const,
  languageCode: (sheet: string, language: string) =>
    ({ code: 'translation.language-code', sheet, language: shown(language) }) as const,
  scoreInvalid: (at: Place, value: string) => ({ code: 'score.invalid', ...at, value: shown(value) }) as const,
  findingInvalid: (at: Place, value: string, allowed: readonly string[]) =>
    ({ code: 'finding.invalid', ...at, value: shown(value), allowed }) as const,
  findingDays: (at: Place, value: string) => ({ code: 'finding.days', ...at, value: shown(value) }) as const,
  messageMissing: (at: Place, rule: 'finding' | 'consistency') =>
    ({ code: 'finding.message-missing', ...at, rule }) as const,
  indicatorInvalid: (at: Place, name: string) => ({ code: 'indicator.invalid', ...at, name: shown(name) }) as const,
  indicatorType: (at: Place, name: string, type: string) =>
    ({ code: 'indicator.type', ...at, name: shown(name), type }) as const,
  /** `other` is the question that feeds it first. */
  indicatorTypes: (at: Place, name: string, other: string) =>
    ({ code: 'indicator.types', ...at, name: shown(name), other: shown(other) }) as const,
  findingAlone: (at: Place, needed: string) => ({ code: 'finding.alone', ...at, needed }) as const,
}
export type Issue = ReturnType<(typeof issue)[keyof typeof issue]>
export type IssueCode = Issue['code']

/** Nobody reads more; a hostile sheet could make a million. */
const mostListed = 1_000

class Found {
  readonly listed: Issue[] = []
  private unlisted = 0
  private sheet = ''
  readonly what: 'errors' | 'warnings'
  constructor(what: 'errors' | 'warnings') {
    this.what = what
  }

  add(found: Issue): void {
    if (this.listed.length < mostListed) this.listed.push(withShortColumn(found))
    else {
      this.unlisted++
      this.sheet = found.sheet
    }
  }
  get rest(): readonly Issue[] {
    return this.unlisted === 0 ? [] : [issue.more(this.sheet, this.what, this.unlisted)]
  }
}

/** A header may be as long as a cell. */
const withShortColumn = (found: Issue): Issue =>
  'column' in found && found.column !== undefined ? { ...found, column: shown(found.column) } : found

/** Collects all of them: an importer that stops at the first wastes its author's day. */
export class Issues {
  readonly errors = new Found('errors')
  readonly warnings = new Found('warnings')
  error(found: Issue): void {
    this.errors.add(found)
  }
  warn(found: Issue): void {
    this.warnings.add(found)
  }
}
