// Records of responses and blank forms as PDFs.

import { lazily, periodPath, type Route, signedIn, unitPath } from './route.ts'

const desk = lazily(() => import('../desks/papers.ts'))
const exporters = { who: 'role', action: 'response.export' } as const
const version = '/forms/:form/versions/:version'

export const paperRoutes: readonly Route[] = [
  // Whoever sent a response may have its record, and so may those with a role for it: decided over the response itself.
  { method: 'GET', path: `${unitPath}/responses/:response/paper`, needs: signedIn, answer: desk('showRecord') },
  { method: 'GET', path: `${unitPath}/responses/:response/record.pdf`, needs: signedIn, answer: desk('sendRecordPdf') },
  // At which unit is decided over the unit that the query or the form names.
  { method: 'GET', path: `${periodPath}/records`, needs: exporters, answer: desk('showRecords') },
  { method: 'GET', path: `${periodPath}/records.pdf`, needs: exporters, answer: desk('sendRecordsPdf') },
  {
    method: 'POST',
    path: `${periodPath}/records.pdf`,
    needs: exporters,
    answer: desk('makeRecords'),
    records: 'records.printed',
  },
  // For designers, and for whoever answers the form in some campaign: decided over its campaigns.
  { method: 'GET', path: `${version}/blank`, needs: signedIn, answer: desk('showBlank') },
  { method: 'GET', path: `${version}/blank.pdf`, needs: signedIn, answer: desk('sendBlankPdf') },
]
