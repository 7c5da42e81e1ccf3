// A field for one unit: its code or its name is typed, marks and capitals aside. Without a script the server says whether it
// knows the unit, and lets one choose where the text may mean several; with one it suggests units as one types.
//
// On a page:     <Layout moreStyle={context.assetUrl('unit-field.css')} scripts={[context.assetUrl('unit-field.js')]}>
//                <UnitField context={context} name="unit" label={m.unit} action="campaign.manage" entry={unit} />
//                at first with `entry={noUnit}`, or with `unitEntry(unit)` to begin with a unit that is known.
// In a handler:  const unit = readUnitField(call, fields, { name: 'unit', action: 'campaign.manage' })   (functions/api/unit-field.ts)
//                if (unit.unit) …the unit that is meant, one at which the person may do `action`
//                else …show the page again with `entry={unit}`: the field says what is wrong and offers what may be meant.
//                An empty field is no fault by itself: `unit.text === ''`; say `isRequired` where it is one.

import type { UnitId } from '../../shared/ids.ts'
import { unitFieldMessages } from '../../shared/messages/unit-field.ts'
import type { Action } from '../../shared/organisation/access.ts'
import { unitLabel } from '../../shared/organisation/search.ts'
import type { Unit } from '../../shared/organisation/unit.ts'
import { path } from '../../shared/paths.ts'
import type { PageContext } from '../pages/context.ts'

/** A unit to choose; `where`: what it stands under, "Đảng bộ Sông, Đảng ủy Khối". */
export type UnitChoice = Pick<Unit, 'id' | 'code' | 'name'> & { readonly where: string }

/** What was typed, and what it was taken for. */
export type UnitEntry = {
  readonly text: string
  /** The unit that is meant; undefined where none is, or none for certain. */
  readonly unit: Unit | undefined
  /** What the text may mean, to choose from; empty where the unit is found, or nothing is like it. */
  readonly choices: readonly UnitChoice[]
  readonly hasMore: boolean
  /** The field was sent: what is wrong with it is to be said. */
  readonly isSent: boolean
}

/** A field in which nothing was typed yet. */
export const noUnit: UnitEntry = { text: '', unit: undefined, choices: [], hasMore: false, isSent: false }

/** A field that begins with a unit. */
export const unitEntry = (unit: Unit): UnitEntry => ({ ...noUnit, text: unitLabel(unit), unit })

/** The names of a unit's fields: what is typed, what is chosen, and for which text the choice was offered. */
export const unitFieldNames = (name: string) => ({ text: name, choice: `${name}.id`, asked: `${name}.asked` })

type Props = {
  readonly context: PageContext
  readonly name: string
  readonly label: string
  /** What more there is to say below the label. */
  readonly hint?: string
  /** Units are suggested at which the person may do this. */
  readonly action: Action
  readonly entry: UnitEntry
  readonly isRequired?: boolean
  /** Another fault of the page's own about this unit: a whole sentence without its full stop. */
  readonly fault?: string | undefined
}

/** What is wrong with the entry by itself; undefined where nothing is. For the panel at the top of the page, too. */
export function unitFault({ language }: PageContext, entry: UnitEntry, isRequired = false): string | undefined {
  const m = unitFieldMessages[language]
  if (!entry.isSent || entry.unit) return undefined
  if (entry.text === '') return isRequired ? m.empty : undefined
  return entry.choices.length > 0 ? m.choose(entry.text) : m.none(entry.text)
}

/** The id of the input is the field's name: a link "#name" leads to it. */
export function UnitField({ context, name, label, hint, action, entry, isRequired = false, fault }: Props) {
  const m = unitFieldMessages[context.language]
  const names = unitFieldNames(name)
  const wrong = unitFault(context, entry, isRequired) ?? fault
  const described = [`${name}-hint`, ...(wrong ? [`${name}-fault`] : [])].join(' ')
  return (
    <div class={wrong ? 'q bad' : 'q'}>
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint && `${hint} `}
        {m.hint}
      </p>
      {wrong && (
        <p class="fault" id={`${name}-fault`}>
          {wrong}.
        </p>
      )}
      <div class="unit-field">
        <input
          type="text"
          id={name}
          name={names.text}
          value={entry.text}
          maxlength={250}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={described}
          aria-invalid={wrong ? 'true' : undefined}
          required={isRequired}
          data-units={path.api.units(action)}
          data-label={m.suggestions}
          data-found={JSON.stringify([m.found(0), m.found(1), m.found(2)])}
        />
      </div>
      {entry.choices.length > 0 && <Choices context={context} name={name} entry={entry} />}
    </div>
  )
}

function Choices({ context, name, entry }: Pick<Props, 'context' | 'name' | 'entry'>) {
  const m = unitFieldMessages[context.language]
  const names = unitFieldNames(name)
  return (
    <fieldset class="unit-choices">
      <legend>{m.candidates}</legend>
      {/* Another text makes the choice void. */}
      <input type="hidden" name={names.asked} value={entry.text} />
      {entry.choices.map(({ id, code, name: unitName, where }) => (
        <label key={id} class="choice">
          <input type="radio" name={names.choice} value={id satisfies UnitId} />
          <span>
            <code>{code}</code> {unitName}
            {where && <small>{where}</small>}
          </span>
        </label>
      ))}
      {entry.hasMore && <p class="hint">{m.more}</p>}
    </fieldset>
  )
}
