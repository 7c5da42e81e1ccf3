// The WHO's verbal autopsy form, the largest form in use that we know of. It lies outside the project, in the folder that
// PHIEU_CONFORMANCE names.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importForm } from '../../functions/workbook/import-form.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { asId, FormId } from '../../shared/ids.ts'
import type { Given } from './fill-in.ts'

export async function whoVerbalAutopsy(folder: string): Promise<FormVersion> {
  const imported = importForm(await readFile(join(folder, 'real', 'whova_form.xlsx')), () => undefined)
  if (!imported.ok || !imported.value.form) throw new Error('The form was not imported')
  return { formId: asId(FormId, 'whova'), version: 1, form: imported.value.form }
}

/** Of an adult whose dates are known; everything else may be answered anyhow. */
export const whovaAnswers: Given = { Id10021: '1950-02-03', Id10023_a: '2012-12-01' }
