// The same report in the bare library below the renderer, as one writes it with that: the library breaks the lines, measures
// the cells and justifies the paragraphs by itself, in a process of its own. Arguments: a file with the report's data, the
// folder of the faces, how often, a file for the PDF. Prints the CPU milliseconds of each time, and the most memory the
// process ever held.

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const [, , dataFile, faces, times, pdfFile] = process.argv
const report = JSON.parse(await readFile(dataFile, 'utf8'))
const { default: PDFDocument } = await import('pdfkit')

const files = { regular: '400Regular', italic: '400Regular_Italic', bold: '700Bold', boldItalic: '700Bold_Italic' }
const colors = { met: '#35506b', missed: '#ffffff', axis: '#666666', grid: '#cccccc' }
const point = 72 / 25.4
const margins = { left: 30 * point, right: 20 * point, top: 20 * point, bottom: 20 * point }
const padding = 3

async function milliseconds(work) {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

const textOf = (runs) => runs.map(({ text }) => text).join('')

/** Breaks the page where `height` has no room on it. */
function room(pdf, height) {
  if (pdf.y + height > pdf.page.height - margins.bottom) pdf.addPage()
}

function table(pdf, { caption, columns, rows }) {
  const total = pdf.page.width - margins.left - margins.right
  const weight = columns.reduce((sum, column) => sum + column.weight, 0)
  const widths = columns.map((column) => (total * column.weight) / weight)
  const row = (texts, face) => {
    pdf.font(face).fontSize(11)
    const heights = texts.map((text, index) => pdf.heightOfString(text, { width: widths[index] - 2 * padding }))
    const height = Math.max(...heights) + 2 * padding
    const isNew = pdf.y + height > pdf.page.height - margins.bottom
    if (isNew) pdf.addPage()
    if (isNew && face === 'regular') head()
    pdf.font(face).fontSize(11)
    const top = pdf.y
    let x = margins.left
    for (const [index, text] of texts.entries()) {
      const align = face === 'bold' ? 'center' : columns[index].align
      pdf.text(text, x + padding, top + padding, { width: widths[index] - 2 * padding, align })
      pdf.moveTo(x, top).lineTo(x, top + height)
      x += widths[index]
    }
    pdf.moveTo(x, top).lineTo(x, top + height)
    pdf
      .moveTo(margins.left, top + height)
      .lineTo(x, top + height)
      .lineWidth(0.5)
      .stroke('#000')
    pdf.x = margins.left
    pdf.y = top + height
  }
  const head = () =>
    row(
      columns.map(({ header }) => header),
      'bold',
    )
  pdf.font('italic').fontSize(14).text(caption, { align: 'center' }).moveDown(0.5)
  head()
  for (const { cells } of rows)
    row(
      cells.map(({ runs }) => textOf(runs)),
      'regular',
    )
}

function chart(pdf, { caption, width, height, marks }) {
  const scale = Math.min(1, (pdf.page.width - margins.left - margins.right) / width)
  room(pdf, height * scale + 40)
  pdf.font('italic').fontSize(14).text(caption, { align: 'center' }).moveDown(0.5)
  const top = pdf.y
  const at = (x, y) => [margins.left + x * scale, top + y * scale]
  for (const mark of marks)
    if (mark.mark === 'rect')
      pdf
        .rect(...at(mark.x, mark.y), mark.width * scale, mark.height * scale)
        .fillAndStroke(colors[mark.tone] ?? '#35506b', '#000')
    else if (mark.mark === 'line')
      pdf
        .moveTo(...at(mark.x1, mark.y1))
        .lineTo(...at(mark.x2, mark.y2))
        .stroke(colors[mark.tone] ?? '#000')
    else {
      pdf
        .font('regular')
        .fontSize(mark.size * scale)
        .fillColor('#000')
      const text = pdf.widthOfString(mark.text)
      const [x, y] = at(mark.x, mark.y)
      const left = x - (mark.anchor === 'middle' ? text / 2 : mark.anchor === 'end' ? text : 0)
      pdf.text(mark.text, left, y, { lineBreak: false, baseline: 'alphabetic' })
    }
  pdf.x = margins.left
  pdf.y = top + height * scale
}

function block(pdf, one) {
  if (one.type === 'table') return table(pdf, one)
  if (one.type === 'chart') return chart(pdf, one)
  if (one.type === 'heading') return pdf.font('bold').fontSize(14).text(`${one.marker} ${one.text}`).moveDown(0.5)
  const paragraphs = one.type === 'list' ? one.items : [one.runs]
  for (const runs of paragraphs)
    pdf.font('regular').fontSize(14).text(textOf(runs), { align: 'justify', indent: 36, lineGap: 2 }).moveDown(0.5)
}

const draw = () =>
  new Promise((resolve) => {
    const pdf = new PDFDocument({ size: 'A4', margins, pdfVersion: '1.7' })
    const chunks = []
    pdf.on('data', (chunk) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    for (const [name, file] of Object.entries(files)) pdf.registerFont(name, join(faces, `Tinos_${file}.ttf`))
    pdf.font('bold').fontSize(14).text(report.subject, { align: 'center' }).moveDown()
    for (const one of report.blocks) block(pdf, one)
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
