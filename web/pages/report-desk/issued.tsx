// An issued report: what it is as a document, and what can be done with it.

import type { ReportId } from '../../../shared/ids.ts'
import { formatDay } from '../../../shared/messages/day.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { issuingMessages } from '../../../shared/messages/report-issue.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { FigureChange } from '../../../shared/report/changes.ts'
import { type FrozenFile, longestReason, numberAndSymbol, type ReportIssue } from '../../../shared/report/issue.ts'
import type { FieldFaults } from '../../parts/fault-list.tsx'
import { FileLine } from '../../parts/file-line.tsx'
import { TextLine } from '../../parts/text-line.tsx'
import { type DeskFrame, DeskPage, deskMessages } from './frame.tsx'

type Props = {
  readonly frame: DeskFrame
  readonly issue: ReportIssue
  /** Names of people. */
  readonly by: string
  readonly signedBy: string | undefined
  readonly withdrawnBy: string | undefined
  /** What is given out; undefined while it is being drawn. */
  readonly copy: FrozenFile | undefined
  /** As it is printed. */
  readonly code: string
  /** The draft or issue that is to take its place. */
  readonly correction: ReportId | undefined
  /** Figures that would read otherwise now; undefined where nobody has to know, or it can't be said. */
  readonly since: readonly FigureChange[] | undefined
  readonly limitBytes: number
  readonly may: {
    readonly issue: boolean
    readonly sign: boolean
    readonly correct: boolean
    readonly withdraw: boolean
  }
  readonly typed: { readonly reason: string; readonly confirm: string }
  readonly faults: FieldFaults
  readonly problem: Problem | undefined
}

export function IssuedPage(props: Props) {
  const { frame, copy, faults, problem, may } = props
  const m = deskMessages(frame.context)
  return (
    <DeskPage frame={frame} here="issue" title={m.issue.issuedTitle} problem={problem} faults={faults}>
      {!copy && (
        <div class="panel calm" role="status">
          <p>{m.issue.issuing}</p>
          <p>
            <a href={path.reportIssue(frame.id)}>{m.edit.reload}</a>
          </p>
          {may.issue && (
            <form method="post" action={path.reportIssue(frame.id)}>
              <button type="submit" class="minor">
                {m.issue.finish}
              </button>
            </form>
          )}
        </div>
      )}
      <Facts {...props} />
      <Since {...props} />
      {may.sign && <Sign {...props} />}
      {(may.correct || props.correction) && <Correct {...props} />}
      {may.withdraw && <Withdraw {...props} />}
    </DeskPage>
  )
}

function Facts({ frame, issue, by, signedBy, withdrawnBy, copy, code }: Props) {
  const { context, replaces, superseded } = frame
  const { language, timeZone } = context
  const m = deskMessages(context)
  const { signatory, signed, withdrawn } = issue
  const moment = (at: string) => formatMoment(at, language, timeZone)
  const named = (one: NonNullable<DeskFrame['replaces']>) => (
    <a href={path.reportIssue(one.id)}>{m.issuedAs(one.documentNumber, formatDay(one.date, language))}</a>
  )
  return (
    <section class="slip">
      <h2>{m.issue.facts}</h2>
      <dl>
        <dt>{m.issue.factNumber}</dt>
        <dd>{issue.documentNumber}</dd>
        <dt>{m.issue.factDate}</dt>
        <dd>{formatDay(issue.date, language)}</dd>
        <dt>{m.issue.factSigner}</dt>
        <dd>
          {[signatory.authority, signatory.post].filter((line) => line !== null).join(', ')}: {signatory.name}
        </dd>
        <dt>{m.issue.factBy}</dt>
        <dd>
          {by}, {moment(issue.at)}
        </dd>
        {replaces && (
          <>
            <dt>{m.issue.replaces}</dt>
            <dd>{named(replaces)}</dd>
          </>
        )}
        {superseded && (
          <>
            <dt>{m.issue.replacedBy}</dt>
            <dd>{named(superseded)}</dd>
          </>
        )}
        {withdrawn && (
          <>
            <dt>{m.standing.withdrawn}</dt>
            <dd>{m.issue.withdrawnBy(withdrawnBy ?? '', moment(withdrawn.at), withdrawn.reason)}</dd>
          </>
        )}
        {copy && (
          <>
            <dt>{m.issue.factSigned}</dt>
            <dd>{signed && signedBy ? m.issue.signedBy(signedBy, moment(signed.at)) : m.issue.notSigned}</dd>
            <dt>{m.issue.factHash}</dt>
            <dd>
              <code>{copy.sha256}</code>
            </dd>
            <dt>{m.issue.factCode}</dt>
            <dd>
              <code>{code}</code> <a href={path.verification(issue.code)}>{m.issue.verify}</a>
            </dd>
          </>
        )}
      </dl>
      {copy && (
        <p>
          <a class="main" href={path.reportPdf(frame.id)}>
            {m.issue.download}
          </a>
        </p>
      )}
    </section>
  )
}

