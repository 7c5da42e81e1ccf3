// Names of questions and sections: which are legal, which clash, and where each leads.

import { type Issues, issue, type Place } from './issue.ts'
import { isName } from './parameters.ts'
import type { QuestionType } from './question-type.ts'

/** Something that ${name} can mean. */
export type Named = {
  readonly name: string
  readonly type: QuestionType | 'group' | 'repeat' | 'loop'
  /** Whether a person sees it, so that they can change it. */
  readonly visible: boolean
  /** In a loop there is one for each choice: its name is ambiguous. */
  readonly inLoop: boolean
}

/** Names within one section, or at the top. */
type Siblings = { readonly names: Set<string>; readonly lower: Set<string> }
export const noSiblings = (): Siblings => ({ names: new Set(), lower: new Set() })

export class Names {
  readonly all = new Map<string, Named[]>()
  readonly repeats = new Set<string>()
  readonly issues: Issues
  readonly root: string
  constructor(root: string, issues: Issues) {
    this.root = root
    this.issues = issues
  }

  add(named: Named): void {
    const alike = this.all.get(named.name)
    if (alike) alike.push(named)
    else this.all.set(named.name, [named])
  }

  /** Says what is wrong with a name at its place. */
  check(name: string, siblings: Siblings, at: Place): void {
    const { issues } = this
    if (!isName(name) || name.length > 255) issues.error(issue.nameInvalid(at, name))
    else if (name === 'meta') issues.error(issue.nameReserved(at, name))
    else if (siblings.names.has(name)) issues.error(issue.nameTwice(at, name))
    else if (siblings.lower.has(name.toLowerCase())) issues.warn(issue.nameCase(at, name))
    siblings.names.add(name)
    siblings.lower.add(name.toLowerCase())
  }

  /** Repeats become tables of an export: their names are unique in the whole form. */
  checkRepeat(name: string, at: Place): void {
    if (name === this.root) this.issues.error(issue.repeatNameRoot(at, name))
    else if (this.repeats.has(name)) this.issues.error(issue.repeatNameTwice(at, name))
    this.repeats.add(name)
  }
}
