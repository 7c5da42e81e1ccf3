// What there is to do after an organisation was founded, and what is done.

import { officeMessages } from '../../../shared/messages/office.ts'
import { path } from '../../../shared/paths.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type NextStepsPageProps = {
  readonly context: PageContext
  readonly organisation: string
  readonly has: {
    readonly units: boolean
    readonly people: boolean
    readonly forms: boolean
    readonly campaigns: boolean
  }
}

export function NextStepsPage({ context, organisation, has }: NextStepsPageProps) {
  const m = officeMessages[context.language].next
  const steps = [
    { step: 'units', href: path.treeImport() },
    { step: 'people', href: path.people() },
    { step: 'forms', href: path.forms() },
    { step: 'campaigns', href: path.newCampaign() },
  ] as const
  return (
    <Layout context={context} title={m.title} moreStyle={context.assetUrl('people.css')}>
      <div class="slip">
        <p class="over">{organisation}</p>
        <h1>{m.title}</h1>
        <p class="meta">{m.lead}</p>
        <ol class="rows steps">
          {steps.map(({ step, href }) => (
            <li key={step}>
              <a href={href}>
                <b>{m.steps[step]}</b>
                <span>{m.hints[step]}</span>
                <small class={has[step] ? 'met' : undefined}>{has[step] ? m.done : m.open}</small>
              </a>
            </li>
          ))}
        </ol>
        <p class="send">
          <a href={path.organisationSettings()}>{m.settings}</a>
        </p>
      </div>
    </Layout>
  )
}
