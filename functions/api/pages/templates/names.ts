// What the blocks of a template can name: indicators and questions of the campaign that is looked at, by role.

import { formItems } from '../../../../shared/form/form.ts'
import type { FormItem } from '../../../../shared/form/items.ts'
import { formLanguage } from '../../../../shared/form/texts.ts'
import { localize } from '../../../../shared/language.ts'
import { labelWords, shortened } from '../../../../shared/report/answer-words.ts'
import { questionsFor } from '../../../../shared/report/suggest-template.ts'
import type { RoleNames } from '../../../../web/pages/templates/block-form.tsx'
import type { SignedInCall } from '../../call.ts'
import type { Look } from './look.ts'

const longestLabel = 120

/** Of a role without a campaign: nothing. */
export async function namesFor({ deps, me, language }: SignedInCall, { roles }: Look): Promise<RoleNames> {
  const all = await Promise.all(
    roles.map(async ({ key, chosen }) => {
      const form = chosen && (await deps.directory.findForm(me.organisationId, chosen.form))
      if (!chosen || !form) return [key, undefined] as const
      const reading = { version: form, language, texts: formLanguage(form.form, language) }
      const label = (item: FormItem) => [item.key, shortened(labelWords(reading, item, []), longestLabel)] as const
      const { open, chosen: counted } = questionsFor(form)
      const names = {
        indicators: chosen.indicators.map(({ id, name }) => [id, localize(name, language)] as const),
        questions: counted.map(label),
        open: open.map(label),
        repeats: formItems(form.form)
          .filter(({ type }) => type === 'repeat')
          .map(label),
      }
      return [key, names] as const
    }),
  )
  return new Map(all.flatMap(([key, names]) => (names ? [[key, names] as const] : [])))
}
