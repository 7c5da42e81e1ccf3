// The pages about people, as one thing to load.

export { applyImport, previewImport, showImport } from '../pages/people/import.tsx'
export { showPeople } from '../pages/people/list.tsx'
export { createPerson, showNewPerson } from '../pages/people/new-person.tsx'
export { savePerson, showPerson } from '../pages/people/person.tsx'
export { confirmRemoval, showRemoval } from '../pages/people/removal.tsx'
export {
  invitePeople,
  invitePerson,
  makePersonalLink,
  printSlips,
  revokePersonalLink,
} from '../pages/people/ways-in.tsx'
