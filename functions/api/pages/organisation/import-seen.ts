// What the preview of a file shows: its errors beside their rows, what it would do, and the tree as it would be.

import type { UnitId } from '../../../../shared/ids.ts'
import { formatDay } from '../../../../shared/messages/day.ts'
import { organisationImportMessages, rowIssueText } from '../../../../shared/messages/organisation-import.ts'
import type { Day } from '../../../../shared/organisation/day.ts'
import { type TreeHistory, treeOn, unitsById } from '../../../../shared/organisation/history.ts'
import type { Plan, PlanIssue } from '../../../../shared/organisation/import-plan.ts'
import type { ReadRows, RowIssue } from '../../../../shared/organisation/import-rows.ts'
import { subtreeOf, type UnitTree } from '../../../../shared/organisation/unit.ts'
import type { SeenFile } from '../../../../web/pages/organisation/import.tsx'
import type { IssueLine, Issues } from '../../../../web/parts/issue-table.tsx'
import type { SignedInCall } from '../../call.ts'
import { carried, type ImportFile } from './import-file.ts'
import { pictureOf } from './import-picture.ts'
import { levelsBelow } from './unit-rows.ts'

type AnyIssue = RowIssue | PlanIssue
export type Problems = {
  readonly errors: readonly AnyIssue[]
  readonly skipped: readonly AnyIssue[]
  /** What people call a unit of the file, also of rows that were left out. */
  readonly nameOf: (id: UnitId) => string
}

/** More lines than anybody puts right at once, and more units than a list is read for. */
const mostLines = 200
const mostOutlined = 60

export function seenFile(
  call: SignedInCall,
  file: ImportFile,
  plan: Plan,
  problems: Problems,
): Omit<SeenFile, 'fileTop' | 'place'> {
  const { me, language } = call
  const { errors, skipped, nameOf } = problems
  const skippable = new Set(errors.flatMap(({ row }) => row ?? []))
  const isWhole = errors.some(
    ({ row, kind }) => row === undefined || kind === 'column-twice' || kind === 'too-many-columns',
  )
  return {
    book: carried(file),
    version: String(me.version),
    errors: issuesOf(call, file, nameOf, errors),
    skippable: isWhole ? 0 : skippable.size,
    skipped: skipped.length > 0 ? issuesOf(call, file, nameOf, skipped) : undefined,
    notes: notesOf(call, file),
    counts: plan.counts,
    after: errors.length > 0 ? undefined : afterOf(plan, dayShown(me.today, file.read), language),
    changes: plan.history !== me.history,
  }
}

/** Each error with its row as it stands in the file, the cell that is meant first of all. */
function issuesOf(
  { language }: SignedInCall,
  { fileName, sheet, sheetRows, read }: ImportFile,
  nameOf: Problems['nameOf'],
  found: readonly AnyIssue[],
): Issues {
  const rows = new Map(sheetRows.map((row) => [row.row, row]))
  const headerAt = new Map<number, string>()
  for (const { cells } of sheetRows.slice(0, 20))
    for (const { column, text } of cells)
      if ([...read.headers.values()].includes(text.trim())) headerAt.set(column, text.trim())
  const lines = found
    .toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
    .slice(0, mostLines)
    .map((issue): IssueLine => {
      const header = issue.column && (read.headers.get(issue.column) ?? issue.column)
      const cells = issue.row === undefined ? [] : (rows.get(issue.row)?.cells ?? [])
      return {
        kind: 'error',
        sheet: sheet === '' ? fileName : sheet,
        row: issue.row,
        column: header,
        text: rowIssueText(issue, language, nameOf),
        cells: cells.slice(0, 8).map(({ column, text }) => {
          const name = headerAt.get(column) ?? ''
          return { header: name, text: shortened(text), isHere: name !== '' && name === header }
        }),
      }
    })
  return { lines, total: found.length }
}

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 160).toWellFormed()}…` : text)

/** What units are called in the first of these histories that has them. */
export function namesIn(histories: readonly TreeHistory[]): Problems['nameOf'] {
  const byId = new Map(histories.toReversed().flatMap((history) => [...unitsById(history)]))
  return (id) => {
    const state = byId.get(id)?.states.at(-1)
    return state ? `${state.name} (${state.code})` : id
  }
}

function notesOf({ language }: SignedInCall, { read, isGuessed, hasOtherSheets, sheet }: ImportFile): string[] {
  const m = organisationImportMessages[language]
  const { ignored, formulaTexts } = read
  const some = <T>(all: readonly T[]) => `${all.slice(0, 10).join(', ')}${all.length > 10 ? '…' : ''}`
  return [
    ...(ignored.length > 0 ? [m.ignored(some(ignored.map((header) => shortened(header))))] : []),
    ...(isGuessed ? [m.assumedEncoding] : []),
    ...(formulaTexts.length > 0 ? [m.formulaTexts(some(formulaTexts))] : []),
    ...(hasOtherSheets ? [m.otherSheets(sheet)] : []),
  ]
}

/** The day on which all of the file holds. */
function dayShown(today: Day, { rows }: ReadRows): Day {
  return rows.reduce<Day>((latest, { from, closedFrom }) => {
    const last = [latest, from ?? latest, closedFrom ?? latest].sort().at(-1)
    return last ?? latest
  }, today)
}

function afterOf(plan: Plan, day: Day, language: SignedInCall['language']): SeenFile['after'] {
  const tree = treeOn(plan.history, day)
  const tops = [...tree.units.values()].filter(({ parentId }) => parentId === null).map(({ id }) => id)
  const first = tops.flatMap((id) => tree.children.get(id) ?? [])
  return {
    day: formatDay(day, language),
    picture: pictureOf(tree, plan.outcomes),
    levels: levelsBelow(tree, tops, true),
    outline: first.slice(0, mostOutlined).flatMap((id) => outlined(tree, id)),
    more: Math.max(0, first.length - mostOutlined),
  }
}

function outlined(tree: UnitTree, id: UnitId) {
  const unit = tree.units.get(id)
  return unit ? [{ name: unit.name, code: unit.code, below: subtreeOf(tree, id).length - 1 }] : []
}
