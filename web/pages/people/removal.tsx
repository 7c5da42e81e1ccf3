// Removing a person: what it means, and the name to type.

import type { PersonId } from '../../../shared/ids.ts'
import { peopleMessages } from '../../../shared/messages/people.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { FaultList } from '../../parts/fault-list.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { TextLine } from '../../parts/text-line.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type RemovalPageProps = {
  readonly context: PageContext
  readonly id: PersonId
  readonly name: string
  readonly version: number
  readonly isSelf: boolean
  readonly typed: string
  /** The typed name is another. */
  readonly isMismatch: boolean
  readonly problem: Problem | undefined
}

export function RemovalPage({ context, id, name, version, isSelf, typed, isMismatch, problem }: RemovalPageProps) {
  const m = peopleMessages[context.language].removal
  const fault = isMismatch ? m.mismatch : undefined
  return (
    <Layout context={context} title={m.title(name)} faulty={problem !== undefined}>
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          {fault && <FaultList faults={new Map([['typed', fault]])} />}
        </ProblemPanel>
      )}
      <div class="slip">
        <h1>{m.title(name)}</h1>
        <p class="lead">{m.lead}</p>
        <p>{m.kept}</p>
        {isSelf && <p class="state">{m.self}</p>}
        <form method="post" action={path.personRemoval(id)} novalidate>
          <input type="hidden" name="version" value={String(version)} />
          <TextLine id="typed" label={m.type} hint={m.typeHint(name)} value={typed} fault={fault} required />
          <p class="send">
            <button type="submit" class="main">
              {m.remove}
            </button>
            <a href={path.person(id)}>{m.cancel}</a>
          </p>
        </form>
      </div>
    </Layout>
  )
}
