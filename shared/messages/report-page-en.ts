// The page of a report, in English: what stands around the report itself.

import { formatCount } from './number.ts'
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
  list: {
    filters: 'Filter the list',
    filter: 'Filter',
    clear: 'Clear filters',
    search: 'Search by name, unit or document number',
    searchHint: 'Marks and capitals don’t matter.',
    plan: 'Kind of report',
    anyPlan: 'All',
    period: 'Period',
    anyPeriod: 'All periods',
    state: 'State',
    anyState: 'All',
    states: {
      making: 'Being made',
      failed: 'Could not be made',
      draft: 'Draft',
      issued: 'Issued',
      superseded: 'Superseded',
      withdrawn: 'Withdrawn',
    },
    unit: 'Unit',
    unitHint: 'With all units below it.',
    first: 'To the newest reports',
    making: (reports) =>
      reports === 1 ? 'One report is being made.' : `${formatCount(reports, 'en')} reports are being made.`,
    seeMaking: 'See those being made',
    noMatch: 'No report matches.',
    noMatchSoFar: 'None found among those looked through so far; choose “Older reports” to go on.',
    noneMake: 'Set up a periodic report, or a report of a campaign: on its day it is made and stands here.',
    eachUnit: 'each unit',
    otherPeriods: 'Other periods, dates, reports made so far',
    moreMade: (plans) =>
      plans === 1 ? 'One more periodic report' : `${formatCount(plans, 'en')} more periodic reports`,
  },
}
