// Comments on a draft, between all who may read it.

import { path } from '../../../../shared/paths.ts'
import { CommentsPage } from '../../../../web/pages/report-desk/comments.tsx'
import { deskMessages } from '../../../../web/pages/report-desk/frame.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import {
  addComment,
  listComments,
  longestComment,
  markComment,
  mostComments,
  type StoredComment,
} from '../../../store/report-comments.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { reportAddress } from '../../report-address.ts'
import { type FoundReport, frameOf, namesOf } from './found.ts'

const commentsOf = ({ deps }: SignedInCall, { report }: FoundReport): Promise<StoredComment[]> =>
  listComments(deps.table, report.organisationId, report.id)

async function commentsPage(
  call: SignedInCall,
  found: FoundReport,
  faults: FieldFaults = new Map(),
  typed = '',
): Promise<Response> {
  const comments = await commentsOf(call, found)
  const nameOf = await namesOf(
    call,
    comments.flatMap(({ comment: { by, done } }) => (done ? [by, done.by] : [by])),
  )
  const page = (
    <CommentsPage
      frame={await frameOf(call, found)}
      comments={comments.map(({ id, comment: { at, by, text, done } }) => ({
        ...{ id, at, text, by: nameOf(by) },
        done: done && { by: nameOf(done.by), at: done.at },
      }))}
      isOpen={found.report.issue === undefined}
      faults={faults}
      typed={typed}
    />
  )
  return call.c.html(page, faults.size > 0 ? 422 : 200)
}

export async function showComments(call: SignedInCall): Promise<Response> {
  const found = await reportAddress(call)
  return found.ok ? commentsPage(call, found.value) : refuse(call, found.problem)
}

/** POST: adds a comment, or marks one as done or as open again. */
export async function sendComment(call: SignedInCall): Promise<Response> {
  const found = await reportAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { report, plan } = found.value
  const fields = await formFields(call.c)
  const act = fields.get('act')
  const done = () => call.c.redirect(path.reportComments(report.id), 303)
  if (act === 'done' || act === 'open') {
    if (!(await mark(call, found.value, fields.get('comment') ?? '', act === 'done'))) call.changedNothing()
    return done()
  }
  const m = deskMessages(pageContext(call)).comments
  const text = (fields.get('text') ?? '').replaceAll('\r\n', '\n').trim()
  const count = (await commentsOf(call, found.value)).length
  const fault =
    text === ''
      ? m.empty
      : text.length > longestComment
        ? m.tooLong(longestComment)
        : report.issue
          ? m.closed
          : count >= mostComments
            ? m.tooMany(mostComments)
            : undefined
  if (fault) return commentsPage(call, found.value, new Map([['text', fault]]), text)
  const comment = { at: call.now, by: call.me.person.id, text }
  await addComment(call.deps.table, report.organisationId, report.id, comment, call.deps.randomToken().slice(0, 12))
  call.record({ unitId: plan.unitId })
  return done()
}

/** Marks a comment; false where it is marked so already, or isn't there. Of two who mark it, the last one is asked again. */
async function mark(call: SignedInCall, found: FoundReport, id: string, isDone: boolean): Promise<boolean> {
  const { table } = call.deps
  const { organisationId, id: report } = found.report
  const stored = (await commentsOf(call, found)).find((one) => one.id === id)
  if (!stored || (stored.comment.done !== undefined) === isDone) return false
  const done = isDone ? { by: call.me.person.id, at: call.now } : undefined
  if (await markComment(table, organisationId, report, stored, done)) return true
  return mark(call, found, id, isDone)
}
