// A few months of two cells, in place of the demo's year: what is loaded, and how, is the same, and takes seconds.

import { registrationYear, type Span } from '../../infra/local/starter-year.ts'

const cells = registrationYear.cells.slice(0, 2)

export const shortSpan: Span = { months: 4, surveys: [{ ...registrationYear, cells }] }
export const shortCells = cells
