// Step 5: who is expected to answer, which units have nobody, and which answers count.

import type { Campaign } from '../../../shared/campaign/campaign.ts'
import { unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Choices, type Entries } from './fields.tsx'
import { campaignTexts } from './step.tsx'
import type { NamedUnit } from './step-units.tsx'

export type AnsweringFieldsProps = {
  readonly context: PageContext
  readonly entries: Entries
  /** As it stands, where it can't change any more. */
  readonly fixedRule: Campaign['countingRule'] | undefined
  readonly who: {
    readonly asked: number
    /** Units for which nobody can answer; the first of them by name. */
    readonly without: number
    readonly firstWithout: readonly NamedUnit[]
    /** Who answers for how many units, the most first. */
    readonly people: readonly { readonly id: string; readonly name: string; readonly units: number }[]
    readonly morePeople: number
  }
}

const rules = ['one-per-unit', 'many'] as const
export const figureRules = ['submitted', 'accepted'] as const

export function AnsweringFields({ context, entries, fixedRule, who }: AnsweringFieldsProps) {
  const { answering: t } = campaignTexts(context).step
  return (
    <>
      <p class="lead">{t.lead}</p>
      <Who context={context} who={who} />
      {fixedRule ? (
        <dl>
          <dt>{t.countingRule}</dt>
          <dd>{t.rules[fixedRule]}</dd>
        </dl>
      ) : (
        <Choices
          entries={entries}
          name="countingRule"
          label={t.countingRule}
          options={rules.map((value) => ({ value, label: t.rules[value] }))}
        />
      )}
      <Choices
        entries={entries}
        name="figures"
        label={t.figures}
        options={figureRules.map((value) => ({ value, label: t.figureRules[value] }))}
      />
    </>
  )
}

function Who({ context, who }: Pick<AnsweringFieldsProps, 'context' | 'who'>) {
  const { step } = campaignTexts(context)
  const { answering: t } = step
  if (who.asked === 0) return <p class="state">{t.noUnits}</p>
  return (
    <section class="preview">
      <h2>{t.who}</h2>
      <p class="tally">
        {t.covered(who.asked - who.without, who.asked)}
        <progress value={who.asked - who.without} max={who.asked} aria-hidden="true" />
      </p>
      {who.without > 0 && (
        <div class="lacking">
          <h3>{t.nobody(who.without)}</h3>
          <ul class="codes">
            {who.firstWithout.map(({ code, name }) => (
              <li key={code}>
                <code>{code}</code> {name}
              </li>
            ))}
          </ul>
          {who.without > who.firstWithout.length && (
            <p class="meta">{step.units.more(who.without - who.firstWithout.length)}</p>
          )}
          <p class="meta">{t.nobodyHint}</p>
        </div>
      )}
      {who.people.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t.person}</th>
              <th scope="col">{t.units}</th>
            </tr>
          </thead>
          <tbody>
            {who.people.map(({ id, name, units }) => (
              <tr key={id}>
                <th scope="row">{unitName(name)}</th>
                <td>{units}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {who.morePeople > 0 && <p class="meta">{t.morePeople(who.morePeople)}</p>}
    </section>
  )
}
