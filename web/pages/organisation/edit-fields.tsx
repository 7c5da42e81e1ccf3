// The fields of changes to the tree: what was typed comes back, with what is wrong beside it.

import type { Child } from 'hono/jsx'
import type { UnitId } from '../../../shared/ids.ts'
import { organisationEditMessages } from '../../../shared/messages/organisation-edit.ts'
import type { UnitEntry } from '../../parts/unit-field.tsx'
import type { PageContext } from '../context.ts'

/** What is wrong with an entry: a whole sentence without its full stop. `field`: the id of its input. */
export type FieldFault = { readonly field: string; readonly text: string }

export type FactsEntry = {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly members: string
}
type PartEntry = Omit<FactsEntry, 'level'>
export type Listed = { readonly id: UnitId; readonly code: string; readonly name: string }

/** Which unit carries on after a merger. */
export const intos = ['new', 'this', 'other'] as const
type Into = (typeof intos)[number]

/** What was entered for each kind of change. `levels`: the words for levels that are in use. */
export type EditEntries =
  | {
      readonly kind: 'add' | 'change'
      readonly facts: FactsEntry
      readonly levels: readonly string[]
      readonly isWhole: boolean
    }
  | { readonly kind: 'move'; readonly parent: UnitEntry }
  | {
      readonly kind: 'merge'
      readonly siblings: readonly (Listed & { readonly isChosen: boolean })[]
      readonly lines: string
      readonly into: Into | undefined
      readonly successor: UnitEntry
      readonly facts: FactsEntry
      readonly levels: readonly string[]
    }
  | {
      readonly kind: 'split'
      readonly parts: readonly PartEntry[]
      /** What stands below, with the number of the part it goes to; empty where there is too much to choose. */
      readonly children: readonly (Listed & { readonly part: number })[]
      readonly childCount: number
    }
  | { readonly kind: 'close' }

type LineProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly faults: readonly FieldFault[]
  readonly type?: 'text' | 'date'
  readonly list?: string
  readonly inputmode?: 'numeric'
  readonly maxlength?: number
  readonly isRequired?: boolean
  readonly children?: Child
}

/** One line to type in, under its label; its name is its id. */
export function Line({
  id,
  label,
  hint,
  value,
  faults,
  type = 'text',
  isRequired = true,
  children,
  ...rest
}: LineProps) {
  const wrong = faults.filter(({ field }) => field === id)
  const described = [...(hint ? [`${id}-hint`] : []), ...(wrong.length > 0 ? [`${id}-fault`] : [])]
  return (
    <div class={wrong.length > 0 ? 'q bad' : 'q'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FaultTexts id={id} faults={wrong} />
      <input
        type={type}
        id={id}
        name={id}
        value={value}
        required={isRequired}
        aria-invalid={wrong.length > 0 ? 'true' : undefined}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        {...rest}
      />
      {children}
    </div>
  )
}

function FaultTexts({ id, faults }: { readonly id: string; readonly faults: readonly FieldFault[] }) {
  if (faults.length === 0) return null
  return (
    <div id={`${id}-fault`}>
      {faults.map(({ text }) => (
        <p key={text} class="fault">
          {text}.
        </p>
      ))}
    </div>
  )
}

type FactsProps = {
  readonly context: PageContext
  readonly facts: FactsEntry
  readonly levels: readonly string[]
  readonly faults: readonly FieldFault[]
  /** Where the whole block is needed only for one of the choices above it. */
  readonly isOptional?: boolean
}

export function FactsFields({ context, facts, levels, faults, isOptional = false }: FactsProps) {
  const m = organisationEditMessages[context.language]
  const shared = { faults, isRequired: !isOptional }
  return (
    <>
      <Line {...shared} id="code" label={m.code} hint={m.codeHint} value={facts.code} maxlength={40} />
      <Line {...shared} id="name" label={m.name} value={facts.name} maxlength={200} />
      <Line {...shared} id="level" label={m.level} hint={m.levelHint} value={facts.level} maxlength={40} list="levels">
        <datalist id="levels">
          {levels.map((level) => (
            <option key={level} value={level} />
          ))}
        </datalist>
      </Line>
      <Line
        id="members"
        label={m.members}
        hint={m.membersHint}
        value={facts.members}
        faults={faults}
        inputmode="numeric"
        maxlength={12}
        isRequired={false}
      />
    </>
  )
}

/** A group of fields under one legend, with what is wrong about all of them. */
export function Group({
  id,
  legend,
  hint,
  faults,
  children,
}: {
  readonly id: string
  readonly legend: string
  readonly hint?: string
  readonly faults: readonly FieldFault[]
  readonly children: Child
}) {
  const wrong = faults.filter(({ field }) => field === id)
  return (
    <fieldset class={wrong.length > 0 ? 'q bad' : 'q'} id={id} tabindex={-1}>
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      <FaultTexts id={id} faults={wrong} />
      {children}
    </fieldset>
  )
}
