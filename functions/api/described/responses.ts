// Responses, described.

import * as v from 'valibot'
import { UnitId } from '../../../shared/ids.ts'
import { places } from '../../../shared/response/state.ts'
import type { Operation } from './operation.ts'
import { after, limit } from './parameters.ts'

const submission = {
  id: '2a9755b3-f4b2-4045-af03-57b12dcf6199',
  revision: 1,
  campaign: 'k2xw7pd',
  unit: 'un34p7h',
  period: '2013-H1',
  formVersion: 1,
  answers: { meetings: 11, hours: '1.5', minutes: 'yes' },
  finishedAt: '2013-07-10T02:30:00.000Z',
}

const receipt = {
  id: submission.id,
  revision: 1,
  contentHash: 'O2kh-oomaTBkqeiwLi2aA7kdwASAePYC7PBXzqSoIm8',
  receivedAt: '2013-07-10T02:31:07.000Z',
  standing: 'on-time',
}

const unitPath = '/api/campaigns/:campaign/periods/:period/units/:unit'

export const responseOperations: readonly Operation[] = [
  {
    route: 'POST /api/responses',
    id: 'sendResponse',
    area: 'responses',
    summary: { vi: 'Gửi một phiếu', en: 'Send a response' },
    says: {
      vi: 'Mã phiếu do chương trình đặt trước lần gửi đầu tiên (UUID phiên bản 4). Mất kết nối thì cứ gửi lại đúng nội dung đó: hệ thống nhận ra và chỉ tính một lần. Phiếu sửa là số lần sửa kế tiếp, cùng mã.',
      en: 'The program makes the id before its first try (UUID version 4). After a lost connection send the very same again: it is recognised and counts once. A correction is the next revision under the same id.',
    },
    body: { schema: 'Submission', example: submission },
    answers: {
      201: { says: { vi: 'Đã lưu', en: 'Stored' }, schema: 'Stored', example: { receipt } },
      200: {
        says: { vi: 'Đã lưu từ trước, cùng nội dung', en: 'It was stored before, with the same content' },
        schema: 'Stored',
        example: { receipt },
      },
    },
    problems: [
      'request.not-json',
      'request.bad-encoding',
      'request.wrong-shape',
      'campaign.unknown',
      'campaign.period-unknown',
      'campaign.unit-unknown',
      'campaign.not-yet-open',
      'campaign.closed',
      'form.version-wrong',
      'answers.invalid',
      'response.conflict',
      'response.already-reported',
      'response.revision-out-of-order',
      'access.role-missing',
      'access.unit-not-yours',
    ],
  },
  {
    route: `GET ${unitPath}/responses/:response`,
    id: 'getResponse',
    area: 'responses',
    summary: { vi: 'Đọc một phiếu', en: 'Read a response' },
    says: {
      vi: 'Dành cho người đã gửi phiếu và người được đọc phiếu của đơn vị.',
      en: 'For whoever sent it, and for those who may read the unit’s responses.',
    },
    answers: {
      200: {
        says: { vi: 'Phiếu và biên nhận', en: 'The response and its receipt' },
        schema: 'StoredResponse',
        example: { receipt, answers: submission.answers },
      },
    },
    problems: ['campaign.unknown', 'campaign.period-unknown', 'campaign.unit-unknown', 'response.unknown'],
  },
  {
    route: 'GET /api/campaigns/:campaign/periods/:period/responses',
    id: 'listResponses',
    area: 'responses',
    summary: { vi: 'Đọc các phiếu của một kỳ', en: 'List the responses of a period' },
    says: {
      vi: 'Theo thứ tự cây đơn vị, từng trang; chỉ những đơn vị được đọc. Trang có thể ít dòng mà vẫn còn “next”.',
      en: 'In the order of the tree, page after page, as far as you may read. A page may be short and still have a `next`.',
    },
    parameters: [
      {
        name: 'unit',
        in: 'query',
        schema: UnitId,
        says: { vi: 'Chỉ đơn vị này và cấp dưới', en: 'This unit and all below it alone' },
      },
      {
        name: 'state',
        in: 'query',
        schema: v.picklist(places),
        says: { vi: 'Chỉ phiếu ở tình trạng này', en: 'Responses in this state alone' },
      },
      after,
      limit,
    ],
    answers: {
      200: {
        says: { vi: 'Một trang phiếu', en: 'A page of responses' },
        schema: 'ResponseList',
        example: {
          responses: [
            {
              ...{ id: submission.id, revision: 1, campaign: 'k2xw7pd', period: '2013-H1' },
              unit: { id: 'un34p7h', code: 'DB05.1', name: 'Chi bộ Sông Hồng 1' },
              ...{ state: 'counted', late: false, step: { kind: 'sent' } },
              ...{ receivedAt: receipt.receivedAt, changedAt: receipt.receivedAt, finishedAt: null },
              ...{ by: { id: 'p-inspector-1', name: 'Lê Minh Khuê' }, enteredFor: null, formVersion: 1 },
              ...{ contentHash: receipt.contentHash, name: null, score: null, findings: [] },
              answers: submission.answers,
            },
          ],
          next: null,
        },
      },
    },
    problems: [
      'request.wrong-shape',
      'campaign.unknown',
      'campaign.period-unknown',
      'access.role-missing',
      'access.unit-not-yours',
      'export.not-exportable',
    ],
  },
]
