// What `report make` says to whoever typed it, in English.

import type { ReportMakeMessages } from './report-make.ts'

export const reportMakeEn: ReportMakeMessages = {
  noData: (folder) => `${folder} holds no data. Start the home first (npm start), or add --demo.`,
  notReady: (folder) => `The data in ${folder} are being opened, backed up or restored. Try again in a moment.`,
  noFormat: (formats) => `--format is one or several of: ${formats}`,
  noPeriod: (text) => `${text} is no period, such as 2013-H1, 2013-Q2, 2013-07, 2013 or 2013-02..2013-05.`,
  noCampaign: (text) => `There is no campaign and no report called “${text}”.`,
  known: 'There are:',
  noReport: (campaign) => `The campaign “${campaign}” makes no report. Set one on the page of the campaign.`,
  several: (text) => `“${text}” is in several reports. Name one of these:`,
  noPeriodIn: (campaign, period) => `The campaign “${campaign}” has no period ${period}.`,
  noUnit: (code) => `There is no unit with the code ${code}.`,
  unitElsewhere: (unit, top) => `${unit} doesn’t lie below ${top}, which the report is about.`,
  unitNotAsked: (unit) => `No unit of the campaign lies in ${unit}: there is nothing to report.`,
  loading: 'Loading the demo ...',
  making: 'Making the reports ...',
}
