// The questions and sections of a form as one flat list, in the order of the form: each with its index, what its answer is
// called, and where it lies. Loops are written out, and what XLSForm adds by itself ("Other, specify", computed counts).

import type { Formula, Texts, XlsChoice, XlsForm, XlsNode, XlsQuestion, XlsSection } from '../xlsform/form.ts'
import { isSection } from '../xlsform/form.ts'
import { languageCode } from '../xlsform/language-code.ts'
import type { ItemType } from './program.ts'

export type FormItem = {
  readonly index: number
  readonly name: string
  /** What its answer is called: its name, or where that stands twice in the form the path to it ("group/name"). */
  readonly key: string
  readonly type: ItemType
  readonly parent: number | undefined
  /** The repeats around it, the outermost first. */
  readonly repeats: readonly number[]
  readonly source: XlsNode
}

/** The name of the question in which "Other" is specified, and the choice that leads there (pyxform's names). */
export const otherChoice = 'other'
const otherName = (name: string) => `${name}_other`

type Unnamed = Omit<FormItem, 'key'> & { readonly path: string }

/** Files that instance() reads have no place in the answers. */
const withoutAnswer: ReadonlySet<string> = new Set(['csv-external', 'xml-external'])

class Flattener {
  readonly items: Unnamed[] = []
  readonly form: XlsForm
  constructor(form: XlsForm) {
    this.form = form
  }

  add(source: XlsNode, type: ItemType, parent: Unnamed | undefined): Unnamed {
    const inRepeat = parent?.type === 'repeat'
    const repeats = parent ? (inRepeat ? [...parent.repeats, parent.index] : parent.repeats) : []
    const path = parent && !inRepeat ? `${parent.path}/${source.name}` : source.name
    const item = { index: this.items.length, name: source.name, type, parent: parent?.index, repeats, source, path }
    this.items.push(item)
    return item
  }

  all(nodes: readonly XlsNode[], parent: Unnamed | undefined): void {
    for (const node of nodes) {
      if (isSection(node)) this.section(node, parent)
      else if (!withoutAnswer.has(node.type)) this.question(node, parent)
    }
  }

  question(node: XlsQuestion, parent: Unnamed | undefined): void {
    this.add(node, node.type, parent)
    if (!node.orOther) return
    const relevant: Formula = {
      text: `selected(\${${node.name}}, '${otherChoice}')`,
      tree: ['()', 'selected', ['$', node.name], otherChoice],
    }
    const label = specifyOther(this.form.languages)
    this.add({ type: 'text', name: otherName(node.name), label, relevant }, 'text', parent)
  }

  section(node: XlsSection, parent: Unnamed | undefined): void {
    if (node.type === 'loop') {
      this.loop(node, parent)
      return
    }
    const { repeatCount } = node
    const isPlain = typeof repeatCount?.tree === 'object' && repeatCount.tree[0] === '$'
    if (node.type === 'repeat' && repeatCount && !isPlain)
      this.add({ type: 'calculate', name: `${node.name}_count`, calculation: repeatCount }, 'calculate', parent)
    this.all(node.questions, this.add(node, node.type, parent))
  }

  /** A loop asks its questions once for each choice of its list, in a group that is called like the choice. */
  loop(node: XlsSection, parent: Unnamed | undefined): void {
    const group = this.add(node, 'group', parent)
    for (const choice of this.form.lists.find(({ name }) => name === node.list)?.choices ?? []) {
      const { name, label } = choice
      const source: XlsSection = { type: 'group', name, ...(label ? { label } : {}), questions: node.questions }
      this.all(
        node.questions.map((one) => forChoice(one, choice)),
        this.add(source, 'group', group),
      )
    }
  }
}

/** "%(label)s" and "%(name)s" in a loop's labels are the choice's. */
function forChoice(node: XlsNode, choice: XlsChoice): XlsNode {
  const inText = ([language, text]: Texts[number]) => {
    const label = choice.label?.find(([one]) => one === language)?.[1] ?? choice.label?.[0]?.[1] ?? choice.name
    return [language, text.replaceAll('%(label)s', label).replaceAll('%(name)s', choice.name)] as const
  }
  const label = node.label?.map(inText)
  const hint = node.hint?.map(inText)
  const texts = { ...(label ? { label } : {}), ...(hint ? { hint } : {}) }
  return isSection(node)
    ? { ...node, ...texts, questions: node.questions.map((one) => forChoice(one, choice)) }
    : { ...node, ...texts }
}

const specifyOther = (languages: readonly string[]): Texts =>
  (languages.length > 0 ? languages : ['']).map(
    (language) => [language, languageCode(language) === 'vi' ? 'Ý kiến khác (ghi rõ)' : 'Specify other'] as const,
  )

/** Every item of the form; a section stands before what it holds. */
export function itemsOf(form: XlsForm): readonly FormItem[] {
  const flattener = new Flattener(form)
  flattener.all(form.questions, undefined)
  const times = new Map<string, number>()
  for (const { name } of flattener.items) times.set(name, (times.get(name) ?? 0) + 1)
  return flattener.items.map(({ path, ...item }) => ({ ...item, key: times.get(item.name) === 1 ? item.name : path }))
}
