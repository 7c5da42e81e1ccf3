// Exports, described.

import type { Operation } from './operation.ts'

const request = {
  ...{ campaign: 'k2xw7pd', periods: ['2013-H1'], unit: 'ur7m2k9', format: 'jsonl' },
  ...{ choices: 'codes', headings: 'names', separator: 'comma', language: 'vi', evidence: false, include: [] },
}
const asked = {
  ...{ id: '20130715T083000000Z-x7Kp2mQ9aB', request, askedAt: '2013-07-15T08:30:00.000Z' },
  ...{ state: 'waiting', failure: null, cutOff: null, responses: { done: 0, total: 0 } },
  ...{ bytes: null, missingFiles: 0, file: null, expiresAt: '2013-07-22T08:30:00.000Z' },
}

export const exportOperations: readonly Operation[] = [
  {
    route: 'POST /api/exports',
    id: 'askExport',
    area: 'exports',
    summary: { vi: 'Yêu cầu xuất dữ liệu', en: 'Ask for an export' },
    says: {
      vi: 'Tệp có mọi phiếu đã được xác nhận trước thời điểm “cutOff”, và không có phiếu nào nhận sau đó.',
      en: 'The file has every response that was acknowledged before `cutOff`, and none that was received later.',
    },
    body: { schema: 'ExportRequest', example: request },
    answers: {
      202: {
        says: { vi: 'Đã nhận yêu cầu', en: 'Asked for' },
        schema: 'Export',
        example: asked,
        headers: { Location: { vi: 'Nơi xem tiến độ', en: 'Where to see how far it is' } },
      },
    },
    problems: [
      'request.not-json',
      'request.bad-encoding',
      'request.wrong-shape',
      'campaign.unknown',
      'campaign.period-unknown',
      'access.role-missing',
      'access.unit-not-yours',
      'export.not-exportable',
      'export.too-many',
    ],
  },
  {
    route: 'GET /api/exports/:export',
    id: 'getExport',
    area: 'exports',
    summary: { vi: 'Xem tiến độ xuất', en: 'See how far an export is' },
    answers: {
      200: {
        says: { vi: 'Lần xuất', en: 'The export' },
        schema: 'Export',
        example: {
          ...asked,
          ...{ state: 'ready', cutOff: '2013-07-15T08:30:01.000Z', responses: { done: 47, total: 47 } },
          ...{ bytes: 11_837, file: `/api/exports/${asked.id}/file` },
        },
      },
    },
    problems: ['export.unknown', 'access.role-missing'],
  },
  {
    route: 'GET /api/exports/:export/file',
    id: 'getExportFile',
    area: 'exports',
    summary: { vi: 'Tải tệp đã xuất', en: 'Fetch the file of an export' },
    answers: {
      302: {
        says: { vi: 'Đường dẫn đến tệp', en: 'Where the file is' },
        headers: { Location: { vi: 'Sống một phút', en: 'Lives a minute' } },
      },
    },
    problems: ['export.unknown', 'export.not-ready', 'access.role-missing', 'access.unit-not-yours'],
  },
]
