// Verifying a copy of a report: the code to type, and what is known of the report that carries it.

import { largestUpload } from '../../shared/evidence/parts.ts'
import { formatDay } from '../../shared/messages/day.ts'
import { reportDeskMessages } from '../../shared/messages/report-desk.ts'
import type { Day } from '../../shared/organisation/day.ts'
import { path } from '../../shared/paths.ts'
import type { Problem } from '../../shared/problems.ts'
import type { ReportIssue } from '../../shared/report/issue.ts'
import type { VerifyCode } from '../../shared/report/verify-code.ts'
import { FileLine } from '../parts/file-line.tsx'
import { ProblemPanel } from '../parts/problem-panel.tsx'
import { TextLine } from '../parts/text-line.tsx'
import type { PageContext } from './context.ts'
import { Layout } from './layout.tsx'

const messages = ({ language }: PageContext) => reportDeskMessages[language].verify

type AskProps = {
  readonly context: PageContext
  readonly typed: string
  readonly problem: Problem | undefined
  /** What was asked for is no report's code. */
  readonly isUnknown: boolean
}

export function VerifyPage({ context, typed, problem, isUnknown }: AskProps) {
  const m = messages(context)
  return (
    <Layout context={context} title={m.title} faulty={problem !== undefined || isUnknown}>
      <h1>{m.title}</h1>
      {problem && <ProblemPanel context={context} problem={problem} />}
      {isUnknown && (
        <div class="panel" role="alert" tabindex={-1} autofocus>
          <h2>{m.unknown}</h2>
          <p>{m.unknownLead}</p>
        </div>
      )}
      <form class="slip" method="post" action={path.verify()} novalidate>
        <p>{m.lead}</p>
        <TextLine id="code" label={m.code} hint={m.codeHint} value={typed} maxlength={40} required />
        <p class="send">
          <button type="submit" class="main">
            {m.look}
          </button>
        </p>
      </form>
    </Layout>
  )
}

export type VerifiedReport = Pick<ReportIssue, 'body' | 'documentNumber' | 'date' | 'subject' | 'signatory'> & {
  /** Of what is given out: the signed copy, where `isSigned`. */
  readonly sha256: string
  readonly isSigned: boolean
  readonly state:
    | { readonly is: 'genuine' }
    | { readonly is: 'superseded'; readonly by: Pick<ReportIssue, 'documentNumber' | 'date'> }
    | { readonly is: 'withdrawn'; readonly on: Day }
}
export type Compared =
  | { readonly is: 'no-file' }
  | { readonly is: 'same' | 'unsigned' | 'other'; readonly sha256: string }

type Props = {
  readonly context: PageContext
  readonly code: VerifyCode
  readonly printed: string
  readonly shown: VerifiedReport
  /** What came of comparing a file; undefined where none was sent. */
  readonly compared: Compared | undefined
}

export function VerifiedPage({ context, code, printed, shown, compared }: Props) {
  const { language } = context
  const m = messages(context)
  const { body, documentNumber, date, subject, signatory, sha256, isSigned, state } = shown
  return (
    <Layout context={context} title={m.title} moreStyle={context.assetUrl('report-desk.css')}>
      <h1>{m.title}</h1>
      {compared && <Outcome context={context} compared={compared} />}
      <section class="slip">
        <p class={`verdict ${state.is}`}>
          <b>{m[state.is]}</b>
          <span>
            {state.is === 'genuine'
              ? m.genuineLead
              : state.is === 'superseded'
                ? m.supersededLead(state.by.documentNumber, formatDay(state.by.date, language))
                : m.withdrawnLead(formatDay(state.on, language))}
          </span>
        </p>
        <dl>
          <dt>{m.body}</dt>
          <dd>{[body.name, body.above].filter((line) => line !== '').join(', ')}</dd>
          <dt>{m.number}</dt>
          <dd>{documentNumber}</dd>
          <dt>{m.date}</dt>
          <dd>{formatDay(date, language)}</dd>
          <dt>{m.subject}</dt>
          <dd>{subject}</dd>
          <dt>{m.signer}</dt>
          <dd>
            {signatory.post}: {signatory.name}
          </dd>
          <dt>{m.code}</dt>
          <dd>
            <code>{printed}</code>
          </dd>
          <dt>{m.hash}</dt>
          <dd>
            <code>{sha256}</code>
          </dd>
        </dl>
        {isSigned && <p class="meta">{m.signedCopy}</p>}
      </section>
      <form class="slip" method="post" action={path.verification(code)} enctype="multipart/form-data">
        <h2>{m.compare}</h2>
        <FileLine
          context={context}
          limitBytes={largestUpload}
          id="file"
          label={m.file}
          hint={m.compareLead}
          accept=".pdf,application/pdf"
        />
        <p class="send">
          <button type="submit" class="plain">
            {m.submit}
          </button>
        </p>
      </form>
      <p class="meta">
        <a href={path.verify()}>{m.again}</a>
      </p>
    </Layout>
  )
}

function Outcome({ context, compared }: { readonly context: PageContext; readonly compared: Compared }) {
  const m = messages(context)
  if (compared.is === 'no-file')
    return (
      <div class="panel" role="alert" tabindex={-1} autofocus>
        <h2>{m.noFile}</h2>
      </div>
    )
  const { is, sha256 } = compared
  return (
    <div class={is === 'same' ? 'panel calm' : 'panel'} role="alert" tabindex={-1} autofocus>
      <h2>{m[is]}</h2>
      <p>{m[`${is}Lead`]}</p>
      <p class="meta">
        {m.hashOfFile}: <code>{sha256}</code>
      </p>
    </div>
  )
}
