// What the schedule writes and the renderer reads: a folder of the object store for each report's data.

import * as v from 'valibot'

/** organisation, report, SHA-256 of the data: nothing that could climb out of reports/ is a folder. */
const ReportFolder = v.pipe(v.string(), v.regex(/^reports(\/[\w-]{1,64}){3}$/))

/** The body of a message on the render queue. */
export const RenderJob = v.strictObject({ folder: ReportFolder })
export type RenderJob = v.InferOutput<typeof RenderJob>

export const reportFiles = (folder: string) => ({ data: `${folder}/report.json`, pdf: `${folder}/report.pdf` })
