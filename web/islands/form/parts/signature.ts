// A pad to sign on with a finger, above the field for a file, which stays for those who have their signature in one.

import SignaturePad from 'signature_pad'
import { element } from '../faults.ts'
import type { FormPage } from '../page.ts'

type Take = (page: FormPage, place: string, file: File) => Promise<void>

/** `take`: what is done with a file that belongs to an answer. */
export function addPad(page: FormPage, field: HTMLInputElement, take: Take): void {
  const { texts } = page.data
  const canvas = element('canvas', { class: 'pad', role: 'img', 'aria-label': texts['pad'] ?? '' })
  const clear = element('button', { type: 'button', class: 'minor' }, texts['clear'] ?? '')
  const keep = element('button', { type: 'button', class: 'minor' }, texts['keep'] ?? '')
  if (!(canvas instanceof HTMLCanvasElement)) return
  field.before(canvas, keep, clear)
  // In a section that is out of sight it has no size yet; it gets it before the first stroke.
  const resize = () => {
    const { width, height } = canvas.getBoundingClientRect()
    if (canvas.width === Math.round(width * devicePixelRatio)) return
    canvas.width = Math.round(width * devicePixelRatio)
    canvas.height = Math.round(height * devicePixelRatio)
    canvas.getContext('2d')?.scale(devicePixelRatio, devicePixelRatio)
    pad.clear()
  }
  canvas.addEventListener('pointerdown', resize)
  const pad = new SignaturePad(canvas, { backgroundColor: '#fff' })
  resize()
  const drawn = (use: (file: File) => void) =>
    canvas.toBlob((blob) => blob && use(new File([blob], 'signature.png', { type: 'image/png' })))
  // Who signs and sends at once has signed: until it is kept, the signature goes with the form.
  pad.addEventListener('endStroke', () =>
    drawn((file) => {
      const chosen = new DataTransfer()
      chosen.items.add(file)
      field.files = chosen.files
    }),
  )
  clear.addEventListener('click', () => {
    pad.clear()
    field.value = ''
  })
  keep.addEventListener('click', () => {
    if (!pad.isEmpty()) drawn((file) => void take(page, field.name.slice(5), file))
  })
}
