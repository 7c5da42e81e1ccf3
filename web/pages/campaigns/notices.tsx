// What stands at the top of a campaign's page after something was sent and not taken.

import type { Child } from 'hono/jsx'

type Props = { readonly title: string; readonly text: string; readonly children?: Child }

/** Takes the focus when the page loads, so that it is read out first. */
export const Notice = ({ title, text, children }: Props) => (
  <div class="panel" role="alert" tabindex={-1} autofocus>
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </div>
)

/** Links to the fields that are wrong. `names`: what each field is called. */
export const FaultLinks = (props: {
  readonly faults: ReadonlyMap<string, string>
  readonly names: Readonly<Record<string, string>>
}) => (
  <ul>
    {[...props.faults].map(([field, text]) => (
      <li key={field}>
        <a href={`#${field}`}>
          {props.names[field] ? `${props.names[field]}: ` : ''}
          {text}
        </a>
      </li>
    ))}
  </ul>
)

/** One field as it was when the page was opened, and as it is now. */
export type ChangedField = { readonly name: string; readonly was: string; readonly now: string }

export const ChangedFields = (props: {
  readonly changes: readonly ChangedField[]
  readonly words: { readonly changedFrom: string; readonly changedTo: string; readonly nothing: string }
}) => (
  <dl class="changed">
    {props.changes.map(({ name, was, now }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          {props.words.changedFrom} <del>{was || props.words.nothing}</del>
          <br />
          {props.words.changedTo} <ins>{now || props.words.nothing}</ins>
        </dd>
      </div>
    ))}
  </dl>
)
