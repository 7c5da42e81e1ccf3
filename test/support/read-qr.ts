// Reads the QR codes of a printed page, as the camera of a phone does.

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Printed } from './print-pdf.ts'

// Else the reader would be fetched from the network.
const reader = readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
const isReady = reader.then((bytes) =>
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(bytes).buffer }, fireImmediately: true }),
)

/** The texts of all codes on the pages, in no order that anything may rest on. */
export async function readQrs(pages: readonly Pick<Printed, 'png'>[]): Promise<string[]> {
  await isReady
  const found = await Promise.all(
    pages.map(({ png }) =>
      readBarcodes(Uint8Array.from(png), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 255 }),
    ),
  )
  return found.flat().map(({ text }) => text)
}
