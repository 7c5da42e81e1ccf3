// The report that a campaign carries with it, in English.

import type { campaignReportVi } from './campaign-report-vi.ts'
import { formatCount } from './number.ts'

const counted = (value: number, one: string, many = `${one}s`) =>
  `${formatCount(value, 'en')} ${value === 1 ? one : many}`

export const campaignReportEn: typeof campaignReportVi = {
  label: 'Report of the campaign',
  hint: 'A draft is made as PDF on the day that is set; it stands under Reports.',
  noneFits: 'No template fits a member survey so far.',
  templates: {
    none: 'No report by itself',
    'campaign-results': 'Results: what came in, indicators by unit, what is to be put right',
  },
  scope: (unit) =>
    `The report covers the units of the campaign and is that of ${unit}. Whoever may read reports there can read it.`,
  preset: 'Layout: Party documents (Guideline 36-HD/VPTW of 2018).',
  language: 'Language of the report',
  languages: { vi: 'Vietnamese', en: 'English' },
  bodyAbove: 'Body above (first line)',
  body: 'Issuing body (second line)',
  symbol: 'Symbol',
  symbolHint: 'What follows the number, for instance BC/BTCĐUK.',
  place: 'Place',
  placeHint: 'Before the date, for instance Hà Nội.',
  recipients: 'Recipients',
  recipientsHint: 'One a line.',
  authority: 'Signs on behalf of',
  authorityHint: 'For instance T/M BAN THƯỜNG VỤ; empty where a post signs alone.',
  post: 'Post of who signs',
  postHint: 'For instance TRƯỞNG BAN.',
  days: 'Days after the last day of the period',
  hour: 'At',
  look: 'Show the dates of the report',
  preview: 'When reports are made next',
  due: 'Made',
  more: (dates) => `and ${counted(dates, 'later period')}`,
  noDates: 'No period has a report ahead of it.',
  noPeriods: 'Set the periods first; the dates are shown here then.',
  passed: (dates) =>
    `For ${counted(dates, 'period')} this day has passed: make the report by hand under Reports if it is needed.`,
  also: 'Other reports with figures of the campaign',
  fields: {
    reportTemplate: 'Report of the campaign',
    reportLanguage: 'Language of the report',
    reportBodyAbove: 'Body above',
    reportBody: 'Issuing body',
    reportSymbol: 'Symbol',
    reportPlace: 'Place',
    reportRecipients: 'Recipients',
    reportAuthority: 'Signs on behalf of',
    reportPost: 'Post of who signs',
    reportDays: 'Report: days after the period',
    reportHour: 'Report: hour',
  },
  checks: {
    report: {
      done: 'A report is made by itself; letterhead, recipients, signatory and dates are set.',
      not: 'No report is made by itself; figures stand under Progress.',
    },
    'report-fits': {
      done: 'The template fits the kind of campaign.',
      not: 'The template of the report doesn’t fit this kind of campaign.',
    },
    'report-indicators': {
      done: 'There are indicators for the report to give results of.',
      not: 'The report needs indicators: without them it only says what came in.',
    },
    'report-dates': {
      done: 'Each report is made after its period closes.',
      not: 'Some report is made before its period closes, or a period has no closing time: figures may be incomplete then.',
    },
  },
  overview: 'Report',
  nextOn: (title, period, moment) => `${title}: next for ${period} on ${moment}`,
  noNext: (title) => `${title}: no date ahead`,
  none: 'None by itself',
  toReports: 'See the reports',
}
