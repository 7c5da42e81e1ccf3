// The preview: reads a workbook, or the cells of one that travel with the page, and shows the form. Stores nothing.

import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { largestUpload } from '../../../shared/evidence/parts.ts'
import { fileNameFrom, formatReference, Sha256 } from '../../../shared/evidence/reference.ts'
import { answersOf } from '../../../shared/form/answers.ts'
import { checkAnswers, mostFaults } from '../../../shared/form/check.ts'
import { formIdFor, versionNameOf } from '../../../shared/form/family.ts'
import type { FormVersion } from '../../../shared/form/form.ts'
import { asId, FormId, ResponseId } from '../../../shared/ids.ts'
import { Language } from '../../../shared/language.ts'
import { describeFileProblem } from '../../../shared/messages/xlsform-file.ts'
import { usernameOf } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Imported } from '../../../shared/xlsform/import.ts'
import { fieldName, placeOfFile } from '../../../web/form/field-names.ts'
import { FormPreviewPage, type Prospect } from '../../../web/pages/form-preview.tsx'
import { devices, type Tryout } from '../../../web/parts/tryout.tsx'
import { draftSettings, programFor } from '../../form-engine.ts'
import { openPatternsFor } from '../../patterns.ts'
import { type FormContent, findFamily, heldAgainst } from '../../store/form-library.ts'
import { packForm } from '../../store/forms.ts'
import { raisedBy } from '../../submit/check-submission.ts'
import { packBook, unpackBook } from '../../workbook/carry-book.ts'
import { type PictureFile, picturesBeside } from '../../workbook/form-pictures.ts'
import { type FormBook, importBook, importForm } from '../../workbook/import-form.ts'
import type { WorkbookProblem } from '../../workbook/problems.ts'
import { type FormParts, formParts } from '../body.ts'
import { pageContext, type SignedInCall, timeZoneOf } from '../call.ts'
import { type Circumstances, enterForm, onPage, screenOf, withFaults } from '../form-screen.ts'
import { issuesOf } from '../issue-lines.ts'
import { refuse, statusOf } from '../problem-response.tsx'
import { rememberLanguage } from './home.tsx'

/** What was sent to be looked at. */
export type Preview = {
  readonly fileName: string
  readonly fields: URLSearchParams
  /** The workbook as it was read, or why it can't be. */
  readonly read: Result<{ readonly book: FormBook; readonly imported: Imported }, WorkbookProblem>
  readonly formId: FormId | undefined
}

/** Reads the workbook that was sent, as files or as the cells that travel along. */
export async function readPreview(call: SignedInCall): Promise<Result<Preview, Problem>> {
  const parts = await formParts(call.c)
  if (!parts.ok) return parts
  const { fields } = parts.value
  const opened = fields.has('book') ? openCarried(fields) : await openUpload(parts.value)
  if (!opened.ok) return opened
  keepNames(fields, parts.value)
  const { read, fileName } = opened.value
  const form = read.ok ? read.value.imported.form : undefined
  return ok({ fileName, fields, read, formId: form && formIdFor(form, fileName) })
}

type Opened = Pick<Preview, 'fileName' | 'read'>

async function openUpload({ files }: FormParts): Promise<Result<Opened, Problem>> {
  const workbook = files.find(({ name }) => name === 'workbook')?.file
  if (!workbook || workbook.size === 0) return fail(problem.uploadWrong())
  const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())
  const beside = new Map<string, Uint8Array>()
  for (const { name, file } of files) if (name === 'files') beside.set(file.name, await bytesOf(file))
  const imported = importForm(await bytesOf(workbook), (name) => beside.get(name))
  const read = imported.ok ? ok({ book: imported.value.book, imported: imported.value }) : imported
  return ok({ fileName: fileNameFrom(workbook.name), read })
}

function openCarried(fields: URLSearchParams): Result<Opened, Problem> {
  const book = unpackBook(fields.get('book') ?? '')
  if (!book) return fail(problem.uploadWrong())
  return ok({ fileName: fileNameFrom(fields.get('fileName') ?? ''), read: ok({ book, imported: importBook(book) }) })
}

/** A file that was chosen for a try is named in its answer, and not kept. */
function keepNames(fields: URLSearchParams, { files }: FormParts): void {
  for (const { name, file } of files) {
    const place = placeOfFile(name)
    if (place === undefined || file.size === 0) continue
    const sha256 = createHash('sha256').update(`${file.name} ${file.size}`).digest('hex')
    fields.set(fieldName(place), formatReference({ sha256: asId(Sha256, sha256), name: fileNameFrom(file.name) }))
  }
}

/** What publishing the form would do, as things stand. */
async function prospectOf(call: SignedInCall, content: FormContent, formId: FormId | undefined): Promise<Prospect> {
  if (!formId) return { kind: 'refused', problem: problem.formIdMissing() }
  const family = await findFamily(call.deps.table, call.me.organisationId, formId)
  const version = (family?.versions.at(-1)?.version ?? 0) + 1
  const held = heldAgainst(family, content)
  if (held?.ok) return { kind: 'same', formId, version: held.value.version, versionName: held.value.name }
  if (held) return { kind: 'refused', problem: held.problem }
  if (!packForm({ formId, version, ...content })) return { kind: 'refused', problem: problem.formTooLarge() }
  return { kind: 'new', formId, version, versionName: versionNameOf(content.form) }
}

