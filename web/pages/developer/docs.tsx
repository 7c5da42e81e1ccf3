// The API for whoever writes a program: addresses by area, what each takes and answers, and a form to try it. All of it is
// the OpenAPI document, as a page.

import { developerMessages } from '../../../shared/messages/developer.ts'
import type { Scope } from '../../../shared/organisation/api-token.ts'
import { path } from '../../../shared/paths.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { OperationPart } from './operation.tsx'

export type DocumentedParameter = {
  readonly name: string
  readonly place: 'path' | 'query' | 'header'
  readonly says: string
  readonly isRequired: boolean
  /** '' where there is none. */
  readonly example: string
}
export type DocumentedOperation = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly says: string | undefined
  readonly scope: Scope
  readonly parameters: readonly DocumentedParameter[]
  readonly body: { readonly schema: string; readonly example: string } | 'bytes' | undefined
  readonly answers: readonly {
    readonly status: string
    readonly says: string
    readonly schema: string | undefined
    readonly example: string | undefined
  }[]
  readonly problems: readonly { readonly code: string; readonly status: number }[]
  readonly curl: string
  /** What can be tried from the page. */
  readonly trying: 'reading' | 'sending' | undefined
}
type DocumentedArea = {
  readonly id: string
  readonly title: string
  readonly operations: readonly DocumentedOperation[]
}
export type DocsPageProps = {
  readonly context: PageContext
  readonly publicUrl: string
  readonly areas: readonly DocumentedArea[]
  readonly schemas: readonly { readonly name: string; readonly json: string }[]
  readonly mayTry: boolean
}

export function DocsPage({ context, publicUrl, areas, schemas, mayTry }: DocsPageProps) {
  const m = developerMessages[context.language].docs
  return (
    <Layout context={context} title={m.title} moreStyle={context.assetUrl('developer.css')}>
      <h1>{m.title}</h1>
      <p class="lead">{m.lead}</p>
      <section class="slip">
        <h2>{m.howTo}</h2>
        <ol class="steps">
          {m.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Code
          text={`curl '${publicUrl}${path.api.campaigns()}' \\\n  -H 'Authorization: Bearer phieu_…'`}
          label={m.curl}
        />
        <p class="do">
          <a href={path.apiTokens()}>{m.tokens}</a>
        </p>
        <p class="do">
          <a href={path.api.openApi()}>{m.document}</a>
        </p>
        {!mayTry && (
          <p class="do">
            <a href={path.signIn(path.apiDocs())}>{m.signIn}</a>
          </p>
        )}
      </section>
      <Contents context={context} areas={areas} />
      {areas.map(({ id, title, operations }) => (
        <section key={id} class="slip" id={id}>
          <h2>{title}</h2>
          {operations.map((operation) => (
            <OperationPart key={operation.id} context={context} operation={operation} mayTry={mayTry} />
          ))}
        </section>
      ))}
      <section class="slip" id="schemas">
        <h2>{m.shapes}</h2>
        {schemas.map(({ name, json }) => (
          <details key={name} id={`schema-${name}`}>
            <summary>
              <code>{name}</code>
            </summary>
            <Code text={json} label={name} />
          </details>
        ))}
      </section>
    </Layout>
  )
}

function Contents({ context, areas }: Pick<DocsPageProps, 'context' | 'areas'>) {
  const m = developerMessages[context.language].docs
  return (
    <nav class="slip contents" aria-labelledby="contents">
      <h2 id="contents">{m.contents}</h2>
      <ul>
        {areas.map(({ id, title, operations }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
            <ul>
              {operations.map((operation) => (
                <li key={operation.id}>
                  <a href={`#${operation.id}`}>{operation.summary}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <a href="#schemas">{m.shapes}</a>
        </li>
      </ul>
    </nav>
  )
}

/** Scrolls by itself, also with the keyboard. */
export const Code = ({ text, label }: { text: string; label: string }) => (
  <section class="code" tabindex={0} aria-label={label}>
    <pre>
      <code>{text}</code>
    </pre>
  </section>
)

export type OutcomePageProps = {
  readonly context: PageContext
  readonly status: number
  /** JSON. */
  readonly answer: string
  readonly sent: string
}

/** What came of a response that was sent from the page; it can be changed and sent again. */
export function OutcomePage({ context, status, answer, sent }: OutcomePageProps) {
  const m = developerMessages[context.language].docs
  return (
    <Layout context={context} title={m.outcome} faulty={status >= 400} moreStyle={context.assetUrl('developer.css')}>
      <h1>
        {m.outcome} {status}
      </h1>
      <section class="slip">
        <Code text={answer} label={m.outcome} />
        <SendForm context={context} body={sent} />
        <p class="do">
          <a href={path.apiDocs()}>{m.back}</a>
        </p>
      </section>
    </Layout>
  )
}

export function SendForm({ context, body }: { readonly context: PageContext; readonly body: string }) {
  const m = developerMessages[context.language].docs
  return (
    <form method="post" action={path.tryApi()} class="try">
      <div class="q">
        <label for="body">{m.body}</label>
        <p class="hint" id="body-hint">
          {m.trySays} {m.trySending}
        </p>
        <textarea id="body" name="body" rows={12} spellcheck={false} aria-describedby="body-hint">
          {body}
        </textarea>
      </div>
      <div class="make">
        <button type="submit">{m.send}</button>
      </div>
    </form>
  )
}
