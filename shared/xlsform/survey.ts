// The survey sheet: rows become a tree. Sections open and close by begin and end rows; a row that is wrong is reported
// and the reading goes on, so that all errors are found at once.

import { checkAppearance } from './appearance.ts'
import { writtenOf } from './cells.ts'
import { surveyHeaders } from './columns.ts'
import type { KeptRow, OtherCells, XlsNode, XlsQuestion, XlsSection } from './form.ts'
import { checkText, type Reading, truthIn } from './formula.ts'
import { idOf } from './header.ts'
import { issue } from './issue.ts'
import { checkLabel, checkUse } from './label.ts'
import type { ListUses } from './list-uses.ts'
import { Names, noSiblings } from './names.ts'
import { readCommon, readQuestion, readSectionCells } from './question.ts'
import { isSelect, type ReadType, readType } from './question-type.ts'
import { type Row, readTable, type SheetCells, type Table } from './table.ts'

/** A section that is being read. The outermost has no type. */
type Open = {
  readonly type: XlsSection['type'] | undefined
  readonly name: string
  readonly row: Row | undefined
  readonly children: XlsNode[]
  readonly siblings: ReturnType<typeof noSiblings>
  readonly close: (children: readonly XlsNode[], end?: OtherCells) => XlsNode | undefined
}

/** A question, the row it stands in, and the sections around it. */
export type Placed = { readonly node: XlsNode; readonly row: Row; readonly inside: readonly XlsSection['type'][] }

export type ReadSurvey = {
  readonly table: Table
  readonly questions: readonly XlsNode[]
  readonly names: Names
  readonly placed: readonly Placed[]
  /** Settings that the oldest forms wrote as rows. */
  readonly settings: ReadonlyMap<string, string>
  readonly keptRows: readonly KeptRow[]
}

/** Deeper than any form at hand (6); whoever walks the tree may recurse. */
const deepest = 50

/** The largest form at hand (WHO verbal autopsy) has 600. */
const mostRows = 5_000

export function readSurvey(sheet: SheetCells, root: string, lists: ListUses, reading: Reading): ReadSurvey {
  const table = readTable(sheet, { headers: surveyHeaders, mostRows }, reading.issues)
  return new SurveyReader(table, new Names(root, reading.issues), lists, reading).read()
}

/** An end row says only what it is. */
const endWritten: ReadonlySet<string> = new Set([idOf('type', '')])

function withUnwritten<Node extends XlsNode>(node: Node, row: Row): Node {
  const other = row.unwritten(writtenOf(node))
  return other ? { ...node, other } : node
}

class SurveyReader {
  readonly table: Table
  readonly names: Names
  readonly lists: ListUses
  readonly reading: Reading
  readonly placed: Placed[] = []
  readonly settings = new Map<string, string>()
  readonly keptRows: KeptRow[] = []
  /** Rows so far that mean something. */
  rows = 0
  /** Sections that were begun too deep and not opened. */
  unopened = 0
  readonly stack: Open[] = [
    { type: undefined, name: '', row: undefined, children: [], siblings: noSiblings(), close: () => undefined },
  ]
  constructor(table: Table, names: Names, lists: ListUses, reading: Reading) {
    this.table = table
    this.names = names
    this.lists = lists
    this.reading = reading
  }

  read(): ReadSurvey {
    const { table, reading } = this
    const { sheet } = table
    if (!table.columns.some(({ key }) => key === 'type')) reading.issues.error(issue.columnMissing(sheet, 'type'))
    else for (const row of table.rows) this.readRow(row)
    while (this.stack.length > 1) {
      const { type = 'group', name, row } = this.top
      reading.issues.error(issue.beginUnmatched(row?.at('type') ?? { sheet }, type, name))
      this.closeTop()
    }
    this.checkColumns()
    const { names, placed, settings, keptRows } = this
    return { table, questions: this.top.children, names, placed, settings, keptRows }
  }

  get top(): Open {
    const [first] = this.stack
    const top = this.stack.at(-1) ?? first
    if (!top) throw new RangeError('The outermost section is never closed')
    return top
  }

  readRow(row: Row): void {
    const { issues } = this.reading
    if (row.isEmpty) return
    const disabled = row.get('disabled')
    if (disabled !== undefined) issues.warn(issue.rowDisabled(row.at('disabled')))
    if (disabled !== undefined && truthIn(disabled) === true) {
      this.keep(row)
      return
    }
    const text = row.get('type')
    if (text === undefined) {
      if (row.has('name', 'label')) issues.error(issue.typeMissing(row.at('type')))
      else issues.warn(issue.rowSkipped(row.at()))
      this.keep(row)
      return
    }
    const type = readType(text)
    if (type.kind === 'begin') this.begin(row, type)
    else if (type.kind === 'end') this.end(row, type.section)
    else if (type.kind === 'question') this.question(row, type)
    else if (type.kind === 'setting') this.settings.set(type.setting, row.get('name') ?? '')
    else
      issues.error(
        type.kind === 'refused' ? issue.typeRefused(row.at('type'), text) : issue.typeUnknown(row.at('type'), text),
      )
  }

  keep(row: Row): void {
    this.keptRows.push({ sheet: 'survey', before: this.rows, cells: row.unwritten() ?? [] })
  }

  isIn(type: XlsSection['type']): boolean {
    return this.stack.some((open) => open.type === type)
  }

