// Whether each ${name} leads to exactly one question or section, once all of them are known.

import type { Reading } from './formula.ts'
import { issue } from './issue.ts'
import { parameterIn } from './list-uses.ts'
import type { Names } from './names.ts'
import { isQuestion, type Placed } from './survey.ts'

const lastSaved = 'last-saved#'

/** What XLSForm adds to every form. */
const meta = ['instanceID', 'instanceName']

export function checkReferences(names: Names, reading: Reading): void {
  const { issues } = reading
  for (const { name: written, at } of reading.references) {
    const name = written.startsWith(lastSaved) ? written.slice(lastSaved.length) : written
    const found = names.all.get(name) ?? []
    if (found.length === 0 && !meta.includes(name)) issues.error(issue.referenceUnknown(at, name))
    else if (found.length > 1 || found[0]?.inLoop) issues.error(issue.referenceAmbiguous(at, name))
  }
}

/** A trigger is a question that a person can change. */
export function checkTriggers(placed: readonly Placed[], names: Names, { issues }: Reading): void {
  for (const { node, row } of placed) {
    if (!isQuestion(node)) continue
    for (const name of node.trigger ?? []) {
      const at = row.at('trigger')
      const found = (names.all.get(name) ?? []).filter(({ type }) => !['group', 'repeat', 'loop'].includes(type))
      if (found.length === 0) issues.error(issue.referenceUnknown(at, name))
      else if (found.length > 1) issues.error(issue.referenceAmbiguous(at, name))
      else if (found[0]?.visible === false) issues.error(issue.triggerHidden(at, name))
    }
  }
}

/** `reference-geometry` names a list, a file or the repeat whose places are shown. */
export function checkGeometry(
  placed: readonly Placed[],
  names: Names,
  instances: ReadonlySet<string>,
  { issues }: Reading,
): void {
  for (const { node, row } of placed) {
    const target = isQuestion(node) && node.type.startsWith('geo') ? parameterIn(node, 'reference-geometry') : undefined
    if (target === undefined || instances.has(target)) continue
    const [, repeat] = /^\$\{\s*([^{}\s]+)\s*\}$/.exec(target) ?? []
    if (repeat === undefined || !names.repeats.has(repeat)) issues.error(issue.parameterGeometry(row.at('parameters')))
  }
}
