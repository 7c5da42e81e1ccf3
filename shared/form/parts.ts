// Which parts of the form script a form needs: a page carries no more (web/islands/form/parts/ has them).

import { functionsIn } from '../expression/names.ts'
import { familiesOf } from '../expression/uses.ts'
import { expressionsIn } from './compile.ts'
import { hasChangingChoices, type Program, type ProgramItem } from './program.ts'

/** Names as the script knows them: families of functions, and what else only some forms have. */
export function partsOf(program: Program, hasSearch: boolean): readonly string[] {
  const { items } = program
  const functions = items.flatMap(expressionsIn).flatMap(functionsIn)
  const has = (test: (item: ProgramItem) => boolean) => items.some(test)
  const ofType = (...types: readonly ProgramItem['type'][]) => has(({ type }) => types.includes(type))
  const families = familiesOf(functions).filter((family) => family !== 'logic')
  const isFiltered = has(hasChangingChoices)
  const others = {
    moment:
      families.includes('date') || ofType('date', 'time', 'dateTime') || items.flatMap(expressionsIn).some(namesDate),
    place: ofType('geopoint', 'geotrace', 'geoshape'),
    choices: isFiltered || program.lists.length > 0 || ofType('rank'),
    repeat: ofType('repeat'),
    paths: isFiltered || items.flatMap(expressionsIn).some(walks),
    rank: ofType('rank'),
    range: ofType('range'),
    rules: has(({ consistency }) => consistency !== undefined),
    evidence: ofType('image', 'audio', 'video', 'file'),
    search: hasSearch,
  }
  return [...new Set([...families, ...Object.entries(others).flatMap(([name, isNeeded]) => (isNeeded ? [name] : []))])]
}

/** A text that may be read as a date, which depends on the zone. */
const namesDate = (tree: unknown): boolean =>
  typeof tree === 'string' ? /\d-\d/.test(tree) : Array.isArray(tree) && tree.some(namesDate)

/** Whether an expression follows a path, or joins sets of nodes. "." alone is no path. */
const walks = (tree: unknown): boolean =>
  Array.isArray(tree) &&
  (['/', 'of', '|'].includes(tree[0]) || (tree[0] === './' && tree.length > 1) || tree.some(walks))
