// A change to the tree on a page of its own: what it does, the day from which it holds, what it asks; and, where a unit ends,
// what is about to be done, which is confirmed by the unit's code.

import { organisationEditMessages } from '../../../shared/messages/organisation-edit.ts'
import { path, type UnitEdit } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { type EditEntries, type FieldFault, Line, type Listed } from './edit-fields.tsx'
import { EntryFields } from './edit-forms.tsx'
import { type EventLine, EventList } from './event-list.tsx'
import { treeAssets } from './tree.tsx'

/** What somebody else changed since the page was opened, unit by unit. */
export type Meanwhile = { readonly unit: string; readonly events: readonly EventLine[] }

type Shared = {
  readonly context: PageContext
  readonly edit: UnitEdit
  readonly unit: Listed
  /** Names the tree that the entries are about. */
  readonly version: string
  readonly faults: readonly FieldFault[]
  readonly problem?: Problem | undefined
  readonly meanwhile?: readonly Meanwhile[]
}

export type EditPageProps = Shared & { readonly from: string; readonly entries: EditEntries }

export function EditPage(props: EditPageProps) {
  const { context, edit, unit, version, from, entries, faults } = props
  const m = organisationEditMessages[context.language]
  const title = m.titles[edit](unit.name)
  const ends = edit === 'merge' || edit === 'split' || edit === 'close'
  return (
    <Layout context={context} title={title} faulty={faults.length > 0} {...treeAssets(context)}>
      <h1>{title}</h1>
      <Wrong {...props} />
      <form class="slip" method="post" action={path.unitEdit(unit.id, edit)}>
        <p class="lead">{m.leads[edit]}</p>
        <input type="hidden" name="version" value={version} />
        <Line
          id="from"
          type="date"
          label={m.from}
          hint={m.fromHint}
          value={from}
          faults={faults}
          isRequired={!('isWhole' in entries)}
        />
        {'isWhole' in entries && (
          <label class="choice">
            <input type="checkbox" name="whole" value="yes" checked={entries.isWhole} />
            <span>
              {m.whole}
              <small>{m.wholeHint[entries.kind]}</small>
            </span>
          </label>
        )}
        <EntryFields context={context} unitName={unit.name} entries={entries} faults={faults} />
        <div class="send">
          <button type="submit" class="main" name="step" value={ends ? 'review' : 'apply'}>
            {ends ? m.review : m.doIt[edit]}
          </button>
          <a href={path.unit(unit.id)}>{m.cancel}</a>
        </div>
      </form>
    </Layout>
  )
}

/** What is wrong, or what changed meanwhile, at the top of the page. */
function Wrong({ context, faults, problem, meanwhile = [] }: Shared) {
  const m = organisationEditMessages[context.language]
  if (!problem) return null
  return (
    <ProblemPanel context={context} problem={problem}>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ field, text }) => (
            <li key={`${field} ${text}`}>
              <a href={`#${field}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      {meanwhile.length > 0 && (
        <section class="meanwhile">
          <h3>{m.meanwhile}</h3>
          {meanwhile.map(({ unit, events }) => (
            <div key={unit}>
              <p>
                <b>{unit}</b>
              </p>
              <EventList context={context} events={events} />
            </div>
          ))}
        </section>
      )}
    </ProblemPanel>
  )
}

export type ReviewPageProps = Shared & {
  readonly consequences: readonly string[]
  /** All that was entered, to come back with the confirmation or to be changed. */
  readonly carried: readonly (readonly [string, string])[]
  readonly confirmed: string
}

export function ReviewPage(props: ReviewPageProps) {
  const { context, edit, unit, faults, consequences, carried, confirmed, version } = props
  const m = organisationEditMessages[context.language]
  const title = m.titles[edit](unit.name)
  return (
    <Layout context={context} title={title} faulty={faults.length > 0} {...treeAssets(context)}>
      <h1>{title}</h1>
      <Wrong {...props} />
      <form class="slip" method="post" action={path.unitEdit(unit.id, edit)}>
        <h2>{m.reviewTitle}</h2>
        <ul class="consequences">
          {consequences.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <input type="hidden" name="version" value={version} />
        {carried.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Line
          id="confirm"
          label={m.confirm(unit.code)}
          hint={m.confirmHint}
          value={confirmed}
          faults={faults}
          maxlength={40}
        />
        <div class="send">
          <button type="submit" class="main" name="step" value="apply">
            {m.doIt[edit]}
          </button>
          <button type="submit" class="plain" name="step" value="edit" formnovalidate>
            {m.changeEntries}
          </button>
          <a href={path.unit(unit.id)}>{m.cancel}</a>
        </div>
      </form>
    </Layout>
  )
}