/** As many lines as are read at a glance; the correction lists the others. */
const mostShown = 20

function Since({ frame, since }: Props) {
  const { context } = frame
  if (!since) return null
  const { edit, issue } = deskMessages(context)
  const m = issue.since
  if (since.length === 0) return <p class="meta">{m.none}</p>
  return (
    <section class="slip" aria-labelledby="since">
      <h2 id="since">{m.title(since.length)}</h2>
      <p>{m.lead}</p>
      <ul class="figures">
        {since.slice(0, mostShown).map(({ where, what, was, is }) => (
          <li key={`${where} ${what}`}>
            {[where, what].filter((text) => text !== '').join(': ')}:{' '}
            <b>{edit.figure(was ?? edit.none, is ?? edit.none)}</b>
          </li>
        ))}
      </ul>
      {since.length > mostShown && (
        <p class="meta">{issuingMessages[context.language].moreChanges(since.length - mostShown)}</p>
      )}
    </section>
  )
}

function Sign({ frame, limitBytes }: Props) {
  const m = deskMessages(frame.context).issue.signed
  return (
    <form class="slip" method="post" action={path.reportSignedCopy(frame.id)} enctype="multipart/form-data">
      <h2>{m.title}</h2>
      <p>{m.lead}</p>
      <FileLine
        context={frame.context}
        limitBytes={limitBytes}
        id="signed"
        label={m.file}
        hint={m.hint(Math.floor(limitBytes / 2 ** 20))}
        accept=".pdf,application/pdf"
      />
      <p class="send">
        <button type="submit" class="plain">
          {m.submit}
        </button>
      </p>
    </form>
  )
}

function Correct({ frame, correction }: Props) {
  const m = deskMessages(frame.context).issue.correct
  return (
    <form class="slip" method="post" action={path.reportCorrection(frame.id)}>
      <h2>{m.title}</h2>
      {correction ? (
        <p>
          {m.begun} <a href={path.reportEdit(correction)}>{m.open}</a>
        </p>
      ) : (
        <>
          <p>{m.lead}</p>
          <p class="send">
            <button type="submit" class="plain">
              {m.submit}
            </button>
          </p>
        </>
      )}
    </form>
  )
}

function Withdraw({ frame, issue, typed, faults }: Props) {
  const m = deskMessages(frame.context).issue.withdraw
  return (
    <details class="slip" open={faults.size > 0}>
      <summary>{m.title}</summary>
      <form method="post" action={path.reportWithdrawal(frame.id)} novalidate>
        <p>{m.lead}</p>
        <TextLine
          id="reason"
          label={m.reason}
          fault={faults.get('reason')}
          value={typed.reason}
          maxlength={longestReason}
          required
        />
        <TextLine
          id="confirm"
          label={m.confirm}
          hint={m.confirmHint(numberAndSymbol(issue))}
          fault={faults.get('confirm')}
          value={typed.confirm}
          required
        />
        <p class="send">
          <button type="submit" class="plain">
            {m.submit}
          </button>
        </p>
      </form>
    </details>
  )
}
