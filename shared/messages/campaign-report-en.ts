// The report that a campaign carries with it, in English.

import type { campaignReportVi } from './campaign-report-vi.ts'
import { formatCount } from './number.ts'
import { reportScheduleEn } from './report-schedule-en.ts'

const counted = (value: number, one: string, many = `${one}s`) =>
  `${formatCount(value, 'en')} ${value === 1 ? one : many}`

export const campaignReportEn: typeof campaignReportVi = {
  label: 'Report of the campaign',
  hint: 'A draft is made as PDF on the day that is set; it stands under Reports.',
  noReport: 'No report by itself',
  seeTemplates: 'See and make report templates',
  scope: (unit) =>
    `The report covers the units of the campaign and is that of ${unit}. Whoever may read reports there can read it.`,
  preset: 'Layout of the document',
  presets: {
    'party-2018': 'Party documents (Guideline 36-HD/VPTW of 2018)',
    'state-2020': 'State bodies (Decree 30/2020/NĐ-CP)',
    plain: 'A letterhead of your own, under no guideline',
  },
  presetNotes: {
    'party-2018': 'The Party’s heading at the right, an asterisk below the body’s name, signed “T/M”.',
    'state-2020': 'National title and motto at the right, number and date on one line, signed “TM.”.',
    plain: 'Your name at the left, date and number at the right, a large title; for companies, associations, schools.',
  },
  schedules: reportScheduleEn.kinds,
  language: 'Language of the report',
  languages: { vi: 'Vietnamese', en: 'English' },
  bodyAbove: 'Body above (first line)',
  bodyAboveHint: 'State bodies and your own letterhead may leave it empty where nothing stands above.',
  body: 'Issuing body (second line)',
  symbol: 'Symbol',
  symbolHint:
    'What follows the number: BC/BTCĐUK for the Party, BC-UBND for the state; your own letterhead may do without.',
  logo: 'Letters in place of an emblem',
  logoHint: 'Used by your own letterhead only: a short name, printed large at the top.',
  place: 'Place',
  placeHint: 'Before the date, for instance Hà Nội.',
  recipients: 'Recipients',
  recipientsHint: 'One a line.',
  authority: 'Signs on behalf of',
  authorityHint: 'For instance T/M BAN THƯỜNG VỤ (Party), TM. ỦY BAN NHÂN DÂN (state); empty where a post signs alone.',
  post: 'Post of who signs',
  postHint: 'For instance TRƯỞNG BAN.',
  look: 'Show the dates of the report',
  preview: 'When reports are made next',
  due: 'Made',
  more: (dates) => `and ${counted(dates, 'later period')}`,
  noDates: 'No period has a report ahead of it.',
  byHand: 'The report is made only when somebody asks for it under Reports.',
  noPeriods: 'Set the periods first; the dates are shown here then.',
  passed: (dates) =>
    `For ${counted(dates, 'period')} this day has passed: make the report by hand under Reports if it is needed.`,
  also: 'Other reports with figures of the campaign',
  fields: {
    reportTemplate: 'Report of the campaign',
    reportLanguage: 'Language of the report',
    reportPreset: 'Layout of the document',
    reportLogo: 'Letters in place of an emblem',
    reportBodyAbove: 'Body above',
    reportBody: 'Issuing body',
    reportSymbol: 'Symbol',
    reportPlace: 'Place',
    reportRecipients: 'Recipients',
    reportAuthority: 'Signs on behalf of',
    reportPost: 'Post of who signs',
    reportSchedule: 'Report: when it is made',
    reportDays: 'Report: days after the period',
    reportDay: 'Report: day of the month',
    reportMonths: 'Report: of which month',
    reportWhich: 'Report: which working day',
    reportHour: 'Report: hour',
  },
  faults: {
    'campaign-unfit': 'Choose a campaign of the list; it must have units below the report’s unit.',
    'no-common-period': 'The chosen campaigns have no period in common in this way.',
    'no-children': 'No unit right below this one takes part in the chosen campaigns.',
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
    'report-symbol': {
      done: 'The symbol has the form of the layout.',
      not: 'The symbol doesn’t have the form of the layout: BC/BTCĐUK for the Party, BC-UBND for the state.',
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
