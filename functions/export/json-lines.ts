// JSON Lines: one response on each line, with everything that is known of it.

import { exportRecord } from '../../shared/export/record.ts'
import type { CampaignId } from '../../shared/ids.ts'
import type { ExportWriter } from './writer.ts'
import type { ZipWriter } from './zip-writer.ts'

export async function jsonLinesWriter(zip: ZipWriter, campaign: CampaignId): Promise<ExportWriter> {
  const entry = await zip.entry('responses.jsonl', 'deflate')
  return {
    add: async (response) => {
      const full = entry.text(`${JSON.stringify(exportRecord(campaign, response))}\n`)
      if (full) await full
    },
    finish: async () => {
      await entry.end()
    },
    discard: async () => undefined,
  }
}
