// `form export FILE.xlsx OUT.xlsx` imports a form and writes it as a workbook again: lossless, in today's spelling. Its CSV files
// are written beside the new workbook, where that is another folder than theirs.

import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeFileList, writeForm } from '../../functions/workbook/write-form.ts'
import type { Command } from './command.ts'
import { importFile, shownOutcome } from './form-check.ts'

export const formExport: Command = {
  words: 'form export',
  usage: 'form export FILE.xlsx OUT.xlsx   import a form and write it as a workbook again',
  options: {},
  run: async ({ files: [from, to, ...more], path, print }) => {
    if (from === undefined || to === undefined || more.length > 0) return 2
    const imported = importFile(path(from))
    print({ file: from, ...shownOutcome(imported, 'en') })
    if (!imported.ok || !imported.value.form) return 1
    const { form } = imported.value
    await writeFile(path(to), writeForm(form))
    const [source, target] = [dirname(path(from)), dirname(path(to))]
    if (source === target) return 0
    for (const list of form.fileLists) await writeFile(join(target, list.name), writeFileList(list))
    return 0
  },
}
