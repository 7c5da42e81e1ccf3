// Importing people: choosing the file, what is wrong with it or would come of it, and what came of it.

import { peopleImportMessages } from '../../../shared/messages/people-import.ts'
import { sendingMessages } from '../../../shared/messages/sending.ts'
import { type Role, roles } from '../../../shared/organisation/access.ts'
import { peopleColumns, type RowFault } from '../../../shared/organisation/people-table.ts'
import { path } from '../../../shared/paths.ts'
import { FileLine } from '../../parts/file-line.tsx'
import { unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type ImportPageProps = {
  readonly context: PageContext
  readonly limitBytes: number
  readonly mostPeople: number
  /** Why the file that was chosen is of no use. */
  readonly fault: string | undefined
}

export function ImportPage({ context, limitBytes, mostPeople, fault }: ImportPageProps) {
  const m = peopleImportMessages[context.language]
  return (
    <Layout
      context={context}
      title={m.title}
      faulty={fault !== undefined}
      moreStyle={[context.assetUrl('people.css'), context.assetUrl('desk.css')]}
      scripts={[context.assetUrl('sending.js')]}
    >
      {fault && (
        <div class="panel" role="alert" tabindex={-1} autofocus>
          <h2>{m.unreadable}</h2>
          <p>{fault}</p>
        </div>
      )}
      <div class="slip">
        <h1>{m.title}</h1>
        <p class="lead">{m.lead}</p>
        <Columns context={context} />
        <form
          class="upload"
          method="post"
          action={path.peopleImport()}
          enctype="multipart/form-data"
          data-working={sendingMessages[context.language].reading}
        >
          <FileLine
            context={context}
            limitBytes={limitBytes}
            id="file"
            label={m.file}
            hint={m.fileHint(Math.floor(limitBytes / 2 ** 20), mostPeople)}
            accept=".xlsx,.csv,text/csv"
          />
          <p class="send">
            <button type="submit" class="main">
              {m.look}
            </button>
            <a href={path.people()}>{m.toPeople}</a>
          </p>
        </form>
      </div>
    </Layout>
  )
}

function Columns({ context }: { readonly context: PageContext }) {
  const m = peopleImportMessages[context.language]
  const roleNames = roles.map((role) => messagesOf(context).roles[role]).join(', ')
  return (
    <table class="texts">
      <caption class="meta">{m.columnsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{m.column}</th>
          <th scope="col">{m.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {peopleColumns.map((column) => (
          <tr key={column}>
            <th scope="row">{m.columns[column]}</th>
            <td>
              {m.meanings[column]}
              {column === 'role' && `${roleNames}.`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export type ImportPreview = {
  readonly faults: readonly RowFault[]
  readonly moreFaults: number
  readonly ignored: readonly string[]
  readonly people: readonly {
    readonly row: number
    readonly name: string
    readonly contact: string
    readonly isNew: boolean
    readonly roles: readonly { readonly role: Role; readonly unit: string }[]
  }[]
  readonly morePeople: number
  readonly added: number
  readonly changed: number
  readonly same: number
  /** The rows as they travel with the page. */
  readonly rows: string
  /** Tells this import from every other: sent twice, it adds nobody twice. */
  readonly batch: string
}

export type ImportPreviewPageProps = {
  readonly context: PageContext
  readonly preview: ImportPreview
  /** It was to be imported, and something has changed since it was shown. */
  readonly isOutdated: boolean
}

export function ImportPreviewPage({ context, preview, isOutdated }: ImportPreviewPageProps) {
  const m = peopleImportMessages[context.language]
  const { faults, added, changed, same } = preview
  return (
    <Layout
      context={context}
      title={m.previewTitle}
      faulty={faults.length > 0}
      moreStyle={[context.assetUrl('people.css'), context.assetUrl('desk.css')]}
      scripts={[context.assetUrl('sending.js')]}
    >
      {isOutdated && (
        <div class="panel" role="alert" tabindex={-1} autofocus>
          <h2>{m.unreadable}</h2>
          <p>{m.outdated}</p>
        </div>
      )}
      <div class="slip">
        <h1>{m.previewTitle}</h1>
        <p class="lead">{m.found(added, changed, same)}</p>
        {preview.ignored.length > 0 && <p class="meta">{m.ignored(preview.ignored.join(', '))}</p>}
        {faults.length > 0 ? (
          <Faults context={context} preview={preview} />
        ) : (
          <Apply context={context} preview={preview} />
        )}
        <p class="send">
          <a href={path.peopleImport()}>{m.another}</a>
        </p>
      </div>
    </Layout>
  )
}

type PreviewProps = Pick<ImportPreviewPageProps, 'context' | 'preview'>

function Faults({ context, preview }: PreviewProps) {
  const m = peopleImportMessages[context.language]
  const { faults, moreFaults } = preview
  return (
    <section class="part" aria-labelledby="faults">
      <h2 id="faults">{m.faultsFound(faults.length + moreFaults)}</h2>
      <p>{m.faultsNext}</p>
      <table class="texts">
        <caption class="meta">{m.faultsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.row}</th>
            <th scope="col">{m.wrong}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ row, column, code, text }) => (
            <tr key={`${row} ${column} ${code}`}>
              <th scope="row">{row}</th>
              <td>{m.fault(column, code, text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {moreFaults > 0 && <p class="meta">{m.moreFaults(moreFaults)}</p>}
    </section>
  )
}

function Apply({ context, preview }: PreviewProps) {
  const m = peopleImportMessages[context.language]
  const { people, morePeople, rows, batch } = preview
  if (people.length === 0) return <p class="state">{m.nothingNew}</p>
  return (
    <>
      <table class="texts">
        <caption class="meta">{m.peopleCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.person}</th>
            <th scope="col">{m.roles}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.row}>
              <th scope="row">
                <b>{person.name}</b> <small>{m.what[person.isNew ? 'new' : 'changed']}</small>
                <small class="line">{person.contact}</small>
              </th>
              <td>
                {person.roles.map(({ role, unit }) => (
                  <span key={`${role} ${unit}`} class="role">
                    {messagesOf(context).roles[role]} <small>{unitName(unit)}</small>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {morePeople > 0 && <p class="meta">{m.morePeople(morePeople)}</p>}
      <form class="send" method="post" action={path.peopleImported()}>
        <input type="hidden" name="rows" value={rows} />
        <input type="hidden" name="batch" value={batch} />
        <button type="submit" class="main">
          {m.apply(people.length + morePeople)}
        </button>
      </form>
    </>
  )
}

export type NotImported = { readonly name: string; readonly why: 'person.email-taken' | 'other' }

export type ImportDonePageProps = {
  readonly context: PageContext
  readonly added: number
  readonly changed: number
  readonly notImported: readonly NotImported[]
}

export function ImportDonePage({ context, added, changed, notImported }: ImportDonePageProps) {
  const m = peopleImportMessages[context.language]
  return (
    <Layout context={context} title={m.doneTitle}>
      <div class="slip">
        <h1>{m.doneTitle}</h1>
        <p class="lead">{added + changed + notImported.length === 0 ? m.doneBefore : m.done(added, changed)}</p>
        {notImported.length > 0 && (
          <section>
            <h2>{m.failed}</h2>
            <ul>
              {notImported.map(({ name, why }) => (
                <li key={name}>
                  {name}: {m.failures[why]}
                </li>
              ))}
            </ul>
          </section>
        )}
        <p>{m.next}</p>
        <p class="send">
          <a class="main" href={path.people()}>
            {m.toPeople}
          </a>
        </p>
      </div>
    </Layout>
  )
}
