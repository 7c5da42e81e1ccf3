// What the list of actions is narrowed to: a form that only asks, so that the address holds it and can be passed on.

import { severities } from '../../../shared/action/action.ts'
import { type ActionFilter, isNarrowed, wantedStates } from '../../../shared/action/filter.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { actionMessages } from '../../../shared/messages/actions.ts'
import { path } from '../../../shared/paths.ts'
import { type UnitEntry, UnitField } from '../../parts/unit-field.tsx'
import type { PageContext } from '../context.ts'

export type CampaignOption = { readonly id: CampaignId; readonly title: LocalText }

type Props = {
  readonly context: PageContext
  readonly filter: ActionFilter
  readonly unit: UnitEntry
  readonly campaigns: readonly CampaignOption[]
}

type Option = { readonly value: string; readonly text: string }

export function FilterForm({ context, filter, unit, campaigns }: Props) {
  const { language } = context
  const m = actionMessages[language]
  const any = { value: '', text: m.list.any }
  const owners = (['me', 'none'] as const).map((value) => ({ value, text: m.list.owners[value] }))
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
        <Select
          name="state"
          label={m.list.state}
          chosen={filter.state}
          options={wantedStates.map((value) => ({ value, text: m.list.wanted[value] }))}
        />
        <Select
          name="severity"
          label={m.list.severity}
          chosen={filter.severity ?? ''}
          options={[any, ...severities.map((value) => ({ value, text: m.severities[value] }))]}
        />
        <Select name="owner" label={m.list.owner} chosen={filter.owner ?? ''} options={[any, ...owners]} />
        <Select
          name="campaign"
          label={m.list.campaign}
          chosen={filter.campaign ?? ''}
          options={[any, ...campaigns.map(({ id, title }) => ({ value: id, text: localize(title, language) }))]}
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

type SelectProps = {
  readonly name: string
  readonly label: string
  readonly chosen: string
  readonly options: readonly Option[]
}

const Select = ({ name, label, chosen, options }: SelectProps) => (
  <div class="q">
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {options.map(({ value, text }) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </div>
)
