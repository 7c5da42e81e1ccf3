// Form versions written as the sheets of a workbook.

import type { FormVersion } from '../../shared/form/form.ts'
import { asId, FormId } from '../../shared/ids.ts'
import { importText } from '../../shared/xlsform/xlsform-fixture.ts'

/** A form of sheets given as lines of cells that "|" separates; throws with the errors where it is none. */
export function formVersion(formId: string, sheets: Readonly<Record<string, string>>, version = 1): FormVersion {
  const { form, errors } = importText(sheets)
  if (!form) throw new Error(JSON.stringify(errors))
  return { formId: asId(FormId, formId), version, form }
}
