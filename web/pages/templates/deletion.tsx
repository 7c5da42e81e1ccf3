// Asks before a template is deleted: by its name, and not while reports follow it.

import { type LocalText, localize } from '../../../shared/language.ts'
import { templateMessages } from '../../../shared/messages/templates.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { FaultList, type FieldFaults } from '../../parts/fault-list.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { TextLine } from '../../parts/text-line.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type DeletionPageProps = {
  readonly context: PageContext
  readonly id: string
  readonly name: LocalText
  readonly version: number
  /** No report follows it. */
  readonly mayDelete: boolean
  readonly faults: FieldFaults
  readonly problem: Problem | undefined
}

export function DeletionPage({ context, id, name, version, mayDelete, faults, problem }: DeletionPageProps) {
  const { language } = context
  const m = templateMessages[language].deletion
  const called = localize(name, language)
  return (
    <Layout context={context} title={m.title(called)} faulty={problem !== undefined}>
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          {faults.size > 0 && <FaultList faults={faults} />}
        </ProblemPanel>
      )}
      <div class="slip">
        <h1>{m.title(called)}</h1>
        {mayDelete ? (
          <form method="post" action={path.templateDeletion(id)} novalidate>
            <p class="lead">{m.lead}</p>
            <input type="hidden" name="version" value={String(version)} />
            <TextLine id="name" label={m.typeName(called)} value="" maxlength={2_000} fault={faults.get('name')} />
            <p class="send">
              <button type="submit" class="main">
                {m.remove}
              </button>
              <a href={path.template(id)}>{m.leave}</a>
            </p>
          </form>
        ) : (
          <p class="send">
            <a href={path.template(id)}>{m.leave}</a>
          </p>
        )}
      </div>
    </Layout>
  )
}
