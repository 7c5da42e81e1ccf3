// What an import objects to, each beside its place in the workbook and what stands in that row.

import { deskMessages } from '../../shared/messages/desk.ts'
import type { PageContext } from '../pages/context.ts'

export type IssueLine = {
  readonly kind: 'error' | 'warning'
  readonly sheet: string
  readonly row: number | undefined
  /** The header as written. */
  readonly column: string | undefined
  readonly text: string
  /** What the row holds, under its headers; `isHere` marks the cell that is meant. */
  readonly cells: readonly { readonly header: string; readonly text: string; readonly isHere: boolean }[]
}

/** `total`: how many there are, where not all are shown. */
export type Issues = { readonly lines: readonly IssueLine[]; readonly total: number }

type Props = Issues & { readonly context: PageContext; readonly caption: string }

/** More warnings than this are folded away: they must not bury the form. */
const mostOpen = 3

/** Warnings, which nobody has to do anything about. */
export function Warnings({ context, lines, total }: Issues & { readonly context: PageContext }) {
  const m = deskMessages[context.language]
  return (
    <details class="warnings" open={total <= mostOpen}>
      <summary>{m.warningsFound(total)}</summary>
      <IssueTable context={context} caption={m.warningsCaption} lines={lines} total={total} />
    </details>
  )
}

/** Two columns, so that the table fits a phone: what the row says stands below what is said about it. */
export function IssueTable({ context, caption, lines, total }: Props) {
  const m = deskMessages[context.language]
  return (
    <>
      <table class="issues">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.where}</th>
            <th scope="col">{m.what}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.sheet} ${line.row} ${line.column} ${line.text}`} class={line.kind}>
              <th scope="row">
                <Place context={context} line={line} />
              </th>
              <td>
                <b class="kind">{m.kinds[line.kind]}</b> {line.text}
                {line.cells.length > 0 && <RowContent line={line} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > lines.length && <p class="meta">{m.moreIssues(total - lines.length)}</p>}
    </>
  )
}

function Place({ context, line }: { readonly context: PageContext; readonly line: IssueLine }) {
  const m = deskMessages[context.language]
  return (
    <>
      <code>{line.sheet}</code>
      {line.row !== undefined && <span> {m.row(line.row)}</span>}
      {line.column !== undefined && (
        <span>
          {' '}
          {m.column} <code>{line.column}</code>
        </span>
      )}
    </>
  )
}

function RowContent({ line }: { readonly line: IssueLine }) {
  return (
    <ul class="cells">
      {line.cells.map(({ header, text, isHere }) => (
        <li key={`${header} ${text}`} class={isHere ? 'here' : undefined}>
          <small>{header}</small> {isHere ? <mark>{text === '' ? '–' : text}</mark> : text}
        </li>
      ))}
    </ul>
  )
}
