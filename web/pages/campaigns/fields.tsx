// Fields of the campaign pages: label, hint, what was typed, and what is wrong with it.

import type { Child } from 'hono/jsx'

/** A form as it is shown: what stands in its fields, and by field what is wrong there. */
export type Entries = {
  readonly fields: URLSearchParams
  readonly faults: ReadonlyMap<string, string>
}

type FieldProps = {
  readonly entries: Entries
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** "(optional)" beside the label. */
  readonly optional?: string
}

const hintId = (name: string) => `${name}-hint`
const faultId = (name: string) => `${name}-fault`

/** Ties a field to its hint and its fault. Its id is its name: a link "#name" leads to it. */
function described({ entries, name, hint }: FieldProps) {
  const isFaulty = entries.faults.has(name)
  const by = [hint && hintId(name), isFaulty && faultId(name)].filter(Boolean).join(' ')
  return {
    id: name,
    name,
    'aria-describedby': by || undefined,
    'aria-invalid': isFaulty ? ('true' as const) : undefined,
  }
}

const typedIn = ({ entries, name }: FieldProps) => entries.fields.get(name) ?? ''

/** The frame of one field that has a single control. */
function Field(props: FieldProps & { readonly children: Child }) {
  const { entries, name, label, hint, optional, children } = props
  const fault = entries.faults.get(name)
  return (
    <div class={fault ? 'q bad' : 'q'}>
      <label for={name}>
        {label} {optional && <small>{optional}</small>}
      </label>
      {hint && (
        <p class="hint" id={hintId(name)}>
          {hint}
        </p>
      )}
      <Fault name={name} text={fault} />
      {children}
    </div>
  )
}

export const Fault = ({ name, text }: { readonly name: string; readonly text: string | undefined }) =>
  text ? (
    <p class="fault" id={faultId(name)}>
      {text}
    </p>
  ) : null

type TextProps = FieldProps & {
  readonly maxlength?: number
  readonly type?: 'text' | 'date'
  readonly lang?: string
}

export const TextField = ({ maxlength, type = 'text', lang, ...props }: TextProps) => (
  <Field {...props}>
    <input
      {...described(props)}
      type={type}
      value={typedIn(props)}
      maxlength={maxlength}
      lang={lang}
      autocomplete="off"
    />
  </Field>
)

export const NumberField = (props: FieldProps) => (
  <Field {...props}>
    <input {...described(props)} class="number" value={typedIn(props)} inputmode="numeric" autocomplete="off" />
  </Field>
)

type AreaProps = FieldProps & { readonly rows: number; readonly maxlength?: number; readonly lang?: string }

export const AreaField = ({ rows, maxlength, lang, ...props }: AreaProps) => (
  <Field {...props}>
    <textarea {...described(props)} rows={rows} maxlength={maxlength} lang={lang}>
      {typedIn(props)}
    </textarea>
  </Field>
)

export type Option = { readonly value: string; readonly label: string }
type Group = { readonly group: string; readonly options: readonly Option[] }

type SelectProps = FieldProps & {
  readonly options: readonly (Option | Group)[]
  /** What stands first, for nothing chosen. */
  readonly empty?: string
}

export function SelectField({ options, empty, ...props }: SelectProps) {
  const chosen = typedIn(props)
  const one = ({ value, label }: Option) => (
    <option key={value} value={value} selected={value === chosen}>
      {label}
    </option>
  )
  return (
    <Field {...props}>
      <select {...described(props)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) =>
          'group' in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map(one)}
            </optgroup>
          ) : (
            one(option)
          ),
        )}
      </select>
    </Field>
  )
}

type ChoiceOption = Option & {
  readonly note?: string | undefined
  /** Shown below the words, whether it is chosen or not. */
  readonly picture?: Child
  /** Fields that belong to this choice, right below it. */
  readonly inside?: Child
}
type ChoicesProps = FieldProps & { readonly options: readonly ChoiceOption[]; readonly many?: boolean }

/** Radio buttons, or with `many` boxes to tick, under one legend. */
export function Choices({ options, many = false, ...props }: ChoicesProps) {
  const { entries, name, label, hint, optional } = props
  const chosen = new Set(entries.fields.getAll(name))
  const fault = entries.faults.get(name)
  const { 'aria-describedby': by } = described(props)
  return (
    <fieldset class={fault ? 'q bad' : 'q'} id={name} tabindex={fault ? -1 : undefined} aria-describedby={by}>
      <legend>
        {label} {optional && <small>{optional}</small>}
      </legend>
      {hint && (
        <p class="hint" id={hintId(name)}>
          {hint}
        </p>
      )}
      <Fault name={name} text={fault} />
      {options.map(({ value, label: text, note, picture, inside }) => (
        <div key={value}>
          <label class="choice">
            <input type={many ? 'checkbox' : 'radio'} name={name} value={value} checked={chosen.has(value)} />
            <span>
              {text}
              {note && <small class="note-line">{note}</small>}
              {picture}
            </span>
          </label>
          {inside && <div class="inside">{inside}</div>}
        </div>
      ))}
    </fieldset>
  )
}
