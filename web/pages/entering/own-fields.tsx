// Fields of the pages by which answers come in, beside the form's own questions: why, for whom, from which day.

import type { Child } from 'hono/jsx'
import { enteringMessages } from '../../../shared/messages/entering.ts'
import { pageMessages } from '../../../shared/messages/page.ts'
import type { EntryField } from '../../../shared/problems.ts'
import type { PageContext } from '../context.ts'

type FieldProps = {
  readonly context: PageContext
  /** Its id, and what the server calls it when it is missing. */
  readonly name: EntryField
  readonly label: string
  readonly hint?: string
  readonly isOptional?: boolean
  readonly isMissing: boolean
  readonly children: Child
}

/** What ties a field to its hint and its fault. */
export const described = (name: EntryField, isMissing: boolean) => ({
  id: name,
  name,
  'aria-describedby': [`${name}-hint`, ...(isMissing ? [`${name}-fault`] : [])].join(' '),
  'aria-invalid': isMissing ? ('true' as const) : undefined,
})

export function OwnField({ context, name, label, hint, isOptional, isMissing, children }: FieldProps) {
  const m = enteringMessages[context.language]
  return (
    <div class={isMissing ? 'q bad' : 'q'}>
      <label for={name}>
        {label}
        {isOptional && <small> {m.enter.optional}</small>}
      </label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {isMissing && <Missing context={context} name={name} />}
      {children}
    </div>
  )
}

export const Missing = ({ context, name }: Pick<FieldProps, 'context' | 'name'>) => (
  <p class="fault" id={`${name}-fault`}>
    <b>{pageMessages[context.language].error}</b> {enteringMessages[context.language].missing[name]}
  </p>
)

/** The fields that are missing, each with the way there: for the panel at the top. */
export const MissingLinks = ({
  context,
  fields,
}: {
  readonly context: PageContext
  readonly fields: readonly EntryField[]
}) => (
  <ul>
    {fields.map((name) => (
      <li key={name}>
        <a href={`#${name}`}>{enteringMessages[context.language].missing[name]}</a>
      </li>
    ))}
  </ul>
)

type Values = {
  readonly context: PageContext
  readonly fields: URLSearchParams
  readonly missing: readonly EntryField[]
}

export function ReasonField({ context, fields, missing }: Values) {
  const m = enteringMessages[context.language].correct
  const isMissing = missing.includes('reason')
  return (
    <OwnField context={context} name="reason" label={m.reason} hint={m.reasonHint} isMissing={isMissing}>
      <textarea {...described('reason', isMissing)} rows={3} maxlength={2_000} required>
        {fields.get('reason') ?? ''}
      </textarea>
    </OwnField>
  )
}

export function PaperFields({ context, fields, missing, isOver }: Values & { readonly isOver: boolean }) {
  const m = enteringMessages[context.language].enter
  const [noName, noDate] = [missing.includes('on-behalf-of'), missing.includes('paper-date')]
  return (
    <>
      <OwnField context={context} name="on-behalf-of" label={m.onBehalfOf} hint={m.onBehalfOfHint} isMissing={noName}>
        <input
          {...described('on-behalf-of', noName)}
          value={fields.get('on-behalf-of') ?? ''}
          maxlength={200}
          required
        />
      </OwnField>
      <OwnField
        context={context}
        name="paper-date"
        label={m.paperDate}
        hint={isOver ? m.paperDateClosed : m.paperDateOpen}
        isOptional={!isOver}
        isMissing={noDate}
      >
        <input
          {...described('paper-date', noDate)}
          type="date"
          class="number"
          value={fields.get('paper-date') ?? ''}
          required={isOver}
        />
      </OwnField>
    </>
  )
}
