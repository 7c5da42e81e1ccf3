// Who is to be commended by a block of a template: to whom the best class was given often enough.

import { type FormVersion, formItems } from '../form/form.ts'
import { choicesIn } from '../form/lists.ts'
import type { BlockOf } from './template.ts'

/** The best class of a question: its first choice. */
export function bestChoice({ form }: FormVersion, key: string): string | undefined {
  const item = formItems(form).find((one) => one.key === key)
  return item && choicesIn(form, item.source)[0]?.name
}

/** In how many of so many periods. */
export const leastTimes = (how: BlockOf<'commendation'>['as'], periods: number): number =>
  how === 'once' ? 1 : how === 'half' ? Math.ceil(periods / 2) : periods
