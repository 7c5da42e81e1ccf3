// QR codes as the outline of their dark squares: a page draws them as SVG, which needs no picture and no script.

import { encode } from 'uqr'
import type { QrOutline } from '../web/parts/qr.tsx'

/** Light squares around the code, as the standard asks. */
const quietZone = 4

/** A run of dark squares: where it begins, and how many there are. */
export type QrRun = readonly [x: number, y: number, length: number]

/** `size`: squares on a side, the light margin included. */
export type QrRuns = { readonly size: number; readonly runs: readonly QrRun[] }

/** The code of a text, at 15 % of correction: it survives a fold and a stain. */
export function qrRuns(text: string): QrRuns {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index }): QrRun => [index, y, run.length]),
  )
  return { size, runs }
}

/** The same as the path of an SVG. */
export function qrCode(text: string): QrOutline {
  const { size, runs } = qrRuns(text)
  return { size, path: runs.map(([x, y, length]) => `M${x} ${y}h${length}v1h-${length}z`).join('') }
}
