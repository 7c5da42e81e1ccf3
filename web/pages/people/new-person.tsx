// Adding somebody.

import { peopleMessages } from '../../../shared/messages/people.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { FaultList, type FieldFaults } from '../../parts/fault-list.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { PersonFields, personForm, type TypedPerson } from './person-form.tsx'

export type NewPersonPageProps = {
  readonly context: PageContext
  /** The id that the person will have: sent twice, it adds one person. */
  readonly id: string
  readonly typed: TypedPerson
  readonly faults: FieldFaults
  readonly problem: Problem | undefined
}

export function NewPersonPage({ context, id, typed, faults, problem }: NewPersonPageProps) {
  const m = peopleMessages[context.language].form
  return (
    <Layout
      context={context}
      title={m.title}
      faulty={problem !== undefined}
      typedIn={personForm}
      moreStyle={[context.assetUrl('people.css'), context.assetUrl('unit-field.css')]}
      scripts={[context.assetUrl('unit-field.js')]}
    >
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          <FaultList faults={faults} />
        </ProblemPanel>
      )}
      <div class="slip">
        <h1>{m.title}</h1>
        <form id={personForm} method="post" action={path.people()} novalidate>
          <input type="hidden" name="id" value={id} />
          <PersonFields context={context} typed={typed} faults={faults} isWhole />
          <p class="send">
            <button type="submit" class="main">
              {m.create}
            </button>
            <a href={path.people()}>{m.back}</a>
          </p>
        </form>
      </div>
    </Layout>
  )
}