const StartedAt = v.pipe(v.string(), v.isoTimestamp())

/** Pictures stand in the page itself, because nothing is stored: of larger ones only the first, in bytes together. */
const mostPictured = 500_000

function pictureUrls(pictures: readonly PictureFile[]): Map<string, string> {
  let left = mostPictured
  return new Map(
    pictures.flatMap(({ name, mediaType, bytes }): [string, string][] => {
      left -= bytes.length
      return left < 0 ? [] : [[name, `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`]]
    }),
  )
}

function circumstances(
  call: SignedInCall,
  version: FormVersion,
  fields: URLSearchParams,
  pictures: readonly PictureFile[],
): Circumstances {
  const urls = pictureUrls(pictures)
  const id = v.safeParse(ResponseId, fields.get('id'))
  const startedAt = v.safeParse(StartedAt, fields.get('startedAt'))
  const wanted = fields.get('otherLanguage') ?? undefined
  return {
    version,
    ui: call.language,
    formLanguage: version.form.languages.find((language) => language === wanted),
    responseId: id.success ? id.output : call.deps.newResponseId(),
    startedAt: startedAt.success ? startedAt.output : call.now,
    timeZone: timeZoneOf(call),
    username: usernameOf(call.me.person),
    mediaUrl: (name) => urls.get(name),
  }
}

/** The form to be tried, with what was typed so far; `problem` where its expressions take too long over that. */
function tryoutOf(
  call: SignedInCall,
  version: FormVersion,
  fields: URLSearchParams,
  pictures: readonly PictureFile[],
): Tryout | Problem {
  const about = circumstances(call, version, fields, pictures)
  const device = devices.find((one) => one === fields.get('device')) ?? 'phone'
  // What came as a file, or from the page of a version, hasn't been filled in yet.
  if (!fields.has('id')) return { screen: onPage(screenOf(about), undefined), device }
  const { screen, wantsToSend } = enterForm(about, fields)
  if (!wantsToSend) return { screen, device }
  const { responseId: id, startedAt, timeZone } = about
  const settings = draftSettings({ id, startedAt, timeZone, locale: 'vi', username: usernameOf(call.me.person) })
  const checked = checkAnswers(programFor(version, '').program, answersOf(screen.draft), settings)
  if (checked.problems.some(({ code }) => code === 'expression.budget-spent')) return problem.formTooComplex()
  if (checked.faults.length > 0) return { screen: withFaults(screen, checked.faults.slice(0, mostFaults)), device }
  const { findings, score, name } = raisedBy(version, checked)
  return { screen, device, outcome: { answers: checked.answers, findings, score, name } }
}

/** The page of a preview; `why` is what publishing it was refused for. */
export async function previewPage(call: SignedInCall, preview: Preview, why?: Problem): Promise<Response> {
  const { fileName, fields, read, formId } = preview
  const { assets } = call.deps
  const shared = {
    context: { ...pageContext(call), here: path.formPreview() },
    files: assets,
    limitBytes: largestUpload,
    fileName,
    ...(why ? { problem: why } : {}),
  }
  if (!read.ok)
    return call.c.html(
      <FormPreviewPage {...shared} unreadable={describeFileProblem(read.problem, call.language)} />,
      422,
    )
  const { book, imported } = read.value
  const carried = packBook(book)
  if (carried.length > largestUpload) return refuse(call, problem.formTooLarge())
  const { found, missing, unfit } = picturesBeside(imported.seen, book.files)
  const seen = {
    ...imported.seen,
    missingPictures: missing,
    unfitPictures: unfit,
    errors: issuesOf('error', imported.errors, book, call.language),
    warnings: issuesOf('warning', imported.warnings, book, call.language),
    book: carried,
  }
  const { form } = imported
  const status = why ? statusOf[why.code] : 200
  if (!form) return call.c.html(<FormPreviewPage {...shared} seen={seen} />, status)
  if (why) fields.set('action', 'refresh')
  const pictures = found.map(({ bytes, ...picture }) => picture)
  const prospect = await prospectOf(call, { form, ...(pictures.length > 0 ? { pictures } : {}) }, formId)
  const version = { formId: formId ?? asId(FormId, 'form'), version: 1, form }
  await openPatternsFor(version)
  const tryout = tryoutOf(call, version, fields, found)
  if ('code' in tryout)
    return call.c.html(<FormPreviewPage {...shared} seen={seen} prospect={prospect} problem={tryout} />, 422)
  return call.c.html(<FormPreviewPage {...shared} seen={seen} prospect={prospect} tryout={tryout} />, status)
}

/** POST: looks at a workbook, or goes on with a try. */
export async function showPreview(call: SignedInCall): Promise<Response> {
  const preview = await readPreview(call)
  if (!preview.ok) return refuse(call, preview.problem, { link: { kind: 'forms', href: path.forms() } })
  const { fields } = preview.value
  const language = v.safeParse(Language, fields.get('language'))
  if (!language.success) return previewPage(call, preview.value)
  rememberLanguage(call, language.output)
  fields.set('action', 'refresh')
  fields.delete('otherLanguage')
  return previewPage({ ...call, language: language.output }, preview.value)
}

/** GET: there is nothing to look at before a workbook was chosen; reloading and signing in lead here. */
export const leavePreview = ({ c }: SignedInCall): Response => c.redirect(path.forms(), 302)
