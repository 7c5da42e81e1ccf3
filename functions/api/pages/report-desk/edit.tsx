// Editing a draft: its sentences with what the office has made of them, and every change of them.

import type { PersonId } from '../../../../shared/ids.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { changedInSentence } from '../../../../shared/report/changes.ts'
import type { KeyedBlock, ReportDocument } from '../../../../shared/report/document.ts'
import {
  addParagraph,
  changeParagraph,
  type Edits,
  editSentence,
  keepEdit,
  longestEdit,
  mostEditing,
  type Placed,
  type Placing,
  placeEdits,
  sentencesOf,
  textOf,
  undoEdit,
} from '../../../../shared/report/edits.ts'
import { typedNumbers } from '../../../../shared/report/figure-runs.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { EditPage, type EditPageProps, type ShownSection } from '../../../../web/pages/report-desk/edit.tsx'
import type { ShownEdit, Tried } from '../../../../web/pages/report-desk/sentence.tsx'
import { generatedDocument, makeAgain, saveEdits, tryAgain } from '../../../issuing.ts'
import { progressOf } from '../../../report-progress.ts'
import { findTemplateVersion } from '../../../store/report-templates.ts'
import { editsOf, findReport, revisionOf } from '../../../store/reports.ts'
import { formFields } from '../../body.ts'
import type { SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { reportAddress } from '../../report-address.ts'
import { waitUntil } from '../../waiting.ts'
import { type FoundReport, frameOf, isSeen, mayHere, namesOf } from './found.ts'

export async function showEditing(call: SignedInCall): Promise<Response> {
  const found = await reportAddress(call)
  return found.ok ? editingPage(call, found.value) : refuse(call, found.problem)
}

async function editingPage(call: SignedInCall, found: FoundReport, why?: Problem, tried?: Tried): Promise<Response> {
  const { report } = found
  const read = await generatedDocument(call.deps, report)
  if (!read.ok) return refuse(call, read.problem)
  const document = read.value
  const frame = await frameOf(call, found)
  const madeBy =
    document &&
    (await findTemplateVersion(call.deps, report.organisationId, document.template.id, document.template.version))
  const draft = document && {
    ...(await draftOf(call, document, editsOf(report))),
    asOf: document.asOf,
    madeBy: madeBy && { id: madeBy.id, version: madeBy.version, name: madeBy.name },
  }
  const page: EditPageProps = {
    frame,
    draft,
    language: document?.language ?? frame.context.language,
    revision: revisionOf(report),
    mayEdit: report.issue === undefined && mayHere(call, found, 'report.make'),
    isFrozen: report.issue !== undefined,
    problem: why,
    tried,
  }
  return call.c.html(<EditPage {...page} />, why ? statusOf[why.code] : 200)
}

/** The report's parts, each with its sentences and what was written by hand there. */
async function draftOf(call: SignedInCall, document: ReportDocument, edits: Edits) {
  const placing = placeEdits(document, edits)
  const nameOf = await namesOf(
    call,
    [...edits.sentences, ...edits.own].map(({ by }) => by),
  )
  const sections: ShownSection[] = [{ heading: undefined, blocks: [], own: [] }]
  for (const block of document.blocks) {
    if (block.type === 'heading') {
      const own = edits.own.filter(({ under }) => under === block.key)
      sections.push({ heading: block, blocks: [], own: own.map((one) => ({ ...one, by: nameOf(one.by) })) })
    } else sections.at(-1)?.blocks.push(...shownBlocks(block, placing, nameOf))
  }
  return {
    sections,
    lost: [
      ...placing.lost.map(({ key, text, by, at }) => ({ kind: 'sentence' as const, key, text, by: nameOf(by), at })),
      ...placing.lostOwn.map(({ id, text, by, at }) => ({ kind: 'own' as const, key: id, text, by: nameOf(by), at })),
    ],
  }
}

function shownBlocks(block: KeyedBlock, { placed }: Placing, nameOf: (id: PersonId) => string): ShownSection['blocks'] {
  if (block.type === 'table' || block.type === 'chart') return [{ kind: block.type, caption: block.caption }]
  return sentencesOf({ blocks: [block] }).map(({ key, runs }) => {
    const found = placed.get(key)
    const edit = found && shownEdit(found, nameOf)
    return { kind: 'sentence', isItem: block.type === 'list', key, generated: textOf(runs), edit }
  })
}

function shownEdit({ edit, now, hasChanged }: Placed, nameOf: (id: PersonId) => string): ShownEdit {
  return {
    text: edit.text,
    by: nameOf(edit.by),
    at: edit.at,
    typed: typedNumbers(edit.text, edit.generated),
    changed: hasChanged ? { was: textOf(edit.generated), figures: changedInSentence(edit.generated, now) } : undefined,
  }
}

/** A change that a form asks for: what it makes of the edits, and where the page goes on. */
type Change = { readonly edits: Edits; readonly at: string; readonly details: string }

function changeOf(
  call: SignedInCall,
  document: ReportDocument,
  edits: Edits,
  fields: URLSearchParams,
): Result<Change, Problem> {
  const field = (name: string) => fields.get(name) ?? ''
  const by = { by: call.me.person.id, at: call.now }
  const [key, text] = [field('key'), field('text')]
  if (text.length > longestEdit) return fail(problem.editTooLong(longestEdit))
  const changes: Readonly<Record<string, () => Edits | undefined>> = {
    edit: () => editSentence(document, edits, { key, text }, by),
    undo: () => undoEdit(document, edits, key),
    keep: () => keepEdit(document, edits, key),
    add: () => addParagraph(document, edits, { under: key, text }, by),
    own: () => changeParagraph(edits, key, text, by),
    remove: () => changeParagraph(edits, key, '', by),
  }
  const next = changes[field('act')]?.()
  if (!next) return fail(problem.sentenceUnknown())
  if (JSON.stringify(next).length > mostEditing) return fail(problem.editTooLong(longestEdit))
  return ok({ edits: next, at: key, details: `${field('act')} ${key}` })
}

/** POST: a change of the draft, if it is still the one that was seen. */
export async function sendEdit(call: SignedInCall): Promise<Response> {
  const found = await reportAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { report, plan } = found.value
  const fields = await formFields(call.c)
  const tried = {
    act: fields.get('act') ?? '',
    key: fields.get('key') ?? '',
    text: (fields.get('text') ?? '').slice(0, longestEdit * 4),
  }
  if (report.issue) return editingPage(call, found.value, problem.reportIssued(), tried)
  if (!isSeen(fields, found.value)) return editingPage(call, found.value, problem.reportChanged(), tried)
  const read = await generatedDocument(call.deps, report)
  if (!read.ok) return refuse(call, read.problem)
  const document = read.value
  if (!document) return editingPage(call, found.value, problem.reportNotReady(), tried)
  const change = changeOf(call, document, editsOf(report), fields)
  if (!change.ok) return editingPage(call, found.value, change.problem, tried)
  if (!(await saveEdits(call.deps, found.value, document, change.value.edits))) return changedSince(call, tried)
  call.record({ unitId: plan.unitId, details: change.value.details })
  return call.c.redirect(path.reportEdit(report.id, change.value.at), 303)
}

/** The draft as it is now, with what was typed, for whoever came second. */
async function changedSince(call: SignedInCall, tried: Tried): Promise<Response> {
  const now = await reportAddress(call)
  return now.ok ? editingPage(call, now.value, problem.reportChanged(), tried) : refuse(call, now.problem)
}

/** POST: has a report tried again that failed, and waits a little for it. Whoever presses twice, or too late, sees how far it is. */
export async function tryReportAgain(call: SignedInCall): Promise<Response> {
  const found = await reportAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { report, plan } = found.value
  if (await tryAgain(call.deps, found.value)) {
    call.record({ unitId: plan.unitId, ...(report.failure ? { details: report.failure.code } : {}) })
    await waitUntil(call.deps, async () => {
      const now = await findReport(call.deps.table, report.organisationId, report.id)
      return now !== undefined && (await progressOf(call.deps, now.report)).step === 'ready'
    })
  } else call.changedNothing()
  return call.c.redirect(path.report(report.id), 303)
}

/** POST: has the draft made again from today's figures, and waits a little for it. */
export async function makeReportAgain(call: SignedInCall): Promise<Response> {
  const found = await reportAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { report, plan } = found.value
  const fields = await formFields(call.c)
  if (report.issue) return editingPage(call, found.value, problem.reportIssued())
  if (report.content === null) return editingPage(call, found.value, problem.reportNotReady())
  if (!isSeen(fields, found.value) || !(await makeAgain(call.deps, found.value)))
    return changedSince(call, { act: '', key: '', text: '' })
  call.record({ unitId: plan.unitId })
  await waitUntil(call.deps, async () => {
    const now = await findReport(call.deps.table, report.organisationId, report.id)
    return now?.report.content !== null
  })
  return call.c.redirect(path.reportEdit(report.id), 303)
}
