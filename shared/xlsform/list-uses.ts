// How questions use choice lists and files: whether the list is there, and what each use asks of it.

import type { ReadLists } from './choices.ts'
import { fileExtensions, isFile } from './file-name.ts'
import type { ChoiceList, XlsQuestion } from './form.ts'
import { childrenIn } from './formula.ts'
import { type Issues, issue } from './issue.ts'
import { parameterOf } from './parameters.ts'
import { isFromFile } from './question-type.ts'
import { checkRange } from './range.ts'
import { findSheet, type SheetCells, similarSheets } from './sheets.ts'
import type { Row } from './table.ts'

const isReference = (list: string): boolean => list.includes('${')

export class ListUses {
  readonly sheets: readonly SheetCells[]
  readonly choices: ReadLists
  readonly external: ReadLists
  /** The list of the table-list group that is being read; '' before its first question. */
  table: string | undefined
  readonly checked = new Set<string>()
  readonly lists: ReadonlyMap<string, ChoiceList>
  /** Headers of further columns that hold something, by list. */
  readonly filled = new Map<string, ReadonlySet<string>>()
  orOtherAt: Row | undefined
  constructor(sheets: readonly SheetCells[], choices: ReadLists, external: ReadLists) {
    this.sheets = sheets
    this.choices = choices
    this.external = external
    this.lists = new Map(choices.lists.map((list) => [list.name, list]))
  }

  openTable(): void {
    this.table = ''
  }
  closeTable(): void {
    this.table = undefined
  }
  list(name: string): ChoiceList | undefined {
    return this.lists.get(name)
  }

  loop(row: Row, list: string | undefined, issues: Issues): void {
    if (list === undefined) issues.error(issue.listMissing(row.at('type')))
    else if (!this.list(list)) issues.error(issue.listUnknown(row.at('type'), list))
  }

  check(node: XlsQuestion, row: Row, issues: Issues): void {
    if (node.type === 'range') {
      const at = row.at('parameters')
      if (node.parameters || !row.has('parameters'))
        checkRange(node.parameters ?? [], node.appearance, (name) => this.list(name), at, issues)
      return
    }
    const { list } = node
    const at = row.at('type')
    if (list === undefined) issues.error(issue.listMissing(at))
    else if (node.type === 'select_one_external') this.checkExternal(list, row, issues)
    else if (isFromFile(node.type)) {
      if (!isFile(list)) issues.error(issue.listExtension(at, list, fileExtensions))
    } else if (!isFile(list) && !isReference(list)) this.checkChoices(node, list, row, issues)
    if (node.orOther) this.checkOther(node, row, issues)
    if (list !== undefined) this.checkTable(node, list, row, issues)
  }

  checkChoices(node: XlsQuestion, list: string, row: Row, issues: Issues): void {
    const found = this.list(list)
    if (!found) {
      const has = findSheet(this.sheets, 'choices') !== undefined && this.choices.lists.length > 0
      if (has) issues.error(issue.listUnknown(row.at('type'), list))
      else issues.error({ ...issue.sheetMissing('choices', similarSheets(this.sheets, 'choices')) })
      return
    }
    const rows = this.choices.rows.get(list) ?? []
    this.checkFilter(node, found, row, issues)
    if (node.type === 'select_multiple' && !this.checked.has(`multiple ${list}`)) {
      this.checked.add(`multiple ${list}`)
      for (const choice of rows) {
        const name = choice.get('name') ?? ''
        if (/\s/.test(name)) issues.error(issue.choiceNameSpaces(choice.at('name'), name))
      }
    }
    if (this.checked.has(list)) return
    this.checked.add(list)
    const bare = rows.filter((choice) => !choice.has('label', 'image', 'audio', 'video'))
    // ODK Validate refuses it too: such a list was never meant to be shown.
    if (bare.length === rows.length) issues.error(issue.listLabelsMissing(row.at('type'), list))
    for (const choice of bare) issues.warn(issue.choiceLabelMissing(choice.at('label')))
  }

  /** A filter names columns of the list: "state = ${state}". */
  checkFilter({ choiceFilter }: XlsQuestion, { name, choices }: ChoiceList, row: Row, issues: Issues): void {
    if (!choiceFilter) return
    const filled =
      this.filled.get(name) ?? new Set(choices.flatMap(({ other }) => (other ?? []).map(([header]) => header)))
    this.filled.set(name, filled)
    for (const column of childrenIn(choiceFilter.tree))
      if (!filled.has(column) && !['name', 'label', 'itextId'].includes(column))
        issues.warn(issue.filterColumnUnknown(row.at('choice_filter'), name, column))
  }

  checkExternal(list: string, row: Row, issues: Issues): void {
    if (this.external.lists.length === 0)
      issues.error(issue.sheetMissing('external_choices', similarSheets(this.sheets, 'external_choices')))
    else if (!this.external.rows.has(list)) issues.error(issue.listUnknown(row.at('type'), list))
  }

  checkOther(node: XlsQuestion, row: Row, issues: Issues): void {
    this.orOtherAt ??= row
    if (row.has('choice_filter')) issues.error(issue.filterUnwanted(row.at('choice_filter'), 'or_other'))
    if (node.list !== undefined && (isReference(node.list) || isFromFile(node.type)))
      issues.error(issue.listUnknown(row.at('type'), node.list))
  }

  checkTable(node: XlsQuestion, list: string, row: Row, issues: Issues): void {
    if (this.table === undefined) return
    if (this.table === '') {
      this.table = list
      if (node.choiceFilter) issues.error(issue.filterUnwanted(row.at('choice_filter'), 'table-list'))
    } else if (this.table !== list) issues.error(issue.tableListDiffers(row.at('type'), list, this.table))
  }
}

export const parameterIn = (node: XlsQuestion, name: string): string | undefined =>
  parameterOf(node.parameters ?? [], name)
