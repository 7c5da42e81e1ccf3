// The fields about to whom a plan's reports are brought.

import type { PersonId } from '../../../shared/ids.ts'
import type { Language } from '../../../shared/language.ts'
import { reportDeliveryMessages } from '../../../shared/messages/report-delivery.ts'
import { longestUrl, occasions } from '../../../shared/report/delivery.ts'
import { Choices, type Entries, TextField } from '../campaigns/fields.tsx'

/** Somebody who may read reports of the plan's unit. */
export type Reader = { readonly id: PersonId; readonly name: string; readonly hasAddress: boolean }

type Props = { readonly language: Language; readonly entries: Entries; readonly readers: readonly Reader[] }

export function DeliveryFields({ language, entries, readers }: Props) {
  const m = reportDeliveryMessages[language].fields
  return (
    <>
      <p class="meta">{m.lead}</p>
      <Choices
        entries={entries}
        name="deliveryWhen"
        label={m.when}
        options={occasions.map((value) => ({ value, label: m.whens[value] }))}
      />
      {readers.length === 0 ? (
        <p>{m.nobody}</p>
      ) : (
        <Choices
          entries={entries}
          name="deliveryTo"
          label={m.to}
          hint={m.toHint}
          many
          options={readers.map(({ id, name, hasAddress }) => ({
            value: id,
            label: name,
            note: hasAddress ? undefined : m.noAddress,
          }))}
        />
      )}
      <TextField
        entries={entries}
        name="deliveryWebhook"
        label={m.url}
        hint={m.urlHint}
        optional={m.optional}
        maxlength={longestUrl}
      />
    </>
  )
}
