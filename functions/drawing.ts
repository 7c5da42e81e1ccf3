// How the drawing of a report goes, as a note beside its files: the renderer has no table. A drawing that goes well the first
// time leaves none.

import * as v from 'valibot'
import { FailureCode } from '../shared/report/failure.ts'
import type { Objects } from './objects.ts'
import { contentTypes, drawingNote } from './report-files.ts'

const Drawing = v.strictObject({
  /** With the one that runs. */
  tries: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** When that one began or failed; ISO 8601, UTC. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  failure: v.optional(FailureCode),
})
export type Drawing = v.InferOutput<typeof Drawing>

export const noteDrawing = (objects: Pick<Objects, 'put'>, folder: string, drawing: Drawing): Promise<void> =>
  objects.put(drawingNote(folder), new TextEncoder().encode(JSON.stringify(drawing)), contentTypes.json)

export async function findDrawing(objects: Pick<Objects, 'get'>, folder: string): Promise<Drawing | undefined> {
  const bytes = await objects.get(drawingNote(folder))
  return bytes && v.parse(Drawing, JSON.parse(new TextDecoder().decode(bytes)))
}
