// Importing the tree: what a file looks like, and what one would do, before it does it.

import { organisationImportMessages } from '../../../shared/messages/organisation-import.ts'
import { sendingMessages } from '../../../shared/messages/sending.ts'
import type { Plan } from '../../../shared/organisation/import-plan.ts'
import { type FileTop, type TopPlace, topPlaces } from '../../../shared/organisation/import-top.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { FileLine } from '../../parts/file-line.tsx'
import { type Issues, IssueTable } from '../../parts/issue-table.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { treeAssets } from './tree.tsx'
import { Outline, type OutlineUnit, type Picture, TreePicture } from './tree-picture.tsx'
import { type LevelCount, LevelTable } from './unit-list.tsx'

/** From when rows hold that don't say so: since ever, or a day. */
export type DefaultDay = { readonly isAlways: boolean; readonly day: string }

const assetsOf = (context: PageContext) => {
  const { moreStyle, scripts } = treeAssets(context)
  return {
    moreStyle: [...moreStyle, context.assetUrl('desk.css')],
    scripts: [...scripts, context.assetUrl('sending.js')],
  }
}

export type ImportPageProps = {
  readonly context: PageContext
  readonly limitBytes: number
  readonly defaultDay: DefaultDay
  readonly problem?: Problem
}

export function ImportPage({ context, limitBytes, defaultDay, problem }: ImportPageProps) {
  const m = organisationImportMessages[context.language]
  return (
    <Layout context={context} title={m.title} faulty={problem !== undefined} {...assetsOf(context)}>
      <h1>{m.title}</h1>
      {problem && <ProblemPanel context={context} problem={problem} />}
      <section class="slip">
        <p class="lead">{m.lead}</p>
        <ChooseFile context={context} limitBytes={limitBytes} defaultDay={defaultDay} />
      </section>
      <section class="slip">
        <h2>{m.columnsTitle}</h2>
        <p class="meta">{m.columnsHint}</p>
        <dl class="columns">
          {m.columns.map(([name, text]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={path.treeFile('xlsx')}>{m.example}</a>
        </p>
      </section>
    </Layout>
  )
}

function ChooseFile({ context, limitBytes, defaultDay }: Omit<ImportPageProps, 'problem'>) {
  const m = organisationImportMessages[context.language]
  return (
    <form
      class="upload"
      method="post"
      action={path.treeImportPreview()}
      enctype="multipart/form-data"
      data-working={sendingMessages[context.language].reading}
    >
      <FileLine
        context={context}
        limitBytes={limitBytes}
        id="file"
        label={m.file}
        hint={m.fileHint(Math.floor(limitBytes / 2 ** 20))}
        accept=".xlsx,.xlsm,.csv,.txt,text/csv"
      />
      <DayChoice context={context} defaultDay={defaultDay} />
      <p class="send">
        <button type="submit" class="main">
          {m.look}
        </button>
      </p>
    </form>
  )
}

function DayChoice({ context, defaultDay }: { readonly context: PageContext; readonly defaultDay: DefaultDay }) {
  const m = organisationImportMessages[context.language]
  const { isAlways, day } = defaultDay
  return (
    <fieldset class="q">
      <legend>{m.from}</legend>
      <label class="choice">
        <input type="radio" name="since" value="always" checked={isAlways} />
        <span>
          {m.fromAlways}
          <small>{m.fromAlwaysHint}</small>
        </span>
      </label>
      <div class="choice">
        <input type="radio" id="since-day" name="since" value="day" checked={!isAlways} />
        <label for="since-day">{m.fromDay}</label>
        <input type="date" name="from" value={day} aria-label={m.fromDay} />
      </div>
    </fieldset>
  )
}

export type ImportPreviewProps = {
  readonly context: PageContext
  readonly limitBytes: number
  readonly defaultDay: DefaultDay
  readonly fileName: string
  readonly problem?: Problem
  /** What is wrong with the file as a whole; nothing else is known of it then. */
  readonly unreadable?: string
  readonly seen?: SeenFile
}

export type SeenFile = {
  /** The cells, to travel to the next step. */
  readonly book: string
  readonly version: string
  readonly errors: Issues
  /** Rows that can be left out, so that the rest is sound. */
  readonly skippable: number
  readonly skipped: Issues | undefined
  readonly notes: readonly string[]
  readonly counts: Plan['counts']
  /** Undefined where the file has errors. */
  readonly after:
    | {
        readonly day: string
        readonly picture: Picture
        readonly levels: readonly LevelCount[]
        readonly outline: readonly OutlineUnit[]
        readonly more: number
      }
    | undefined
  readonly changes: boolean
  /** The top of the file, where it isn't in the tree, and what it is to it. */
  readonly fileTop: FileTop | undefined
  readonly place: TopPlace
}

export function ImportPreviewPage(props: ImportPreviewProps) {
  const { context, limitBytes, defaultDay, fileName, problem, unreadable, seen } = props
  const m = organisationImportMessages[context.language]
  const title = m.previewOf(fileName)
  const isFaulty = unreadable !== undefined || problem !== undefined || (seen?.errors.total ?? 0) > 0
  return (
    <Layout context={context} title={title} faulty={isFaulty} {...assetsOf(context)}>
      <h1>{title}</h1>
      {problem && <ProblemPanel context={context} problem={problem} />}
      {unreadable && (
        <div class="panel" role="alert" tabindex={-1} autofocus>
          <h2>{m.unreadable}</h2>
          <p>{unreadable}</p>
        </div>
      )}
      {seen && <Seen {...props} seen={seen} />}
      <section class="slip">
        <h2>{m.chooseAgain}</h2>
        <ChooseFile context={context} limitBytes={limitBytes} defaultDay={defaultDay} />
      </section>
    </Layout>
  )
}

type SeenProps = ImportPreviewProps & { readonly seen: SeenFile }

function Seen(props: SeenProps) {
  const { context, seen } = props
  const m = organisationImportMessages[context.language]
  const { errors, skipped, after, notes } = seen
  return (
    <>
      {errors.total > 0 ? <Errors {...props} /> : <Outcome {...props} />}
      {seen.fileTop && <TopChoice {...props} fileTop={seen.fileTop} />}
      {notes.length > 0 && (
        <section class="slip">
          <h2>{m.notes}</h2>
          <ul class="consequences">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      {skipped && skipped.total > 0 && (
        <section class="slip">
          <IssueTable context={context} caption={m.skipped(skipped.total)} {...skipped} />
        </section>
      )}
      {after && (
        <section class="slip">
          <h2>{m.picture(after.day)}</h2>
          <p class="meta">{m.pictureHint}</p>
          <section class="tree-scroll" aria-label={m.pictureRegion} tabindex={0}>
            <TreePicture context={context} picture={after.picture} />
          </section>
          <Outline context={context} units={after.outline} more={after.more} />
          <LevelTable context={context} levels={after.levels} />
        </section>
      )}
    </>
  )
}

/** What travels from one step to the next. */
function Carried({
  fileName,
  defaultDay,
  seen,
  skip,
  withTop = true,
}: SeenProps & { readonly skip: boolean; readonly withTop?: boolean }) {
  const { isAlways, day } = defaultDay
  const fields = {
    book: seen.book,
    fileName,
    version: seen.version,
    since: isAlways ? 'always' : 'day',
    from: day,
    ...(withTop ? { top: seen.place } : {}),
    ...(skip ? { skip: 'yes' } : {}),
  }
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** What the top of the file is: another answer shows the preview again. */
function TopChoice(props: SeenProps & { readonly fileTop: FileTop }) {
  const { context, seen, fileTop } = props
  const m = organisationImportMessages[context.language]
  return (
    <form
      class="slip"
      method="post"
      action={path.treeImportPreview()}
      enctype="multipart/form-data"
      data-working={sendingMessages[context.language].checking}
    >
      <Carried {...props} seen={seen} skip={(seen.skipped?.total ?? 0) > 0} withTop={false} />
      <fieldset>
        <legend>{m.fileTop(`${fileTop.name} (${fileTop.code})`)}</legend>
        {topPlaces.map((place) => (
          <label key={place} class="choice">
            <input type="radio" name="top" value={place} checked={place === seen.place} />
            <span>{m.fileTops[place](fileTop.topName)}</span>
          </label>
        ))}
      </fieldset>
      <p class="send">
        <button type="submit" class="plain">
          {m.lookAgain}
        </button>
      </p>
    </form>
  )
}

function Errors(props: SeenProps) {
  const { context, seen } = props
  const m = organisationImportMessages[context.language]
  return (
    <section class="panel" role="alert" tabindex={-1} autofocus>
      <h2>{m.faulty(seen.errors.total)}</h2>
      <p>{m.faultyHint}</p>
      <IssueTable context={context} caption={m.errors} {...seen.errors} />
      {seen.skippable > 0 && (
        <form
          class="make"
          method="post"
          action={path.treeImportPreview()}
          enctype="multipart/form-data"
          data-working={sendingMessages[context.language].checking}
        >
          <Carried {...props} skip />
          <button type="submit">{m.skip(seen.skippable)}</button>
        </form>
      )}
    </section>
  )
}

const outcomes = ['added', 'changed', 'moved', 'closed', 'unchanged', 'untouched'] as const

function Outcome(props: SeenProps) {
  const { context, seen } = props
  const m = organisationImportMessages[context.language]
  const { counts, changes, skipped } = seen
  const left = (skipped?.total ?? 0) > 0 ? m.nothingLeft : m.nothing
  return (
    <section class="slip">
      <h2>{m.comesTo}</h2>
      <p class="lead">{changes ? m.sound : left}</p>
      <ul class="outcomes">
        {outcomes
          .filter((outcome) => counts[outcome] > 0)
          .map((outcome) => (
            <li key={outcome} class={outcome}>
              {m.outcomes[outcome](counts[outcome])}
            </li>
          ))}
      </ul>
      {changes && (
        <form
          method="post"
          action={path.treeImport()}
          enctype="multipart/form-data"
          data-working={sendingMessages[context.language].storing}
        >
          <Carried {...props} skip={(skipped?.total ?? 0) > 0} />
          <p class="meta">{m.applyHint}</p>
          <div class="send">
            <button type="submit" class="main">
              {m.apply}
            </button>
            <a href={path.organisation()}>{m.cancel}</a>
          </div>
        </form>
      )}
    </section>
  )
}
