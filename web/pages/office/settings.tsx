// The organisation's own details.

import { officeMessages } from '../../../shared/messages/office.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { FaultList, type FieldFaults } from '../../parts/fault-list.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { AreaField } from '../campaigns/fields.tsx'
import type { PageContext } from '../context.ts'
import { OrganisationFields, type TypedOrganisation } from '../entry/organisation-fields.tsx'
import { Layout } from '../layout.tsx'

/** `daysOff`: one a line (days-off.ts). */
export type TypedSettings = TypedOrganisation & { readonly daysOff: string }

export type SettingsPageProps = {
  readonly context: PageContext
  /** What is stored; shown where somebody else changed it meanwhile. */
  readonly stored: { readonly name: string; readonly timeZone: string }
  readonly version: number
  readonly typed: TypedSettings
  readonly faults: FieldFaults
  readonly problem: Problem | undefined
  readonly isSaved: boolean
}

export function SettingsPage({ context, stored, version, typed, faults, problem, isSaved }: SettingsPageProps) {
  const m = officeMessages[context.language].settings
  return (
    <Layout context={context} title={m.title} faulty={problem !== undefined} typedIn="settings">
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          {faults.size > 0 && <FaultList faults={faults} />}
          {problem.code === 'office.changed' && <p>{m.stored(stored.name, stored.timeZone)}</p>}
        </ProblemPanel>
      )}
      {isSaved && (
        <div class="panel calm" role="status">
          <p>{m.saved}</p>
        </div>
      )}
      <div class="slip">
        <h1>{m.title}</h1>
        <form id="settings" method="post" action={path.organisationSettings()} novalidate>
          <input type="hidden" name="version" value={String(version)} />
          <OrganisationFields context={context} typed={typed} faults={faults} />
          <AreaField
            entries={{ fields: new URLSearchParams({ daysOff: typed.daysOff }), faults }}
            name="daysOff"
            label={m.daysOff}
            hint={m.daysOffHint}
            rows={6}
          />
          <p class="send">
            <button type="submit" class="main">
              {m.save}
            </button>
            <a href={path.nextSteps()}>{m.back}</a>
          </p>
        </form>
      </div>
    </Layout>
  )
}
