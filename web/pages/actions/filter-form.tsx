// What the list of actions is narrowed to: a form that only asks, so that the address holds it and can be passed on.

import { severities } from '../../../shared/action/action.ts'
import { type ActionFilter, isNarrowed, wantedStates } from '../../../shared/action/filter.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { actionMessages } from '../../../shared/messages/actions.ts'
import { path } from '../../../shared/paths.ts'
import { ChoiceLine } from '../../parts/choice-line.tsx'
import { type UnitEntry, UnitField } from '../../parts/unit-field.tsx'
import type { PageContext } from '../context.ts'

export type CampaignOption = { readonly id: CampaignId; readonly title: LocalText }

type Props = {
  readonly context: PageContext
  readonly filter: ActionFilter
  readonly unit: UnitEntry
  readonly campaigns: readonly CampaignOption[]
}

export function FilterForm({ context, filter, unit, campaigns }: Props) {
  const { language } = context
  const m = actionMessages[language]
  return (
    <details class="narrow" open={isNarrowed(filter)}>
      <summary>{m.list.filter}</summary>
      <form method="get" action={path.actions()} class="filter" aria-label={m.list.filter}>
        <UnitField
          context={context}
          name="unit"
          label={m.list.unit}
          hint={m.list.unitHint}
          action="action.read"
          entry={unit}
        />
        <ChoiceLine
          id="state"
          label={m.list.state}
          chosen={filter.state}
          options={wantedStates.map((state) => [state, m.list.wanted[state]])}
        />
        <ChoiceLine
          id="severity"
          label={m.list.severity}
          empty={m.list.any}
          chosen={filter.severity}
          options={severities.map((severity) => [severity, m.severities[severity]])}
        />
        <ChoiceLine
          id="owner"
          label={m.list.owner}
          empty={m.list.any}
          chosen={filter.owner}
          options={(['me', 'none'] as const).map((owner) => [owner, m.list.owners[owner]])}
        />
        <ChoiceLine
          id="campaign"
          label={m.list.campaign}
          empty={m.list.any}
          chosen={filter.campaign}
          options={campaigns.map(({ id, title }) => [id, localize(title, language)])}
        />
        <p class="send">
          <button type="submit" class="plain">
            {m.list.apply}
          </button>
          {isNarrowed(filter) && <a href={path.actions()}>{m.list.clear}</a>}
        </p>
      </form>
    </details>
  )
}
