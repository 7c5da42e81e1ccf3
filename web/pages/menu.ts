// Which entry of the menu a page belongs to.

import { path } from '../../shared/paths.ts'
import { type MenuEntry, menuEntries } from './context.ts'

/** Pages that lie elsewhere than the entry that leads to them. */
const besides: readonly (readonly [RegExp, MenuEntry])[] = [[/^\/templates(\/|$)/, 'reports']]

/** Pages below a campaign that are part of something else; of several entries the first that the person has is meant. */
const belowCampaigns: readonly (readonly [RegExp, readonly MenuEntry[]])[] = [
  [/\/actions\/[^/]+(\/|$)/, ['actions']],
  [/\/(board|progress)$/, ['progress']],
  [/\/responses\/[^/]+\/(record|correct|accept|return|release|withdraw|paper)$/, ['answers']],
  [/\/(answers|records)$/, ['answers']],
  [/\/units\/[^/]+\/(form|draft|not-possible|responses\/.*)$/, ['visits', 'answers']],
  [/\/enter$/, ['answers', 'visits']],
]

/**
 * The entry that leads to the page at an address (a path with or without a query), and whether it is that very page.
 * Undefined where none of those the person has does.
 */
export function menuPlace(
  here: string,
  may: ReadonlySet<MenuEntry>,
): { readonly entry: MenuEntry; readonly isItself: boolean } | undefined {
  const [address = ''] = here.split('?')
  const entry = besides.find(([pattern]) => pattern.test(address))?.[1]
  if (entry) return may.has(entry) ? { entry, isItself: false } : undefined
  const below = address.startsWith(`${path.campaigns()}/`)
    ? belowCampaigns.find(([pattern]) => pattern.test(address))?.[1]
    : undefined
  const found = below
    ? below.find((entry) => may.has(entry))
    : menuEntries
        .filter((entry) => may.has(entry) && `${address}/`.startsWith(`${path[entry]()}/`))
        .sort((a, b) => path[b]().length - path[a]().length)[0]
  return found && { entry: found, isItself: path[found]() === address }
}
