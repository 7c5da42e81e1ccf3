// A few months of one cell, in place of the demo's year: what is loaded, and how, is the same, and takes seconds.

import { registrationYear, type Span } from '../../infra/local/starter-year.ts'

/** The smallest of those that register. */
export const shortCells = [...registrationYear.cells].sort((a, b) => a.members - b.members).slice(0, 1)

/** One that is over and confirmed, one of which some wait, and the running one. */
export const shortSpan: Span = { months: 3, surveys: [{ ...registrationYear, cells: shortCells }] }
