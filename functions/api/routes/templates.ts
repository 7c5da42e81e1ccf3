// Templates of reports: what there is, made, edited, put in force, deleted.

import { largestFormWithFiles } from '../body.ts'
import { lazily, type Route } from './route.ts'

const load = () => import('../desks/templates.ts')
const desk = lazily(async () => {
  const { templateAt: _, ...pages } = await load()
  return pages
})

/** Whoever has reports made may look at templates, and at what they would show of figures of theirs. */
const makers = { who: 'role', action: 'report.make' } as const
const managers = { who: 'role', action: 'campaign.manage' } as const
/** An own template is changed by those who manage campaigns at its unit. */
const keepers: Route['needs'] & { who: 'role-at' } = {
  who: 'role-at',
  at: async (call) => (await load()).templateAt(call),
}
const template = '/templates/:template'

export const templateRoutes: readonly Route[] = [
  { method: 'GET', path: '/templates', needs: makers, answer: desk('showTemplates') },
  {
    method: 'POST',
    path: '/templates',
    largestForm: largestFormWithFiles,
    needs: managers,
    answer: desk('createTemplate'),
    records: 'template.created',
  },
  { method: 'GET', path: '/templates/new', needs: managers, answer: desk('showNewTemplate') },
  { method: 'GET', path: template, needs: makers, answer: desk('showTemplate') },
  { method: 'POST', path: template, needs: keepers, answer: desk('stepTemplate'), records: 'template.changed' },
  { method: 'POST', path: `${template}/preview`, needs: makers, answer: desk('previewTemplate'), records: null },
  {
    method: 'POST',
    path: `${template}/publication`,
    needs: keepers,
    answer: desk('publish'),
    records: 'template.published',
  },
  { method: 'GET', path: `${template}/deletion`, needs: keepers, answer: desk('askTemplateDeletion') },
  {
    method: 'POST',
    path: `${template}/deletion`,
    needs: keepers,
    answer: desk('deleteTemplate'),
    records: 'template.deleted',
  },
  { method: 'GET', path: `${template}/template.json`, needs: makers, answer: desk('sendTemplateFile') },
]
