// What each kind of change asks, besides the day from which it holds.

import { organisationEditMessages } from '../../../shared/messages/organisation-edit.ts'
import { UnitField } from '../../parts/unit-field.tsx'
import type { PageContext } from '../context.ts'
import { type EditEntries, FactsFields, type FieldFault, Group, intos, Line } from './edit-fields.tsx'

type Props<K extends EditEntries['kind']> = {
  readonly context: PageContext
  readonly unitName: string
  readonly entries: Extract<EditEntries, { readonly kind: K }>
  readonly faults: readonly FieldFault[]
}

export function EntryFields({
  entries,
  ...props
}: Omit<Props<'close'>, 'entries'> & { readonly entries: EditEntries }) {
  switch (entries.kind) {
    case 'add':
    case 'change':
      return <FactsFields {...props} facts={entries.facts} levels={entries.levels} />
    case 'move':
      return <MoveFields {...props} entries={entries} />
    case 'merge':
      return <MergeFields {...props} entries={entries} />
    case 'split':
      return <SplitFields {...props} entries={entries} />
    case 'close':
      return null
  }
}

function MoveFields({ context, entries, faults }: Props<'move'>) {
  const m = organisationEditMessages[context.language]
  return (
    <UnitField
      context={context}
      name="parent"
      label={m.parent}
      action="unit.manage"
      entry={entries.parent}
      isRequired
      fault={faults.find(({ field }) => field === 'parent')?.text}
    />
  )
}

function MergeFields({ context, unitName, entries, faults }: Props<'merge'>) {
  const m = organisationEditMessages[context.language]
  const { siblings, lines, into, successor, facts, levels } = entries
  return (
    <>
      <Group id="others" legend={m.others} faults={faults}>
        {siblings.length > 0 && (
          <details open={siblings.length <= 30 || siblings.some(({ isChosen }) => isChosen)}>
            <summary>{m.siblings}</summary>
            <div class="many">
              {siblings.map(({ id, code, name, isChosen }) => (
                <label key={id} class="choice">
                  <input type="checkbox" name="other" value={id} checked={isChosen} />
                  <span>
                    <code>{code}</code> {name}
                  </span>
                </label>
              ))}
            </div>
          </details>
        )}
        <div class="q">
          <label for="lines">{m.otherLines}</label>
          <p class="hint" id="lines-hint">
            {m.otherLinesHint}
          </p>
          <textarea id="lines" name="lines" rows={3} maxlength={4_000} aria-describedby="lines-hint">
            {lines}
          </textarea>
        </div>
      </Group>
      <Group id="into" legend={m.into} faults={faults}>
        {intos.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="into" value={one} checked={one === into} required />
            <span>{one === 'this' ? m.intos.this(unitName) : m.intos[one]}</span>
          </label>
        ))}
      </Group>
      <div class="when-new">
        <h2>{m.newUnit}</h2>
        <p class="hint">{m.newUnitHint}</p>
        <FactsFields context={context} facts={facts} levels={levels} faults={faults} isOptional />
      </div>
      <div class="when-other">
        <UnitField
          context={context}
          name="successor"
          label={m.intoOther}
          action="unit.manage"
          entry={successor}
          fault={faults.find(({ field }) => field === 'successor')?.text}
        />
      </div>
    </>
  )
}

function SplitFields({ context, entries, faults }: Props<'split'>) {
  const m = organisationEditMessages[context.language]
  const { parts, children, childCount } = entries
  return (
    <>
      <Group id="parts" legend={m.parts} hint={m.partsHint} faults={faults}>
        {parts.map(({ code, name, members }, index) => {
          const number = index + 1
          return (
            <fieldset key={number} class="part-of">
              <legend>{m.part(number)}</legend>
              <Line
                id={`code.${number}`}
                label={m.code}
                value={code}
                faults={faults}
                maxlength={40}
                isRequired={false}
              />
              <Line
                id={`name.${number}`}
                label={m.name}
                value={name}
                faults={faults}
                maxlength={200}
                isRequired={false}
              />
              <Line
                id={`members.${number}`}
                label={m.members}
                value={members}
                faults={faults}
                inputmode="numeric"
                maxlength={12}
                isRequired={false}
              />
            </fieldset>
          )
        })}
        {parts.length < 10 && (
          <p class="send">
            <button type="submit" class="plain" name="step" value="more" formnovalidate>
              {m.moreParts}
            </button>
          </p>
        )}
      </Group>
      {childCount > children.length && <p class="note">{m.tooManyChildren(childCount)}</p>}
      {children.length > 0 && (
        <Group id="children" legend={m.handOver} hint={m.handOverHint} faults={faults}>
          {children.map(({ id, code, name, part }) => (
            <div key={id} class="q hand-over">
              <label for={`child.${id}`}>
                <code>{code}</code> {name}
              </label>
              <select id={`child.${id}`} name={`child.${id}`}>
                {parts.map((one, index) => (
                  <option key={m.part(index + 1)} value={index + 1} selected={index + 1 === part}>
                    {one.name || m.part(index + 1)}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </Group>
      )}
    </>
  )
}
