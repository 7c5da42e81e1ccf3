// The presets by name.

import * as v from 'valibot'

/** The office style that a document is set in (preset.ts). */
export const presetIds = ['party-2018', 'state-2020', 'plain'] as const
export const PresetId = v.picklist(presetIds)
export type PresetId = v.InferOutput<typeof PresetId>
