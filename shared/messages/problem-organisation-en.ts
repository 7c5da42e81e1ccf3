// Problems with the organisation's tree, in English.

import type { OrganisationProblemTexts } from './problem.ts'

export const organisationProblemsEn: OrganisationProblemTexts = {
  'unit.changed': () => ({
    title: 'Somebody else just changed these units',
    detail: 'Nothing was stored, so that nothing of theirs is overwritten.',
    next: 'Look at their changes below; what you entered is still here and can be sent again.',
  }),
  'tree.file-missing': () => ({
    title: 'There is no file',
    detail: 'No file was chosen, or it is empty.',
    next: 'Choose an Excel or CSV file.',
  }),
  'tree.faulty': ({ errors }, { count }) => ({
    title: 'Nothing was imported',
    detail: `The file still has ${count(errors)} ${errors === 1 ? 'error' : 'errors'}; the tree has not changed.`,
    next: 'Put the errors below right in the file and choose it again.',
  }),
  'tree.outdated': () => ({
    title: 'The tree has just changed',
    detail: 'Somebody changed the tree after this file was previewed, so nothing was imported.',
    next: 'Look at the new outcome below and confirm it.',
  }),
  'unit.unknown': () => ({
    title: 'Unit not found',
    detail: 'This unit does not exist or belongs to another organisation.',
    next: 'Look for the unit by its code or name.',
  }),
}
