// One person: details and roles to change, ways in to give and to take, and the way to removal.

import { formatMoment } from '../../../shared/messages/number.ts'
import { peopleMessages } from '../../../shared/messages/people.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { FaultList, type FieldFaults } from '../../parts/fault-list.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { PersonFields, personForm, type TypedPerson } from './person-form.tsx'
import { WaysIn, type WaysInProps } from './ways-in.tsx'

/** What is stored and what was typed, where somebody else changed the person meanwhile. */
export type Difference = { readonly what: string; readonly stored: string; readonly typed: string }

export type PersonPageProps = Omit<WaysInProps, 'context'> & {
  readonly context: PageContext
  readonly name: string
  /** ISO 8601, UTC. */
  readonly seenAt: string | undefined
  readonly invitedAt: string | undefined
  readonly version: number
  readonly typed: TypedPerson
  readonly faults: FieldFaults
  readonly problem: Problem | undefined
  readonly differences: readonly Difference[]
  /** What has just been done. */
  readonly done: 'saved' | 'added' | 'invited' | 'revoked' | undefined
  /** The change takes the own role of administrator away: that must be said. */
  readonly asksOwnAdmin: boolean
  /** Whether all of the person is looked after by who looks, or some roles only. */
  readonly isWhole: boolean
}

export function PersonPage(props: PersonPageProps) {
  const { context, name, done, problem, isWhole } = props
  const m = peopleMessages[context.language]
  const said =
    done &&
    { saved: m.person.saved, added: m.person.added, invited: m.person.invitedNow, revoked: m.person.revokedNow }[done]
  return (
    <Layout
      context={context}
      title={name}
      faulty={problem !== undefined}
      typedIn={personForm}
      moreStyle={[context.assetUrl('people.css'), context.assetUrl('unit-field.css')]}
      scripts={[context.assetUrl('unit-field.js')]}
    >
      {problem && <Trouble {...props} problem={problem} />}
      {said && (
        <div class="panel calm" role="status">
          <p>{said}</p>
        </div>
      )}
      <div class="slip">
        <h1>{name}</h1>
        <LastTimes {...props} />
        <EditForm {...props} />
      </div>
      {isWhole && <WaysIn {...props} />}
      {isWhole && (
        <section class="slip">
          <p>
            <a href={path.personRemoval(props.id)}>{m.person.remove}</a>
          </p>
          <p class="meta">{m.person.removeHint}</p>
        </section>
      )}
    </Layout>
  )
}

function LastTimes({ context, seenAt, invitedAt, typed }: PersonPageProps) {
  const m = peopleMessages[context.language].person
  const moment = (iso: string) => formatMoment(iso, context.language, context.timeZone)
  const seen = seenAt ? `${m.seen}: ${moment(seenAt)}` : m.neverSeen
  // Who has no address was never written to: what they were given is a slip.
  const invited = typed.email === '' ? m.slipMade : m.invited
  return <p class="meta">{[seen, ...(invitedAt ? [`${invited}: ${moment(invitedAt)}`] : [])].join(' · ')}</p>
}

function EditForm(props: PersonPageProps) {
  const { context, id, version, isWhole, asksOwnAdmin } = props
  const m = peopleMessages[context.language]
  return (
    <section aria-labelledby="edit">
      <h2 id="edit">{m.person.edit}</h2>
      {!isWhole && <p class="note">{m.form.keep}</p>}
      <form id={personForm} method="post" action={path.person(id)} novalidate>
        <input type="hidden" name="version" value={String(version)} />
        {asksOwnAdmin && (
          <div class="state" id="own-admin-told">
            <p>
              <b>{m.form.ownAdmin}</b>
            </p>
            <p>{m.form.ownAdminHint}</p>
            <label class="choice">
              <input type="checkbox" name="own-admin" value="understood" />
              <span>{m.form.ownAdminConfirm}</span>
            </label>
          </div>
        )}
        <PersonFields {...props} />
        <p class="send">
          <button type="submit" class="main">
            {m.form.save}
          </button>
          <a href={path.people()}>{m.form.back}</a>
        </p>
      </form>
    </section>
  )
}

function Trouble({ context, problem, faults, differences }: PersonPageProps & { readonly problem: Problem }) {
  const m = peopleMessages[context.language].form
  return (
    <ProblemPanel context={context} problem={problem}>
      {faults.size > 0 && <FaultList faults={faults} />}
      {differences.length > 0 && (
        <table class="differences">
          <caption>{m.differs}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{m.stored}</th>
              <th scope="col">{m.entered}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ what, stored, typed }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{stored || m.nothing}</td>
                <td>{typed || m.nothing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ProblemPanel>
  )
}
