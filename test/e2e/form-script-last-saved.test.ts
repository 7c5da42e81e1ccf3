// A unit's report that begins with what the unit reported last: the page, the form script and the server go by the same answers.

import { expect, test } from 'vitest'
import { findCampaign, saveCampaign } from '../../functions/store/campaigns.ts'
import { readBucket } from '../../functions/store/responses.ts'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { asId, CampaignId, PeriodId } from '../../shared/ids.ts'
import { formVersion } from '../support/forms.ts'
import { org, period, reporter, responseId, unitId } from '../support/scenario.ts'
import { at, faultAt, field, formBrowser, isActing, sent } from './form-in-browser.ts'

const open = formBrowser()
const campaignId = asId(CampaignId, 'every')
const before = asId(PeriodId, '2012-H2')
const cell = unitId('cell-1')

const version = formVersion('last-form', {
  survey: `
    type | name | label::Tiếng Việt (vi) | required | default | calculation | constraint
    text | pledge | Việc đăng ký | yes | \${last-saved#plan} | |
    text | plan | Đăng ký kỳ tới | yes | | |
    integer | members | Số đảng viên | yes | | | . >= coalesce(\${last-saved#members}, 0)
    calculate | total | Cộng dồn | | | coalesce(\${last-saved#total}, 0) + \${members} |
    note | sum | Cộng dồn từ đầu: \${total} | | | |`,
  choices: 'list_name | name | label',
  settings: `
    form_title | default_language
    Báo cáo của đơn vị | Tiếng Việt (vi)`,
})

test.each([true, false])('a reporter’s form begins with the last period’s answers (script: %s)', async (hasScript) => {
  const { page, site } = await open(version, { javaScriptEnabled: hasScript })
  const { api } = site
  const found = await findCampaign(api.table, org, campaignId)
  const [current] = found?.campaign.periods ?? []
  if (!found || !current) throw new Error('The campaign is there')
  const periods = [{ ...current, id: before, opensAt: '2012-07-01T00:00:00Z' }, current]
  const report = { ...found.campaign, kind: 'unit-report' as const, periods }
  expect(await saveCampaign(api.table, report, found.version)).toBe(true)
  const last = await api.postForm(
    `/campaigns/${campaignId}/periods/${before}/units/${cell}/form`,
    { id: responseId(3), formVersion: '1', 'q.pledge': 'Kỳ đầu', 'q.plan': 'Trồng 200 cây', 'q.members': '12' },
    reporter,
  )
  expect(last.status, await last.text()).toBe(303)

  const [name = '', value = ''] = (await api.signIn(reporter)).split('=')
  await page.context().addCookies([{ name, value, url: site.origin }])
  await page.goto(site.form)
  if (hasScript) await isActing(page)
  expect(await field(page, 'pledge').inputValue()).toBe('Trồng 200 cây')
  expect(await field(page, 'plan').inputValue()).toBe('')
  await field(page, 'plan').fill('Trồng thêm 100 cây')
  if (hasScript) {
    await field(page, 'members').fill('11')
    await field(page, 'members').blur()
    expect(await faultAt(page, 'members').textContent()).not.toBe('')
    await field(page, 'members').fill('13')
    await field(page, 'members').blur()
    expect(await at(page, 'sum').textContent()).toContain('Cộng dồn từ đầu: 25')
  } else await field(page, 'members').fill('13')
  await sent(page)
  const stored = await readBucket(api.table, bucketFor(campaignId, period, enterUnit(cell, 1), responseId(3)))
  expect(stored.map(({ answers }) => Object.fromEntries(answers))).toEqual([
    { pledge: 'Trồng 200 cây', plan: 'Trồng thêm 100 cây', members: 13, total: '25' },
  ])
})
