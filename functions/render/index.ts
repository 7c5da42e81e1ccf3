// The render function: folders from a queue, documents in the object store. The faces lie beside the bundle.

import { fileURLToPath } from 'node:url'
import type { SQSEvent } from 'aws-lambda'
import { live } from './deps.ts'
import { openRenderer } from './pdf/render-pdf.ts'
import { renderReports } from './render-reports.ts'

const face = (name: string) => fileURLToPath(new URL(`./fonts/Tinos_${name}.ttf`, import.meta.url))

const renderer = openRenderer({
  regular: face('400Regular'),
  italic: face('400Regular_Italic'),
  bold: face('700Bold'),
  boldItalic: face('700Bold_Italic'),
})

/** For benchmarks, which time the renderer without a store. */
export const { renderPdf, renderPaper } = renderer

const deps = { ...live(process.env), ...renderer }

export const handler = (event: SQSEvent) => renderReports(event, deps)