  begin(row: Row, { section, list }: ReadType & { kind: 'begin' }): void {
    const { issues } = this.reading
    if (this.stack.length > deepest) {
      if (this.unopened++ === 0) issues.error(issue.tooMany(row.at('type'), 'levels', deepest))
      return
    }
    const name = this.nameOf(row)
    if (section === 'repeat') this.names.checkRepeat(name, row.at('name'))
    const common = { ...readCommon(row, name, this.reading), ...readSectionCells(row, section, this.reading) }
    this.names.add({ name, type: section, visible: false, inLoop: this.isIn('loop') })
    const words = common.appearance?.split(/\s+/) ?? []
    if (!common.label && !common.media && !(section === 'group' && words.includes('field-list')))
      issues.warn(issue.sectionLabelMissing(row.at('label'), section))
    if (row.has('required') && truthIn(row.get('required') ?? '') !== false)
      issues.warn(issue.sectionRequired(row.at('required'), section))
    checkAppearance(section, row, issues)
    if (section === 'loop') this.lists.loop(row, list, issues)
    const counted = common.repeatCount
    if (counted && typeof counted.tree === 'object' && counted.tree[0] === '$')
      this.addGenerated(`${name}_count`, row, false)
    else if (counted) this.addGenerated(`${name}_count`, row, true)
    if (words.includes('table-list')) this.lists.openTable()
    this.push(section, name, row, (questions) => ({
      type: section,
      ...common,
      ...(section === 'loop' && list !== undefined ? { list } : {}),
      questions,
    }))
    this.rows++
  }

  push(type: XlsSection['type'], name: string, row: Row, close: (questions: readonly XlsNode[]) => XlsSection): void {
    const inside = this.inside()
    this.stack.push({
      type,
      name,
      row,
      children: [],
      siblings: noSiblings(),
      close: (questions, end) => {
        const node = withUnwritten({ ...close(questions), ...(end ? { end } : {}) }, row)
        this.placed.push({ node, row, inside })
        return node
      },
    })
  }

  inside(): XlsSection['type'][] {
    return this.stack.flatMap(({ type }) => (type === undefined ? [] : [type]))
  }

  /** XLSForm computes a count that isn't a plain question in one called NAME_count. */
  addGenerated(name: string, row: Row, isComputed: boolean): void {
    if (!isComputed) return
    this.names.check(name, this.top.siblings, row.at('name'))
    this.names.add({ name, type: 'calculate', visible: false, inLoop: this.isIn('loop') })
  }

  end(row: Row, section: XlsSection['type']): void {
    this.lists.closeTable()
    if (this.unopened > 0) this.unopened--
    else if (this.top.type === section) {
      this.rows++
      this.closeTop(row.unwritten(endWritten))
    } else this.reading.issues.error(issue.endUnmatched(row.at('type'), section))
  }

  closeTop(end?: OtherCells): void {
    const open = this.stack.pop()
    if (!open) return
    const node = open.close(open.children, end)
    if (open.children.length === 0 && open.row) this.reading.issues.error(issue.sectionEmpty(open.row.at(), open.name))
    if (node) this.top.children.push(node)
  }

  /** '' when it is missing, which is reported. Notes may go without. */
  nameOf(row: Row, generated?: string): string {
    const name = row.get('name') ?? generated
    if (name === undefined) {
      this.reading.issues.error(issue.nameMissing(row.at('name')))
      return ''
    }
    this.names.check(name, this.top.siblings, row.at('name'))
    return name
  }

  question(row: Row, read: ReadType & { kind: 'question' }): void {
    const { issues } = this.reading
    const { type, list } = read
    const given = row.get('name')
    if (type === 'audit' && given !== undefined && given !== 'audit')
      issues.error(issue.nameInvalid(row.at('name'), given))
    const free = type === 'note' ? `generated_note_name_${row.row}` : type === 'audit' ? 'audit' : undefined
    const name = this.nameOf(row, free)
    const question = readQuestion(
      row,
      { type, name, ...(list === undefined ? {} : { list }), ...(read.orOther ? { orOther: true } : {}) },
      this.reading,
    )
    const node = withUnwritten(question, row)
    this.rows++
    checkLabel(node, row, issues)
    checkUse(node, row, issues)
    checkAppearance(type, row, issues)
    if (list?.includes('${')) checkText(list, row.at('type'), this.reading)
    if (isSelect(type) || type === 'range') this.lists.check(node, row, issues)
    this.names.add({
      name,
      type,
      visible: type !== 'calculate' && !(node.calculation && !node.label && !node.hint),
      inLoop: this.isIn('loop'),
    })
    if (node.orOther) this.addGenerated(`${name}_other`, row, true)
    this.placed.push({ node, row, inside: this.inside() })
    this.top.children.push(node)
  }

  checkColumns(): void {
    const filled = new Set<number>()
    for (const { cells } of this.table.rows) for (const at of cells.keys()) filled.add(at)
    const { sheet, headerRow: row } = this.table
    for (const { at, header, status } of this.table.columns) {
      if (status === 'used' || !filled.has(at)) continue
      const place = { sheet, row, column: header }
      this.reading.issues.warn(status === 'kept' ? issue.columnUnused(place) : issue.columnUnknown(place))
    }
  }
}

export const isQuestion = (node: XlsNode): node is XlsQuestion => !('questions' in node)
