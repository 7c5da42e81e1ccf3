// Name and time zone of an organisation, as fields.

import { officeMessages } from '../../../shared/messages/office.ts'
import type { FieldFaults } from '../../parts/fault-list.tsx'
import { TextLine } from '../../parts/text-line.tsx'
import type { PageContext } from '../context.ts'

export type TypedOrganisation = { readonly nameVi: string; readonly nameEn: string; readonly timeZone: string }

/** Near ones, to choose from; any other can be typed. */
const suggested = ['Asia/Ho_Chi_Minh', 'Asia/Bangkok', 'Asia/Vientiane', 'Asia/Phnom_Penh', 'Asia/Singapore', 'UTC']

type Props = { readonly context: PageContext; readonly typed: TypedOrganisation; readonly faults: FieldFaults }

export function OrganisationFields({ context, typed, faults }: Props) {
  const m = officeMessages[context.language].organisation
  return (
    <>
      <TextLine id="nameVi" label={m.nameVi} value={typed.nameVi} fault={faults.get('nameVi')} required />
      <TextLine id="nameEn" label={m.nameEn} aside={m.optional} value={typed.nameEn} fault={faults.get('nameEn')} />
      <TextLine
        id="timeZone"
        label={m.timeZone}
        hint={m.timeZoneHint}
        value={typed.timeZone}
        fault={faults.get('timeZone')}
        list="time-zones"
        maxlength={60}
        required
      />
      <datalist id="time-zones">
        {suggested.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
