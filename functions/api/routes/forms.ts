// The pages about forms themselves: library, preview, versions, rehearsal of a move.

import { largestFormWithFiles } from '../body.ts'
import { lazily, type Route } from './route.ts'

const designers = { who: 'role', action: 'form.design' } as const
const desk = lazily(() => import('../desks/forms.ts'))
const version = '/forms/:form/versions/:version'

export const formRoutes: readonly Route[] = [
  { method: 'GET', path: '/forms', needs: designers, answer: desk('showForms') },
  {
    method: 'POST',
    path: '/forms',
    largestForm: largestFormWithFiles,
    needs: designers,
    answer: desk('publish'),
    records: 'form.published',
  },
  { method: 'GET', path: '/forms/preview', needs: designers, answer: desk('leavePreview') },
  {
    method: 'POST',
    path: '/forms/preview',
    largestForm: largestFormWithFiles,
    needs: designers,
    answer: desk('showPreview'),
    records: null,
  },
  { method: 'GET', path: version, needs: designers, answer: desk('showVersion') },
  { method: 'GET', path: `${version}/form.xlsx`, needs: designers, answer: desk('sendWorkbook') },
  { method: 'GET', path: `${version}/files/:file`, needs: designers, answer: desk('sendFormFile') },
  { method: 'GET', path: `${version}/form.json`, needs: designers, answer: desk('sendFormJson') },
  // Who may move a campaign is decided over all of its units.
  { method: 'GET', path: `${version}/campaigns/:campaign`, needs: designers, answer: desk('showRehearsal') },
  {
    method: 'POST',
    path: `${version}/campaigns/:campaign`,
    needs: designers,
    answer: desk('moveCampaign'),
    records: 'campaign.moved-to-version',
  },
]
