// Responses as rows of texts under columns: one row for each response, and in the table of a repeat one for each round.
// A writer makes numbers, dates and moments of the texts whose column says so.

import { parseReference } from '../evidence/reference.ts'
import type { AnswerValue } from '../form/answers.ts'
import { exportMessages } from '../messages/exports.ts'
import { wordsOf as wordsWith } from '../response/step.ts'
import { type AnswerColumn, type AnswerTable, type ColumnKind, inRound, roundsAt } from './columns.ts'
import type { ExportRequest } from './request.ts'
import type { ExportedResponse } from './response.ts'

/** How rows read: as the request says, and in whose time. */
export type RowStyle = Pick<ExportRequest, 'choices' | 'headings' | 'language'> & {
  /** A moment (ISO 8601, UTC) as the date and time of the organisation: "2013-07-15T08:30:00". */
  readonly localMoment: (iso: string) => string
  /** Where an answer's file lies beside the table; undefined where files don't come along. */
  readonly filePath?: (response: ExportedResponse, reference: string) => string | undefined
}

export type TableColumn = { readonly heading: string; readonly kind: ColumnKind }
export type ExportTable = {
  /** Of the sheet or file; '' for the form itself. */
  readonly label: string
  /** The last key of its path; '' for the form itself. */
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rowsOf: (response: ExportedResponse) => Iterable<readonly string[]>
}

type OwnColumn = {
  readonly name: keyof ReturnType<typeof wordsOf>['columns']
  readonly kind: ColumnKind
  readonly text: (response: ExportedResponse, style: RowStyle) => string
}

const wordsOf = ({ language }: Pick<RowStyle, 'language'>) => exportMessages[language].table

const shown = ({ choices }: RowStyle, code: string, label: string) => (choices === 'codes' ? code : label)
const moment = (style: RowStyle, iso: string | undefined) => (iso === undefined ? '' : style.localMoment(iso))

/** What every table begins with: which response a row belongs to. */
const keyColumns: readonly OwnColumn[] = [
  { name: 'id', kind: 'text', text: ({ id }) => id },
  { name: 'unitCode', kind: 'text', text: ({ unit }) => unit.code },
  { name: 'unitName', kind: 'text', text: ({ unit }) => unit.name },
  { name: 'period', kind: 'text', text: ({ period }) => period },
]

const responseColumns: readonly OwnColumn[] = [
  { name: 'unitAbove', kind: 'text', text: ({ unit }) => unit.above },
  { name: 'state', kind: 'text', text: ({ state }, style) => shown(style, state, wordsOf(style).states[state]) },
  {
    name: 'late',
    kind: 'text',
    text: ({ isLate }, style) => shown(style, isLate ? 'yes' : 'no', isLate ? wordsOf(style).yes : wordsOf(style).no),
  },
  { name: 'receivedAt', kind: 'moment', text: ({ receivedAt }, style) => moment(style, receivedAt) },
  { name: 'changedAt', kind: 'moment', text: ({ changedAt }, style) => moment(style, changedAt) },
  { name: 'finishedAt', kind: 'moment', text: ({ finishedAt }, style) => moment(style, finishedAt) },
  { name: 'sender', kind: 'text', text: ({ sender }) => sender?.name ?? '' },
  { name: 'enteredFor', kind: 'text', text: ({ enteredFor }) => enteredFor ?? '' },
  { name: 'words', kind: 'text', text: ({ step }) => wordsWith(step) ?? '' },
  { name: 'formVersion', kind: 'number', text: ({ formVersion }) => String(formVersion) },
  { name: 'revision', kind: 'number', text: ({ revision }) => String(revision) },
  { name: 'recordName', kind: 'text', text: ({ raised }) => raised.name ?? '' },
  { name: 'score', kind: 'number', text: ({ raised }) => raised.score ?? '' },
  { name: 'findings', kind: 'number', text: ({ raised }) => String(raised.findings.length) },
  {
    name: 'findingsAt',
    kind: 'text',
    text: ({ raised }) => raised.findings.map(({ question }) => question).join('; '),
  },
]

