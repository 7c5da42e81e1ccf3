// What the schedule and the api write and the renderer reads: a folder of the object store for each document's data.

import * as v from 'valibot'

/** organisation, report, SHA-256 of the data: nothing that could climb out of reports/ is a folder. */
const ReportFolder = v.pipe(v.string(), v.regex(/^reports(\/[\w-]{1,64}){3}$/))

/** organisation, what it is of, SHA-256 of the data. */
const PaperFolder = v.pipe(v.string(), v.regex(/^documents(\/[\w-]{1,64}){3}$/))

/** organisation, campaign, random: slips carry the links of members, and lie by themselves for a day at most. */
const SlipsFolder = v.pipe(v.string(), v.regex(/^slips(\/[\w-]{1,64}){3}$/))

/** The body of a message on the render queue. */
export const RenderJob = v.strictObject({ folder: v.union([ReportFolder, PaperFolder, SlipsFolder]) })
export type RenderJob = v.InferOutput<typeof RenderJob>

/** A report as files: what renderers read, which is also the report for programs, and what they make of it. */
export const reportFiles = (folder: string) => ({
  data: `${folder}/report.json`,
  pdf: `${folder}/report.pdf`,
  docx: `${folder}/report.docx`,
  xlsx: `${folder}/report.xlsx`,
})

/** How the drawing of a report's files goes, where it did not go well the first time. */
export const drawingNote = (folder: string): string => `${folder}/drawing.json`

export const contentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const

/** Where the files of issued reports lie, each under the hash of its own bytes (issued-files.ts). */
export const issuedFolder = 'issued/'

/** Where records and blank forms lie. */
export const papersFolder = 'documents/'

/** Where slips lie until they are fetched, and days that they stay where nobody fetches them. */
export const slipsFolder = 'slips/'
export const slipsLiveDays = 1

export const isPaperFolder = (folder: string): boolean =>
  folder.startsWith(papersFolder) || folder.startsWith(slipsFolder)

/** A picture lies under the SHA-256 of its own bytes, which are not always those of the evidence it was made of. */
export const paperFiles = (folder: string) => ({
  data: `${folder}/paper.json`,
  pdf: `${folder}/paper.pdf`,
  picture: (sha256: string) => `${folder}/${sha256}`,
})
