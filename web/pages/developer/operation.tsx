// One address of the API: what it takes, what it answers, how it is called, and a form to try it.

import { developerMessages } from '../../../shared/messages/developer.ts'
import { path } from '../../../shared/paths.ts'
import type { PageContext } from '../context.ts'
import { Code, type DocumentedOperation, SendForm } from './docs.tsx'

type Props = { readonly context: PageContext; readonly operation: DocumentedOperation; readonly mayTry: boolean }

const messagesOf = ({ language }: PageContext) => developerMessages[language]

export function OperationPart({ context, operation, mayTry }: Props) {
  const { docs: m, scopes } = messagesOf(context)
  const { id, method, path: at, summary, says, scope, curl, trying, body } = operation
  return (
    <article class="part" id={id}>
      <h3>{summary}</h3>
      <p class="address">
        <b>{method}</b> <code>{at}</code>
      </p>
      {says && <p class="says">{says}</p>}
      <p class="meta">
        {m.scope}: <code>{scope}</code> ({scopes[scope]})
      </p>
      <details>
        <summary>
          {m.parameters}, {m.answers.toLowerCase()}, {m.example.toLowerCase()}
        </summary>
        <Parameters context={context} operation={operation} />
        <Body context={context} operation={operation} />
        <Answers context={context} operation={operation} />
        <h4>{m.curl}</h4>
        <Code text={curl} label={`${m.curl}: ${summary}`} />
      </details>
      {mayTry && trying && (
        <details>
          <summary>
            {m.tryIt}
            <span class="skip">: {summary}</span>
          </summary>
          {trying === 'reading' ? (
            <TryReading context={context} operation={operation} />
          ) : (
            <SendForm context={context} body={typeof body === 'object' ? body.example : ''} />
          )}
        </details>
      )}
    </article>
  )
}

type PartProps = Omit<Props, 'mayTry'>

function Parameters({ context, operation }: PartProps) {
  const m = messagesOf(context).docs
  if (operation.parameters.length === 0) return null
  return (
    <>
      <h4>{m.parameters}</h4>
      <dl class="parameters">
        {operation.parameters.map(({ name, place, says, isRequired, example }) => (
          <div key={`${place} ${name}`}>
            <dt>
              <code>{name}</code> <small>{isRequired ? `${place}, ${m.required}` : place}</small>
            </dt>
            <dd>
              {says}
              {example !== '' && (
                <>
                  {' '}
                  <code>{example}</code>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Body({ context, operation: { body, summary } }: PartProps) {
  const m = messagesOf(context).docs
  if (body === undefined) return null
  return (
    <>
      <h4>{m.body}</h4>
      {body === 'bytes' ? (
        <p>{m.bytes}</p>
      ) : (
        <>
          <p>
            {m.shape}: <SchemaLink name={body.schema} />
          </p>
          <Code text={body.example} label={`${m.body}: ${summary}`} />
        </>
      )}
    </>
  )
}

const SchemaLink = ({ name }: { readonly name: string }) => (
  <a href={`#schema-${name}`}>
    <code>{name}</code>
  </a>
)

function Answers({ context, operation: { answers, problems, summary } }: PartProps) {
  const m = messagesOf(context).docs
  return (
    <>
      <h4>{m.answers}</h4>
      {answers.map(({ status, says, schema, example }) => (
        <div key={status}>
          <p>
            <b>{status}</b> {says}
            {schema && (
              <>
                {': '}
                <SchemaLink name={schema} />
              </>
            )}
          </p>
          {example && <Code text={example} label={`${m.example} ${status}: ${summary}`} />}
        </div>
      ))}
      {problems.length > 0 && (
        <>
          <h4>{m.problems}</h4>
          <ul class="codes">
            {problems.map(({ code, status }) => (
              <li key={code}>
                {status} <code>{code}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Leads to the address itself: the browser shows what it answers. */
function TryReading({ context, operation }: PartProps) {
  const m = messagesOf(context).docs
  return (
    <form method="get" action={path.tryApi()} class="try">
      <p class="hint">{m.trySays}</p>
      <input type="hidden" name="operation" value={operation.id} />
      {operation.parameters.map(({ name, says, isRequired, example }) => (
        <div key={name} class="q">
          <label for={`${operation.id}-${name}`}>
            <code>{name}</code> <small>{says}</small>
          </label>
          <input
            type="text"
            id={`${operation.id}-${name}`}
            name={name}
            placeholder={example}
            required={isRequired}
            autocomplete="off"
            spellcheck={false}
          />
        </div>
      ))}
      <div class="make">
        <button type="submit">{m.send}</button>
      </div>
    </form>
  )
}