/** In "names" what the system says of a response begins with an underscore, as in other tools: no question's name does. */
const namesOf: Record<OwnColumn['name'], string> = {
  id: '_id',
  unitCode: '_unit_code',
  unitName: '_unit_name',
  period: '_period',
  unitAbove: '_unit_above',
  state: '_state',
  late: '_late',
  receivedAt: '_received_at',
  changedAt: '_changed_at',
  finishedAt: '_finished_at',
  sender: '_sender',
  enteredFor: '_entered_for',
  words: '_reason',
  formVersion: '_form_version',
  revision: '_revision',
  recordName: '_record_name',
  score: '_score',
  findings: '_findings',
  findingsAt: '_findings_at',
}

/** Tables as they are written. */
export const exportTables = (tables: readonly AnswerTable[], style: RowStyle): ExportTable[] =>
  tables.map((table) => (table.path.length === 0 ? responseTable(table, style) : roundTable(table, tables, style)))

const headingOf = (style: RowStyle, name: string, label: string) => (style.headings === 'names' ? name : label)

const ownColumn =
  (style: RowStyle) =>
  ({ name, kind }: OwnColumn): TableColumn => ({
    heading: headingOf(style, namesOf[name], wordsOf(style).columns[name]),
    kind,
  })

const answerColumn =
  (style: RowStyle) =>
  ({ key, label, kind }: AnswerColumn): TableColumn => ({ heading: headingOf(style, key, label), kind })

function responseTable({ columns }: AnswerTable, style: RowStyle): ExportTable {
  const own = [...keyColumns, ...responseColumns]
  return {
    label: '',
    name: '',
    columns: [...own.map(ownColumn(style)), ...columns.map(answerColumn(style))],
    rowsOf: (response) => [
      [
        ...own.map(({ text }) => text(response, style)),
        ...columns.map((column) => answerText(column, response.answers.get(column.key), response, style)),
      ],
    ],
  }
}

/** A round is found again by its response and the numbers of the rounds around it, each in a column of its own. */
function roundTable(table: AnswerTable, tables: readonly AnswerTable[], style: RowStyle): ExportTable {
  const { path, columns, label } = table
  const around = path.map((key, at) => {
    const repeat = tables.find(
      (one) => one.path.length === at + 1 && one.path.join('/') === path.slice(0, at + 1).join('/'),
    )
    return {
      heading: headingOf(style, `_${key}_round`, wordsOf(style).round(repeat?.label || key)),
      kind: 'number' as const,
    }
  })
  return {
    label: label || (path.at(-1) ?? ''),
    name: path.at(-1) ?? '',
    columns: [...keyColumns.map(ownColumn(style)), ...around, ...columns.map(answerColumn(style))],
    *rowsOf(response) {
      const keys = keyColumns.map(({ text }) => text(response, style))
      for (const { numbers, round } of roundsAt((key) => response.answers.get(key), path)) {
        const value = inRound(round)
        yield [
          ...keys,
          ...numbers.map(String),
          ...columns.map((column) => answerText(column, value(column.key), response, style)),
        ]
      }
    },
  }
}

function answerText(
  { labels, isEvidence }: AnswerColumn,
  value: AnswerValue | undefined,
  response: ExportedResponse,
  style: RowStyle,
): string {
  if (value === undefined) return ''
  if (labels) return chosen(value, labels, style)
  if (isEvidence && typeof value === 'string')
    return style.filePath?.(response, value) ?? parseReference(value)?.name ?? value
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

/** A choice that no version of the form knows any more is shown by its name. */
function chosen(value: AnswerValue, labels: ReadonlyMap<string, string>, { choices }: RowStyle): string {
  const names = Array.isArray(value) ? value.map(String) : [String(value)]
  return choices === 'codes' ? names.join(' ') : names.map((name) => labels.get(name) ?? name).join('; ')
}
