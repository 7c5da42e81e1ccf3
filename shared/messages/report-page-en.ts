// The page of a report, in English: what stands around the report itself.

import type { ReportPageMessages } from './report-page.ts'

export const reportPageEn: ReportPageMessages = {
  read: 'Read as a page',
  files: 'Download',
  file: {
    pdf: 'PDF',
    docx: 'Word',
    xlsx: 'Excel',
    json: 'JSON',
  },
  fileFor: {
    pdf: 'to print and sign',
    docx: 'to edit and sign',
    xlsx: 'the tables, as numbers',
    json: 'for other programs',
  },
  contents: 'Contents',
  figuresHint: 'Choose a figure to see the responses that it comes from.',
  figureTitle: (responses) => `See the ${responses} responses behind this figure`,
  table: 'Table, scrolls sideways',
  chart: 'Chart, scrolls sideways',
  chartData: 'The figures of the chart',
  met: 'met',
  missed: 'not met',
  byHand: { edited: 'edited by the office', own: 'added by the office' },
  desk: 'Edit, comment, issue',
  all: 'All reports',
}
