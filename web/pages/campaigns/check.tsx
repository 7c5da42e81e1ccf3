// The check list of a campaign before it opens: what is done, what is missing and where, and the button that opens it.

import type { Child } from 'hono/jsx'
import type { Check } from '../../../shared/campaign/readiness.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { path } from '../../../shared/paths.ts'
import type { Misfit } from '../../../shared/survey/form-fit.ts'
import type { PageContext } from '../context.ts'
import { campaignTexts } from './step.tsx'
import { Filling } from './step-units.tsx'

export type CheckListProps = {
  readonly context: PageContext
  readonly campaignId: CampaignId
  readonly version: number
  readonly checks: readonly Check[]
  readonly missing: number
  readonly filled: { readonly asked: number; readonly written: number } | undefined
  /** Whether the lifecycle lets it open and be deleted at all. */
  readonly mayOpen: boolean
  /** What keeps the form from being this survey's. */
  readonly misfits: readonly MisfitLine[]
  readonly isSurvey: boolean
  /** Whether opening makes an open link. */
  readonly makesLink: boolean
  readonly children?: Child
}

/** A question of a form that a survey can't ask, by its label. */
export type MisfitLine = Pick<Misfit, 'question' | 'reason' | 'what'>

export function CheckList(props: CheckListProps) {
  const { context, campaignId, version, checks, missing, filled, mayOpen, misfits } = props
  const m = campaignTexts(context)
  const t = m.check
  return (
    <>
      <p class="lead">{t.lead}</p>
      <ul class="checks">
        {checks.map((check) => (
          <Item key={check.key} context={context} campaignId={campaignId} check={check} misfits={misfits} />
        ))}
      </ul>
      {filled && <Filling context={context} {...filled} action={path.campaignFilling(campaignId)} />}
      {props.children}
      {mayOpen && (
        <section class="preview">
          <h2>{t.openTitle}</h2>
          <p>{missing > 0 ? t.cannot(missing) : props.isSurvey ? m.survey.openHint : t.openHint}</p>
          {props.makesLink && <p>{m.survey.openWithLink}</p>}
          {missing === 0 && (
            <form class="send" method="post" action={path.openCampaign(campaignId)}>
              <input type="hidden" name="version" value={String(version)} />
              <button type="submit" class="main">
                {t.openNow}
              </button>
            </form>
          )}
          <p class="send">
            <a href={path.campaignChange(campaignId, 'delete')}>{t.delete}</a>
          </p>
        </section>
      )}
    </>
  )
}

type ItemProps = Pick<CheckListProps, 'context' | 'campaignId' | 'misfits'> & { readonly check: Check }

function Item({ context, campaignId, check, misfits }: ItemProps) {
  const m = campaignTexts(context)
  const { done, not } = m.check.items[check.key]
  return (
    <li class={check.state}>
      <b>{m.check.states[check.state]}</b>
      <div>
        {check.state === 'done' ? done : not}
        {check.key === 'form-fit' && misfits.length > 0 && (
          <ul>
            {misfits.map(({ question, reason, what }) => (
              <li key={`${question} ${what}`}>{m.survey.misfit(question, reason, what)}</li>
            ))}
          </ul>
        )}
      </div>
      <WayOut context={context} campaignId={campaignId} check={check} />
    </li>
  )
}

/** Where what is missing is put right. */
function WayOut({ context, campaignId, check }: Pick<ItemProps, 'context' | 'campaignId' | 'check'>) {
  const m = campaignTexts(context)
  if (check.key === 'invited') return <a href={path.invitations(campaignId)}>{m.survey.toInvitations}</a>
  if (check.state === 'done') return null
  return <a href={path.campaignStep(campaignId, check.step)}>{m.check.toStep(m.steps[check.step])}</a>
}
