// The form by which a report is issued.

import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { numberAndSymbol } from '../../../shared/report/issue.ts'
import type { FieldFaults } from '../../parts/fault-list.tsx'
import { TextLine } from '../../parts/text-line.tsx'
import { type DeskFrame, DeskPage, deskMessages } from './frame.tsx'

export type TypedIssue = {
  readonly number: string
  readonly date: string
  readonly authority: string
  readonly post: string
  readonly name: string
  readonly hasQr: boolean
  readonly confirm: string
}
type Props = {
  readonly frame: DeskFrame
  /** making: there is nothing to issue yet. */
  readonly state: 'may-not' | 'making' | 'ready'
  readonly revision: number
  /** The body's next number in the year of the date that is typed. */
  readonly next: number
  readonly year: number
  /** How number and symbol would stand in the letterhead. */
  readonly line: string
  /** Edited sentences whose generated text has changed since. */
  readonly stale: number
  readonly typed: TypedIssue
  readonly faults: FieldFaults
  readonly problem: Problem | undefined
}

export function IssuePage(props: Props) {
  const { frame, state, faults, problem } = props
  const m = deskMessages(frame.context).issue
  return (
    <DeskPage frame={frame} here="issue" title={m.title} problem={problem} faults={faults}>
      <p class="lead">{m.lead}</p>
      {state === 'may-not' && <p class="panel calm">{m.mayNot}</p>}
      {state === 'making' && <p class="panel calm">{m.notReady}</p>}
      {state === 'ready' && (
        <>
          <Unfinished {...props} />
          <Form {...props} />
        </>
      )}
    </DeskPage>
  )
}

/** What somebody may want to look at before. */
function Unfinished({ frame, stale }: Props) {
  const m = deskMessages(frame.context).issue
  const { openComments, id } = frame
  if (openComments + stale === 0) return null
  return (
    <div class="panel">
      <ul>
        {openComments > 0 && (
          <li>
            {m.openComments(openComments)} <a href={path.reportComments(id)}>{m.see}</a>
          </li>
        )}
        {stale > 0 && (
          <li>
            {m.stale(stale)} <a href={path.reportEdit(id)}>{m.see}</a>
          </li>
        )}
      </ul>
    </div>
  )
}

function Form({ frame, revision, next, year, line, typed, faults }: Props) {
  const m = deskMessages(frame.context).issue
  const fault = (name: string) => faults.get(name)
  const dateFault = fault('date')
  return (
    <form class="slip" method="post" action={path.reportIssue(frame.id)} novalidate>
      <input type="hidden" name="revision" value={String(revision)} />
      <TextLine
        id="number"
        label={m.number}
        hint={m.numberHint(next, year)}
        fault={fault('number')}
        value={typed.number}
        maxlength={5}
        required
      />
      <p class="meta">{m.symbol(line)}</p>
      <div class={dateFault ? 'q bad' : 'q'}>
        <label for="date">{m.date}</label>
        {dateFault && (
          <p class="fault" id="date-fault">
            {dateFault}
          </p>
        )}
        <input
          id="date"
          name="date"
          type="date"
          value={typed.date}
          required
          aria-describedby={dateFault ? 'date-fault' : undefined}
          aria-invalid={dateFault ? 'true' : undefined}
        />
      </div>
      <TextLine
        id="authority"
        label={m.authority}
        aside={m.optional}
        hint={m.authorityHint}
        fault={fault('authority')}
        value={typed.authority}
      />
      <TextLine id="post" label={m.post} fault={fault('post')} value={typed.post} required />
      <TextLine id="name" label={m.signatory} fault={fault('name')} value={typed.name} required />
      <div class="q">
        <label class="check">
          <input type="checkbox" name="qr" value="yes" checked={typed.hasQr} aria-describedby="qr-hint" />
          <span>{m.qr}</span>
        </label>
        <p class="hint" id="qr-hint">
          {m.qrHint}
        </p>
      </div>
      <TextLine
        id="confirm"
        label={m.confirm}
        hint={m.confirmHint(numberAndSymbol({ documentNumber: line }))}
        fault={fault('confirm')}
        value={typed.confirm}
        required
      />
      <p class="send">
        <button type="submit" class="main">
          {m.submit}
        </button>
      </p>
    </form>
  )
}
