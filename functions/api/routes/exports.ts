// Taking answers elsewhere.

import { lazily, type Route } from './route.ts'

const exporters = { who: 'role', action: 'response.export' } as const
const desk = lazily(() => import('../desks/exports.ts'))

// Over which unit is decided where the body names it, and once more when the job runs; an export is its asker's alone.
export const exportRoutes: readonly Route[] = [
  { method: 'GET', path: '/exports', needs: exporters, answer: desk('showExports') },
  { method: 'GET', path: '/exports/new', needs: exporters, answer: desk('showAsk') },
  { method: 'POST', path: '/exports', needs: exporters, answer: desk('sendAsk'), records: 'export.asked-for' },
  {
    method: 'GET',
    path: '/exports/:export/file',
    needs: exporters,
    answer: desk('fetchExport'),
    records: 'export.fetched',
  },
  // The same export once more: what was asked for is in the log already.
  { method: 'POST', path: '/exports/:export/again', needs: exporters, answer: desk('retryExport'), records: null },
  {
    method: 'POST',
    path: '/api/exports',
    scope: 'exports:make',
    needs: exporters,
    answer: desk('postExport'),
    records: 'export.asked-for',
  },
  { method: 'GET', path: '/api/exports/:export', scope: 'exports:make', needs: exporters, answer: desk('getExport') },
  {
    method: 'GET',
    path: '/api/exports/:export/file',
    scope: 'exports:make',
    needs: exporters,
    answer: desk('getExportFile'),
    records: 'export.fetched',
  },
]
