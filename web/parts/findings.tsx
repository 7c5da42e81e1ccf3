// What an answer raised, under the words of its form: figures that don't fit, and faults with what is to be done.

import { type FormVersion, formItems } from '../../shared/form/form.ts'
import type { FormItem } from '../../shared/form/items.ts'
import type { Finding } from '../../shared/form/rules.ts'
import { formLanguage, plainLabel, textIn } from '../../shared/form/texts.ts'
import type { Language } from '../../shared/language.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import type { Texts } from '../../shared/xlsform/form.ts'

type Props = { readonly version: FormVersion; readonly findings: readonly Finding[]; readonly language: Language }

export function FindingList({ version, findings, language }: Props) {
  const texts = formLanguage(version.form, language)
  const items = formItems(version.form)
  return (
    <ul class="findings">
      {findings.map(({ kind, question }) => {
        const item = items.find(({ key }) => key === question.replace(/^.*\]\//, ''))
        return item ? (
          <li key={`${kind} ${question}`}>
            <FindingText item={item} kind={kind} texts={texts} language={language} />
          </li>
        ) : null
      })}
    </ul>
  )
}

/** Import takes these words in any case, and no others. */
const severityText = (severity: string, language: Language): string => {
  const words: Readonly<Record<string, string>> = pageMessages[language].receipt.severities
  return words[severity.toLowerCase()] ?? severity
}

type TextProps = {
  readonly item: FormItem
  readonly kind: Finding['kind']
  readonly texts: string
  readonly language: Language
}

function FindingText({ item: { source, name }, kind, texts, language }: TextProps) {
  const m = pageMessages[language]
  const say = (all: Texts | undefined) => plainLabel(textIn(all, texts) ?? '')
  const rule = 'questions' in source ? undefined : source.finding
  const isRule = kind === 'consistency'
  const message = say(isRule ? source.consistency?.message : rule?.message) || m.findingKinds[kind]
  const action = isRule ? '' : say(rule?.action)
  const days = isRule ? Number.NaN : Number(rule?.dueDays)
  return (
    <>
      <b>{say(source.label) || name}</b>
      {message && `: ${message}`}
      {!isRule && rule?.severity && ` (${severityText(rule.severity, language)})`}
      {action && (
        <small>
          {m.receipt.action(action)}
          {Number.isSafeInteger(days) && ` ${m.receipt.dueDays(days)}`}
        </small>
      )}
    </>
  )
}
