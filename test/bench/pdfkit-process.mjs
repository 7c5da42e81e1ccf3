// The bare library below the renderer, on pages that the renderer has laid out: paints the same texts, rules and areas at the
// same places, in a process of its own. Arguments: a file with the pages' marks, the folder of the faces, how often, a file for
// the PDF. Prints the CPU milliseconds of each time, and the most memory the process ever held.

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const [, , marksFile, faces, times, pdfFile] = process.argv
const pages = JSON.parse(await readFile(marksFile, 'utf8'))
const { default: PDFDocument } = await import('pdfkit')

const files = { regular: '400Regular', italic: '400Regular_Italic', bold: '700Bold', boldItalic: '700Bold_Italic' }

async function milliseconds(work) {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

const draw = () =>
  new Promise((resolve) => {
    const pdf = new PDFDocument({ autoFirstPage: false, size: 'A4', margin: 0, pdfVersion: '1.7' })
    const chunks = []
    pdf.on('data', (chunk) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    for (const [name, file] of Object.entries(files)) pdf.registerFont(name, join(faces, `Tinos_${file}.ttf`))
    for (const marks of pages) {
      pdf.addPage()
      for (const mark of marks)
        if (mark.mark === 'text')
          pdf
            .font(mark.face)
            .fontSize(mark.size)
            .fillColor('#000')
            .text(mark.text, mark.x, mark.y, { lineBreak: false, baseline: 'alphabetic' })
        else if (mark.mark === 'line')
          pdf.lineWidth(mark.thickness).strokeColor('#000').moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).stroke()
        else if (mark.mark === 'area') pdf.rect(mark.x, mark.y, mark.width, mark.height).fillColor('#35506b').fill()
    }
    pdf.end()
  })

let bytes
const rendered = []
while (rendered.length < Number(times))
  rendered.push(
    await milliseconds(async () => {
      bytes = await draw()
    }),
  )
await writeFile(pdfFile, bytes)
console.log(JSON.stringify({ rendered, mostKilobytes: process.resourceUsage().maxRSS }))
process.exit()
