// The pages about figures of past periods, as one thing to load: readers of workbooks come with them.

export {
  addPeriods,
  continueImport,
  sendTemplate,
  showImport,
  showPast,
  uploadPast,
} from '../pages/past/pages.tsx'
