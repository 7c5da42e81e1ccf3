// A workbook as it was read: what is wrong with it, the form as it will look, and the way to publish it. Nothing is stored; the
// workbook's cells travel with the page.

import type { FormId } from '../../shared/ids.ts'
import { deskMessages } from '../../shared/messages/desk.ts'
import { path } from '../../shared/paths.ts'
import type { Problem } from '../../shared/problems.ts'
import { answersForm } from '../form/form-body.tsx'
import type { FormFiles } from '../form/form-script.tsx'
import { type Issues, IssueTable, Warnings } from '../parts/issue-table.tsx'
import { ProblemPanel } from '../parts/problem-panel.tsx'
import { type Tryout, TryoutPart, TryoutScript } from '../parts/tryout.tsx'
import { UploadForm } from '../parts/upload-form.tsx'
import type { PageContext } from './context.ts'
import { Layout } from './layout.tsx'

/** What publishing would do. */
export type Prospect =
  | { readonly kind: 'new'; readonly formId: FormId; readonly version: number; readonly versionName: string }
  | { readonly kind: 'same'; readonly formId: FormId; readonly version: number; readonly versionName: string }
  | { readonly kind: 'refused'; readonly problem: Problem }

export type FormPreviewPageProps = {
  readonly context: PageContext
  readonly files: FormFiles & { readonly deskStyle: string }
  readonly limitBytes: number
  readonly fileName: string
  /** Why the workbook can't be read. */
  readonly unreadable?: string
  /** Left out where it can't be read. */
  readonly seen?: {
    readonly title: string
    readonly languages: readonly string[]
    readonly questions: number
    /** Names of pictures that weren't given, and of files that are none. */
    readonly missingPictures: readonly string[]
    readonly unfitPictures: readonly string[]
    readonly errors: Issues
    readonly warnings: Issues
    /** The cells, as they travel along. */
    readonly book: string
  }
  readonly prospect?: Prospect
  readonly tryout?: Tryout
  /** Why publishing was refused. */
  readonly problem?: Problem
}

export function FormPreviewPage(props: FormPreviewPageProps) {
  const { context, files, seen, tryout, problem, fileName } = props
  const m = deskMessages[context.language]
  const title = seen?.title || fileName
  return (
    <Layout
      context={context}
      title={m.previewOf(title)}
      faulty={!seen || seen.errors.total > 0 || problem !== undefined}
      moreStyle={[path.asset(files.formStyle), path.asset(files.deskStyle)]}
      scripts={[context.assetUrl('sending.js')]}
      {...(seen ? { typedIn: answersForm } : {})}
    >
      {problem && <ProblemPanel context={context} problem={problem} />}
      {props.unreadable !== undefined && <Unreadable {...props} />}
      <h1>{m.previewOf(title)}</h1>
      {seen && <Seen {...props} seen={seen} />}
      {props.prospect && <Publish context={context} prospect={props.prospect} />}
      {seen && tryout && <TryoutPart context={context} tryout={tryout} book={seen.book} fileName={fileName} />}
      {seen && !tryout && <Carrier book={seen.book} fileName={fileName} />}
      <section class="slip">
        <h2>{m.importAnother}</h2>
        <UploadForm context={context} limitBytes={props.limitBytes} />
        <p>
          <a href={path.forms()}>{m.backToForms}</a>
        </p>
      </section>
      {tryout && <TryoutScript context={context} tryout={tryout} files={files} />}
    </Layout>
  )
}

function Unreadable({ context, unreadable }: FormPreviewPageProps) {
  return (
    <div class="panel" role="alert" tabindex={-1} autofocus>
      <h2>{deskMessages[context.language].unreadable}</h2>
      <p>{unreadable}</p>
    </div>
  )
}

function Seen({
  context,
  fileName,
  seen,
}: FormPreviewPageProps & { readonly seen: NonNullable<FormPreviewPageProps['seen']> }) {
  const m = deskMessages[context.language]
  const { errors, warnings } = seen
  const languages = seen.languages.filter((language) => language !== '')
  return (
    <section class="slip">
      <h2>{errors.total > 0 ? m.errorsFound(errors.total) : m.noErrors}</h2>
      <p class="meta">{m.nothingStored}</p>
      <dl>
        <dt>{m.file}</dt>
        <dd>{fileName}</dd>
        <dt>{m.languages}</dt>
        <dd>{languages.length > 0 ? languages.join(', ') : m.oneLanguage}</dd>
        <dt>{m.questions}</dt>
        <dd>{m.count(seen.questions)}</dd>
      </dl>
      {seen.missingPictures.length > 0 && <p>{m.missingPictures(listed(seen.missingPictures))}</p>}
      {seen.unfitPictures.length > 0 && <p>{m.unfitPictures(listed(seen.unfitPictures))}</p>}
      {errors.total > 0 && (
        <IssueTable context={context} caption={m.errors} lines={errors.lines} total={errors.total} />
      )}
      {warnings.total > 0 && <Warnings context={context} {...warnings} />}
    </section>
  )
}

const mostListed = 20
const listed = (names: readonly string[]): string =>
  `${names.slice(0, mostListed).join(', ')}${names.length > mostListed ? '…' : ''}`

function Publish({ context, prospect }: { readonly context: PageContext; readonly prospect: Prospect }) {
  const m = deskMessages[context.language]
  if (prospect.kind === 'refused') return <ProblemPanel context={context} problem={prospect.problem} quiet />
  const { formId, version, versionName } = prospect
  return (
    <section class="slip">
      <h2>{m.publish}</h2>
      {prospect.kind === 'same' ? (
        <p>
          {m.sameAs} <a href={path.formVersion(formId, version)}>{m.thisVersion(version, versionName)}</a>.
        </p>
      ) : (
        <>
          <p>
            {m.becomes(m.thisVersion(version, versionName))} <code>{formId}</code>. {m.immutable}
          </p>
          <p class="send">
            <button
              type="submit"
              class="main"
              form={answersForm}
              formaction={path.forms()}
              formnovalidate
              name="action"
              value="publish"
            >
              {m.publishNow}
            </button>
          </p>
        </>
      )}
    </section>
  )
}

/** Where there is no form to try, the cells still travel: the language switch needs them. */
function Carrier({ book, fileName }: { readonly book: string; readonly fileName: string }) {
  return (
    <form id={answersForm} method="post" action={path.formPreview()} enctype="multipart/form-data">
      <input type="hidden" name="book" value={book} />
      <input type="hidden" name="fileName" value={fileName} />
    </form>
  )
}
