// The api with the real renderer behind its queue: what is asked for is drawn while the api waits, or when a test says so.

import { renderPaperIn } from '../../functions/render/render-paper.ts'
import type { ResponseId } from '../../shared/ids.ts'
import { testApi } from './api.ts'
import { linesOf, readPdf } from './pdf.ts'
import { renderPaper } from './renderer.ts'
import { aSubmission, inspector, responseId, store, unitId } from './scenario.ts'

/** `isDrawing`: whether the renderer is quick enough for the api to wait for it. */
export async function drawingApi() {
  const jobs: string[] = []
  const state = { isDrawing: true }
  const api = testApi({
    pause: async () => {
      if (state.isDrawing) await draw()
    },
  })
  /** Draws what waits, as the queue's consumer would. */
  async function draw(): Promise<void> {
    for (const job of api.toRender.splice(0)) {
      if (!('folder' in job) || typeof job.folder !== 'string') throw new Error('A job names a folder')
      jobs.push(job.folder)
      await renderPaperIn(job.folder, { objects: api.objects, renderPaper })
    }
  }
  /** Sends the n-th response of the scenario; throws where it isn't taken. */
  const submit = async (n: number, unit: string, answers = aSubmission().answers): Promise<ResponseId> => {
    const submission = aSubmission({ id: responseId(n), unit: unitId(unit), answers })
    const sent = await api.postJson('/api/responses', submission, inspector)
    if (sent.status !== 201) throw new Error(await sent.text())
    return responseId(n)
  }
  await store(api.table)
  return { ...api, jobs, state, draw, submit }
}
export type DrawingApi = Awaited<ReturnType<typeof drawingApi>>

export const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer())

/** All that a PDF says, as one line. */
export const pdfText = async (pdf: Uint8Array): Promise<string> =>
  (await readPdf(pdf)).pages.flatMap((page) => linesOf(page).map(({ text }) => text)).join(' ')
