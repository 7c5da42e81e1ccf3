// A unit's open actions on the pages of a visit: loaded where there are some.

export { followUp, openActions } from '../pages/actions/visit.tsx'
