// Campaigns, forms and units, described.

import * as v from 'valibot'
import { actions } from '../../../shared/organisation/access.ts'
import type { Operation } from './operation.ts'
import { after, limit } from './parameters.ts'

const campaign = {
  id: 'k2xw7pd',
  title: { vi: 'Khảo sát chất lượng sinh hoạt chi bộ' },
  kind: 'inspection',
  state: 'open',
  unit: 'ur7m2k9',
  form: { id: 'chat-luong-chi-bo', version: 1, earlierVersions: [] },
  countingRule: 'one-per-unit',
  figures: 'submitted',
  periods: [{ id: '2013-H1', opensAt: '2013-01-01T00:00:00.000Z', closesAt: null, graceDays: 10, state: 'open' }],
}
const missing = { id: 'un34p7h', code: 'DB05.1', name: 'Chi bộ Sông Hồng 1' }

export const campaignOperations: readonly Operation[] = [
  {
    route: 'GET /api/campaigns',
    id: 'listCampaigns',
    area: 'campaigns',
    summary: { vi: 'Danh sách đợt', en: 'List campaigns' },
    says: { vi: 'Những đợt có thể liên quan đến ông/bà.', en: 'Those that may concern you.' },
    answers: {
      200: { says: { vi: 'Các đợt', en: 'Campaigns' }, schema: 'CampaignList', example: { campaigns: [campaign] } },
    },
    problems: [],
  },
  {
    route: 'GET /api/campaigns/:campaign',
    id: 'getCampaign',
    area: 'campaigns',
    summary: { vi: 'Một đợt', en: 'Read a campaign' },
    answers: { 200: { says: { vi: 'Đợt', en: 'The campaign' }, schema: 'Campaign', example: campaign } },
    problems: ['campaign.unknown'],
  },
  {
    route: 'GET /api/campaigns/:campaign/periods/:period/progress',
    id: 'getProgress',
    area: 'campaigns',
    summary: { vi: 'Tiến độ của một kỳ', en: 'Read the progress of a period' },
    answers: {
      200: {
        says: { vi: 'Tiến độ theo đơn vị', en: 'Progress by unit' },
        schema: 'Progress',
        example: {
          ...{ campaign: 'k2xw7pd', period: '2013-H1', asOf: '2013-07-10T02:31:07.000Z', recounting: 0 },
          ...{ expected: 47, reported: 46, responses: 46 },
          groups: [
            { unit: 'ud5p2s8', code: 'DB05', name: 'Đảng bộ Sông Hồng', expected: 3, reported: 2, missing: [missing] },
          ],
        },
      },
    },
    problems: ['campaign.unknown', 'campaign.period-unknown', 'access.role-missing'],
  },
  {
    route: 'GET /api/forms/:form/versions/:version',
    id: 'getForm',
    area: 'forms',
    summary: { vi: 'Một phiên bản biểu mẫu', en: 'Read a version of a form' },
    says: { vi: 'Phiên bản không bao giờ thay đổi.', en: 'A version never changes.' },
    answers: {
      200: {
        says: { vi: 'Biểu mẫu', en: 'The form' },
        schema: 'FormVersion',
        example: { id: 'chat-luong-chi-bo', version: 1, form: { questions: [] } },
      },
    },
    problems: ['form.unknown'],
  },
  {
    route: 'GET /api/organisation/units',
    id: 'listUnits',
    area: 'units',
    summary: { vi: 'Danh sách đơn vị', en: 'List units' },
    says: {
      vi: 'Những đơn vị thuộc các vai trò của ông/bà, cấp trên trước cấp dưới.',
      en: 'Those that your roles cover, parents before children.',
    },
    parameters: [after, limit],
    answers: {
      200: {
        says: { vi: 'Một trang đơn vị', en: 'A page of units' },
        schema: 'UnitList',
        example: { units: [{ ...missing, level: 'cell', parent: 'ud5p2s8', members: 21 }], next: null },
      },
    },
    problems: ['request.wrong-shape'],
  },
  {
    route: 'GET /api/units',
    id: 'searchUnits',
    area: 'units',
    summary: { vi: 'Tìm đơn vị', en: 'Search units' },
    says: { vi: 'Gõ không dấu cũng được.', en: 'Marks and capitals don’t matter.' },
    parameters: [
      {
        name: 'action',
        in: 'query',
        schema: v.picklist(actions),
        says: { vi: 'Việc định làm ở đơn vị', en: 'What is to be done there' },
        isRequired: true,
        example: 'response.export',
      },
      {
        name: 'q',
        in: 'query',
        schema: v.pipe(v.string(), v.maxLength(250)),
        says: { vi: 'Mã hoặc tên', en: 'Code or name' },
        example: 'song hong',
      },
    ],
    answers: {
      200: {
        says: { vi: 'Những đơn vị hợp nhất', en: 'The best matches' },
        schema: 'UnitSuggestions',
        example: { units: [{ ...missing, where: 'Đảng bộ Sông Hồng' }], hasMore: false },
      },
    },
    problems: ['request.wrong-shape', 'access.role-missing'],
  },
]
