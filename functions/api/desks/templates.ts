// The pages about templates of reports, as one thing to load.

export { createTemplate, showNewTemplate } from '../pages/templates/create.tsx'
export { previewTemplate, showTemplate, stepTemplate } from '../pages/templates/editor.tsx'
export { templateAt } from '../pages/templates/found.ts'
export { askTemplateDeletion, deleteTemplate, publish, sendTemplateFile } from '../pages/templates/lifecycle.tsx'
export { showTemplates } from '../pages/templates/list.tsx'
