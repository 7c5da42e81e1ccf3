// What the render function does to the world beside drawing, as one record.

import { RenderConfig, readConfig } from '../config.ts'
import { type Objects, openObjects } from '../objects.ts'

/** `now`: ISO 8601, UTC. */
export const live = (env: NodeJS.ProcessEnv): { readonly objects: Objects; readonly now: () => string } => ({
  objects: openObjects(readConfig(RenderConfig, env)),
  now: () => new Date().toISOString(),
})
