// A survey as a member fills it in: what it is in one sentence, then the questions. Nothing on it leads anywhere else.

import type { Child } from 'hono/jsx'
import type { Campaign } from '../../../shared/campaign/campaign.ts'
import { formTitle } from '../../../shared/form/texts.ts'
import { type Language, type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { surveyOwnMessages } from '../../../shared/messages/survey-own.ts'
import { surveyMessages } from '../../../shared/messages/surveys.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { Survey } from '../../../shared/survey/survey.ts'
import { FaultLinks } from '../../form/fault-links.tsx'
import { answersForm, FormBody } from '../../form/form-body.tsx'
import { FormLanguage } from '../../form/form-language.tsx'
import { type FormFiles, FormScript, moreStyle } from '../../form/form-script.tsx'
import { FormNotices } from '../../form/notices.tsx'
import type { FormScreen } from '../../form/screen.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { messagesOf } from '../context.ts'
import { Layout } from '../layout.tsx'

export type SurveyPageProps = {
  readonly context: PageContext
  readonly screen: FormScreen
  readonly survey: Survey
  readonly campaign: Pick<Campaign, 'title' | 'description'>
  readonly closesAt: string | null
  readonly organisation: LocalText
  readonly minutes: number
  /** When the page was made, signed; open surveys alone. */
  readonly opened: string | undefined
  readonly files: FormFiles
  readonly problem: Problem | undefined
  /** Of a named survey: whose link this is. */
  readonly named?: string
  /** What is to be known before one begins. */
  readonly above?: Child
  /** Fields of its own that travel along, the ways on besides sending, and what stands below the form. */
  readonly carried?: Child
  readonly beside?: Child
  readonly below?: Child
}

export function SurveyPage(props: SurveyPageProps) {
  const { context, screen, files, problem, survey, opened } = props
  const m = surveyMessages[context.language]
  return (
    <Layout
      context={context}
      title={formTitle(screen.version.form, screen.language)}
      faulty={problem !== undefined || screen.faults.size > 0}
      typedIn={answersForm}
      moreStyle={[
        ...(props.named === undefined ? [] : [context.assetUrl('answers.css')]),
        ...[moreStyle(screen, files) ?? []].flat(),
      ]}
      scripts={[context.assetUrl('survey.js')]}
    >
      {problem ? (
        <ProblemPanel context={context} problem={problem}>
          {problem.code === 'answers.invalid' && <FaultLinks screen={screen} faults={problem.faults} />}
        </ProblemPanel>
      ) : (
        <FormNotices context={context} screen={screen} />
      )}
      {props.above}
      <div class="slip">
        <Head {...props} />
        <div
          id="draft"
          hidden
          data-found={m.draft.found}
          data-resume={m.draft.resume}
          data-discard={m.draft.discard}
          data-keeps={survey.way === 'open' ? undefined : 'yes'}
        />
        <FormBody screen={screen} action={context.here} beside={props.beside}>
          {props.carried}
          {opened && (
            <>
              <input type="hidden" name="opened" value={opened} />
              <p hidden>
                <label>
                  {m.website} <input name="website" tabindex={-1} autocomplete="off" />
                </label>
              </p>
            </>
          )}
        </FormBody>
      </div>
      {props.below}
      <FormScript screen={screen} files={files} timeZone={context.timeZone} />
    </Layout>
  )
}

function Head(props: SurveyPageProps) {
  const { context, screen, survey, campaign, closesAt, organisation, minutes } = props
  const m = surveyMessages[context.language]
  const { language } = context
  const until = closesAt === null ? undefined : formatMoment(closesAt, language, context.timeZone)
  const { description } = campaign
  return (
    <div class="head">
      <p class="over" lang={langOf(organisation, language)}>
        {localize(organisation, language)}
      </p>
      <h1>{formTitle(screen.version.form, screen.language)}</h1>
      <p class="lead">{m.promise[survey.way]({ organisation: localize(organisation, language), until, minutes })}</p>
      {props.named !== undefined && <Personal language={language} name={props.named} />}
      {survey.way === 'anonymous' && (
        <details>
          <summary>{m.why}</summary>
          <ul>
            {m.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <p>{m.limits}</p>
        </details>
      )}
      {description && (
        <p class="note" lang={langOf(description, language)}>
          {localize(description, language)}
        </p>
      )}
      <p class="meta">{messagesOf(context).form.allRequired}</p>
      <FormLanguage screen={screen} />
    </div>
  )
}

/** Whose page it is, and that its link is a key. */
export function Personal({ language, name }: { readonly language: Language; readonly name: string }) {
  return (
    <>
      <p class="unit">{name}</p>
      <p class="hint">{surveyOwnMessages[language].key}</p>
    </>
  )
}
