// A survey that is open, with people invited to it: what tests of members start from.

import { type HandedOut, invite, openDoor } from '../../functions/invite.ts'
import { findCampaign } from '../../functions/store/campaigns.ts'
import { roundOf } from '../../functions/submit/member.ts'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { asId, UnitId } from '../../shared/ids.ts'
import { formatLinkKey } from '../../shared/survey/link-key.ts'
import type { AnsweringWay, Survey } from '../../shared/survey/survey.ts'
import type { TestApi } from './api.ts'
import { formVersion } from './forms.ts'
import { aCampaign, campaignId, org, store } from './scenario.ts'

export const surveyForm = formVersion('cell-form', {
  survey: `
    type | name | label::Tiếng Việt (vi) | label::English (en) | required | relevant
    select_one five | trust | Ông/bà có tin cấp ủy không? | Do you trust the committee? | yes |
    select_one sex | sex | Giới tính | Sex | |
    integer | meetings | Số lần dự họp | Meetings attended | |
    text | note | Điều muốn góp ý | What should change | | \${trust} = 'no'`,
  choices: `
    list_name | name | label::Tiếng Việt (vi) | label::English (en)
    five | yes | Có | Yes
    five | no | Không | No
    sex | f | Nữ | Female
    sex | m | Nam | Male`,
  settings: `
    form_title | form_title::English (en) | default_language
    Phiếu lấy ý kiến | Survey | Tiếng Việt (vi)`,
})

const surveyPeriod = {
  ...aCampaign().periods[0],
  closesAt: '2013-06-30T17:00:00.000Z',
  graceDays: 0,
}

/** Stores the survey and invites so many people in each unit. */
export async function surveyScene(
  api: TestApi,
  about: {
    way: AnsweringWay
    invited?: Readonly<Record<string, number>>
    limit?: number
    breakdowns?: string[]
    form?: FormVersion
  } & Pick<Partial<Survey>, 'scoring'> &
    Pick<Partial<Campaign>, 'figures' | 'periods'>,
): Promise<{ handedOut: HandedOut[]; links: string[] }> {
  const { way, invited = {}, limit, breakdowns = [], form = surveyForm, scoring, figures = 'submitted' } = about
  const [first] = aCampaign().periods
  const { periods = first ? [{ ...first, closesAt: surveyPeriod.closesAt, graceDays: 0 }] : [] } = about
  const [period] = periods
  if (!period) throw new Error('A campaign has a period')
  await store(
    api.table,
    aCampaign({
      kind: 'member-survey',
      indicators: [],
      scope: { from: { kind: 'subtree', top: asId(UnitId, 'bloc'), level: 'cell' }, except: [], also: [], expected: 1 },
      periods,
      figures,
      countingRule: 'many',
      survey: {
        way,
        breakdowns,
        ...(limit === undefined ? {} : { limit }),
        ...(scoring === undefined ? {} : { scoring }),
      },
    }),
    1,
    form,
  )
  const found = await findCampaign(api.table, org, campaignId)
  const survey = found?.campaign.survey
  if (!found || !survey) throw new Error('The survey is there')
  const door = await openDoor(api.deps, found)
  if (!door) throw new Error('Nobody else changed it')
  const round = roundOf(survey, period)
  const invitees = Object.entries(invited).flatMap(([unit, count]) =>
    Array.from({ length: count }, (_, n) => ({ unitId: asId(UnitId, unit), name: `Người ${unit} ${n + 1}` })),
  )
  const handedOut = await invite(api.deps, { campaign: found.campaign, round, door }, invitees)
  const links =
    way === 'open'
      ? [`/s/${formatLinkKey({ kind: 'open', door })}`]
      : handedOut.map(({ token }) => `/s/${formatLinkKey({ kind: 'token', door, token })}`)
  return { handedOut, links }
}
