// The renderer as tests use it: the faces come from the package that the build copies them from.

import { fileURLToPath } from 'node:url'
import { openRenderer } from '../../functions/render/pdf/render-pdf.ts'
import type { FaceFiles } from '../../functions/render/pdf/typeface.ts'

const face = (name: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`))

export const faceFiles: FaceFiles = {
  regular: face('400Regular'),
  italic: face('400Regular_Italic'),
  bold: face('700Bold'),
  boldItalic: face('700Bold_Italic'),
}

export const { renderPdf, renderPaper } = openRenderer(faceFiles)
