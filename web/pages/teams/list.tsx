// The teams in the reader's care.

import type { TeamId } from '../../../shared/ids.ts'
import { teamMessages } from '../../../shared/messages/teams.ts'
import { path } from '../../../shared/paths.ts'
import { unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type TeamLine = {
  readonly id: TeamId
  readonly name: string
  readonly unit: string
  readonly leader: string | undefined
  readonly people: number
}

export type TeamsPageProps = { readonly context: PageContext; readonly teams: readonly TeamLine[] }

export function TeamsPage({ context, teams }: TeamsPageProps) {
  const m = teamMessages[context.language]
  return (
    <Layout context={context} title={m.title}>
      <div class="slip">
        <h1>{m.title}</h1>
        <p class="meta">{m.lead}</p>
        {teams.length === 0 ? (
          <>
            <p class="lead">{m.none}</p>
            <p>{m.noneNext}</p>
          </>
        ) : (
          <ul class="rows">
            {teams.map((team) => (
              <li key={team.id}>
                <a href={path.team(team.id)}>
                  <b>{team.name}</b>
                  <small>
                    {[
                      unitName(team.unit),
                      m.people(team.people),
                      team.leader ? m.leader(team.leader) : m.noLeader,
                    ].join(' · ')}
                  </small>
                </a>
              </li>
            ))}
          </ul>
        )}
        <p class="send">
          <a class="main" href={path.teamNew()}>
            {m.add}
          </a>
        </p>
      </div>
    </Layout>
  )
}
