// Founding the organisation of an installation that holds nothing yet.

import { officeMessages } from '../../../shared/messages/office.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { FaultList, type FieldFaults } from '../../parts/fault-list.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { TextLine } from '../../parts/text-line.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { OrganisationFields, type TypedOrganisation } from './organisation-fields.tsx'

export type TypedSetup = TypedOrganisation & {
  readonly unitName: string
  readonly unitCode: string
  readonly unitLevel: string
  readonly yourName: string
}

export type SetupPageProps = {
  readonly context: PageContext
  readonly typed: TypedSetup
  readonly email: string
  readonly faults: FieldFaults
  readonly problem: Problem | undefined
}

export function SetupPage({ context, typed, email, faults, problem }: SetupPageProps) {
  const m = officeMessages[context.language].setup
  return (
    <Layout context={context} title={m.title} faulty={problem !== undefined} typedIn="setup">
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          <FaultList faults={faults} />
        </ProblemPanel>
      )}
      <div class="slip">
        <h1>{m.title}</h1>
        <p class="lead">{m.lead}</p>
        <form id="setup" method="post" action={path.setup()} novalidate>
          <fieldset class="part">
            <legend>{m.organisation}</legend>
            <OrganisationFields context={context} typed={typed} faults={faults} />
          </fieldset>
          <fieldset class="part">
            <legend>{m.unit}</legend>
            <p class="hint">{m.unitHint}</p>
            {(['unitName', 'unitCode', 'unitLevel'] as const).map((field) => (
              <TextLine
                key={field}
                id={field}
                label={m[field]}
                hint={m[`${field}Hint`]}
                value={typed[field]}
                fault={faults.get(field)}
                required
              />
            ))}
          </fieldset>
          <fieldset class="part">
            <legend>{m.you}</legend>
            <p class="hint">{m.email(email)}</p>
            <TextLine id="yourName" label={m.yourName} value={typed.yourName} fault={faults.get('yourName')} required />
          </fieldset>
          <p class="send">
            <button type="submit" class="main">
              {m.found}
            </button>
          </p>
        </form>
      </div>
    </Layout>
  )
}
