// One member of a named survey: what they answered, and below it the part that their cell fills in.

import type { EvidenceReference } from '../../../shared/evidence/reference.ts'
import type { Answers } from '../../../shared/form/answers.ts'
import type { PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { answersMessages } from '../../../shared/messages/answers.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { scoringMessages } from '../../../shared/messages/scoring.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { WhyNot } from '../../../shared/response/review.ts'
import { FaultLinks } from '../../form/fault-links.tsx'
import { answersForm } from '../../form/form-body.tsx'
import { type FormFiles, moreStyle } from '../../form/form-script.tsx'
import type { FormScreen } from '../../form/screen.ts'
import { Items } from '../../form/section.tsx'
import { AnswerList } from '../../parts/answers.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf, unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type ScoreMemberPageProps = {
  readonly context: PageContext
  readonly problem: Problem | undefined
  readonly title: LocalText
  readonly name: string
  readonly unit: { readonly name: string; readonly code: string; readonly parentName: string | undefined }
  readonly periodId: PeriodId
  readonly isSaved: boolean
  /** Why nothing can be filled in; undefined where it can. */
  readonly whyNot: WhyNot | undefined
  /** The whole form, with the member's answers in it. */
  readonly screen: FormScreen
  /** The group that is filled in; undefined where this version of the form doesn't have it. */
  readonly group: number | undefined
  /** What the member answered. */
  readonly answers: Answers
  /** All that is stored now, the scores among it. */
  readonly scores: Answers
  /** The newest revision of the answer: scores are given to what was seen. */
  readonly revision: number
  readonly action: string
  readonly files: FormFiles
  readonly listHref: string
  /** For whoever may read records. */
  readonly recordHref: string | undefined
  readonly evidenceUrl: ((reference: EvidenceReference) => string) | undefined
}

export function ScoreMemberPage(props: ScoreMemberPageProps) {
  const { context, problem, title, name, unit, periodId, screen, answers, evidenceUrl } = props
  const { language } = context
  const m = scoringMessages[language]
  return (
    <Layout
      context={context}
      title={`${m.title}: ${name}`}
      faulty={problem !== undefined}
      moreStyle={[context.assetUrl('answers.css'), ...[moreStyle(screen, props.files) ?? []].flat()]}
    >
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          {problem.code === 'response.scores-invalid' && <FaultLinks screen={screen} faults={problem.faults} />}
          {problem.code === 'response.step-not-allowed' && (
            <p>{answersMessages[language].review.whyNot[problem.why]}</p>
          )}
        </ProblemPanel>
      )}
      <div class="slip">
        <div class="head">
          <p class="over" lang={langOf(title, language)}>
            {localize(title, language)}
          </p>
          <h1>{name}</h1>
          <p class="unit">{unitName(unit.name)}</p>
          <p class="meta">{messagesOf(context).period(periodName(periodId, language))}</p>
          {props.isSaved && !problem && (
            <p class="state" role="status">
              {m.saved}
            </p>
          )}
        </div>
        <section class="part">
          <h2>{m.answers(name)}</h2>
          <AnswerList
            version={screen.version}
            answers={answers}
            without={props.group}
            language={language}
            {...(evidenceUrl ? { evidenceUrl } : {})}
          />
        </section>
        <section class="part">
          <h2>{m.form}</h2>
          <Scores {...props} />
        </section>
        <p class="send">
          <a href={props.listHref}>{m.back}</a>
          {props.recordHref && <a href={props.recordHref}>{m.record}</a>}
        </p>
      </div>
    </Layout>
  )
}

function Scores(props: ScoreMemberPageProps) {
  const { context, screen, group, whyNot, action, revision } = props
  const m = scoringMessages[context.language]
  if (whyNot !== undefined || group === undefined)
    return (
      <>
        {whyNot !== undefined && <p class="state">{answersMessages[context.language].review.whyNot[whyNot]}</p>}
        {group !== undefined && (
          <AnswerList version={screen.version} answers={props.scores} language={context.language} only={group} />
        )}
      </>
    )
  return (
    <form id={answersForm} method="post" action={action} autocomplete="off" novalidate>
      <p class="meta">{m.formLead}</p>
      <input type="hidden" name="revision" value={String(revision)} />
      <input type="hidden" name="typedIn" value={screen.ui} />
      <Items screen={screen} parent={screen.draft.root} depth={3} only={[group]} />
      <div class="send">
        <button type="submit" class="main" name="action" value="next">
          {m.saveNext}
        </button>
        <button type="submit" class="minor" name="action" value="save">
          {m.save}
        </button>
      </div>
    </form>
  )
}
