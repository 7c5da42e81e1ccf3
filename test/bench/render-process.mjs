// Renders one report in a process of its own, as often as it is told: prints the CPU milliseconds of importing the
// renderer and of each rendering, and the most memory the process ever held. Arguments: the renderer's address, a file
// with the report's data, how often, a file for the PDF.

import { readFile, writeFile } from 'node:fs/promises'

const [, , address, dataFile, times, pdfFile] = process.argv
const document = JSON.parse(await readFile(dataFile, 'utf8'))

async function milliseconds(work) {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

let renderPdf
const imported = await milliseconds(async () => {
  renderPdf = (await import(address)).renderPdf
})
let pdf
const rendered = []
while (rendered.length < Number(times))
  rendered.push(
    await milliseconds(async () => {
      pdf = await renderPdf(document)
    }),
  )
await writeFile(pdfFile, pdf)
console.log(JSON.stringify({ imported, rendered, mostKilobytes: process.resourceUsage().maxRSS }))
process.exit()
