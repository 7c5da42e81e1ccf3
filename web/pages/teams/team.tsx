// One team: a new one, or one to change; and its removal.

import type { TeamId } from '../../../shared/ids.ts'
import { teamMessages } from '../../../shared/messages/teams.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { FaultList, type FieldFaults } from '../../parts/fault-list.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { TeamFields, type TypedTeam, teamForm } from './team-form.tsx'

export type TeamPageProps = {
  readonly context: PageContext
  readonly id: TeamId
  /** As it is stored; undefined for a new team. */
  readonly storedName: string | undefined
  /** 0 for a new team. */
  readonly version: number
  readonly typed: TypedTeam
  readonly faults: FieldFaults
  readonly problem: Problem | undefined
  readonly isSaved: boolean
}

export function TeamPage({ context, id, storedName, version, typed, faults, problem, isSaved }: TeamPageProps) {
  const m = teamMessages[context.language]
  const title = storedName ?? m.newTitle
  return (
    <Layout
      context={context}
      title={title}
      faulty={problem !== undefined}
      typedIn={teamForm}
      moreStyle={[context.assetUrl('people.css'), context.assetUrl('unit-field.css')]}
      scripts={[context.assetUrl('unit-field.js')]}
    >
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          {faults.size > 0 && <FaultList faults={faults} />}
        </ProblemPanel>
      )}
      {isSaved && (
        <div class="panel calm" role="status">
          <p>{m.saved}</p>
        </div>
      )}
      <div class="slip">
        <h1>{title}</h1>
        <form id={teamForm} method="post" action={storedName === undefined ? path.teams() : path.team(id)} novalidate>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={String(version)} />
          <TeamFields context={context} typed={typed} faults={faults} />
          <p class="send">
            <button type="submit" class="main">
              {storedName === undefined ? m.create : m.save}
            </button>
            <a href={path.teams()}>{m.back}</a>
            {storedName !== undefined && <a href={path.teamRemoval(id)}>{m.remove}</a>}
          </p>
        </form>
      </div>
    </Layout>
  )
}

export type TeamRemovalPageProps = {
  readonly context: PageContext
  readonly id: TeamId
  readonly name: string
  readonly version: number
  readonly problem: Problem | undefined
}

export function TeamRemovalPage({ context, id, name, version, problem }: TeamRemovalPageProps) {
  const m = teamMessages[context.language].removal
  return (
    <Layout context={context} title={m.title(name)} faulty={problem !== undefined}>
      {problem && <ProblemPanel context={context} problem={problem} />}
      <div class="slip">
        <h1>{m.title(name)}</h1>
        <p class="lead">{m.lead}</p>
        <form class="send" method="post" action={path.teamRemoval(id)}>
          <input type="hidden" name="version" value={String(version)} />
          <button type="submit" class="main">
            {m.remove}
          </button>
          <a href={path.team(id)}>{m.cancel}</a>
        </form>
      </div>
    </Layout>
  )
}
