// The text of a string item (`si`, `is`): its runs joined, without fonts and without the phonetic guides of Japanese.

import { excelLimits } from './limits.ts'
import { workbookProblem } from './problems.ts'
import { Refused } from './refused.ts'

/** With every character escaped, a cell at Excel's limit is 7 times as long. */
const longest = excelLimits.textLength * 7

export class RichText {
  readonly #part: string
  #text = ''
  #inText = false
  #inGuide = false

  constructor(part: string) {
    this.#part = part
  }

  open(name: string): void {
    if (name === 'rPh') this.#inGuide = true
    else if (name === 't') this.#inText = true
  }

  add(text: string): void {
    if (!this.#inText || this.#inGuide) return
    this.#text += text
    if (this.#text.length > longest) throw new Refused(workbookProblem.damaged(this.#part))
  }

  close(name: string): void {
    if (name === 'rPh') this.#inGuide = false
    else if (name === 't') this.#inText = false
  }

  /** What was collected, still escaped; the next item starts empty. */
  take(): string {
    const text = this.#text
    this.#text = ''
    return text
  }
}
