// Files that belong to answers, described.

import * as v from 'valibot'
import type { Operation } from './operation.ts'
import { cut, question } from './parameters.ts'

const place = '/api/campaigns/:campaign/periods/:period/units/:unit/evidence/:sha256'
const ofPlace = ['campaign.unknown', 'campaign.period-unknown', 'campaign.unit-unknown'] as const
const ofSending = [...ofPlace, 'access.role-missing', 'access.unit-not-yours', 'evidence.size-wrong'] as const
const stored = { complete: true, size: 150_000, type: 'image/jpeg', receivedAt: '2013-07-10T02:31:07.000Z' }

export const evidenceOperations: readonly Operation[] = [
  {
    route: `PUT ${place}/parts/:part`,
    id: 'sendPart',
    area: 'evidence',
    summary: { vi: 'Gửi một phần của tệp', en: 'Send a part of a file' },
    says: {
      vi: 'Tệp được gửi từng phần dưới mã băm của nó; câu trả lời ghi “SHA-256, dấu cách, tên tệp”. Gửi lại một phần thì phần đó được thay.',
      en: 'A file comes in parts under its hash; the answer says SHA-256, a blank, and the file’s name. A part that is sent again replaces itself.',
    },
    parameters: [
      ...cut,
      question,
      {
        name: 'Content-Digest',
        in: 'header',
        schema: v.pipe(v.string(), v.regex(/sha-256=:[A-Za-z0-9+/]{43}=:/)),
        says: { vi: 'SHA-256 của phần này (RFC 9530)', en: 'SHA-256 of this part (RFC 9530)' },
        isRequired: true,
        example: 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
      },
    ],
    body: 'bytes',
    answers: { 204: { says: { vi: 'Đã nhận', en: 'Received' } } },
    problems: [
      ...ofSending,
      'request.wrong-shape',
      'evidence.part-wrong',
      'evidence.part-damaged',
      'evidence.type-wrong',
    ],
  },
  {
    route: `GET ${place}`,
    id: 'getUpload',
    area: 'evidence',
    summary: { vi: 'Xem tệp đã gửi đến đâu', en: 'See how far a file has come' },
    parameters: [...cut],
    answers: {
      200: {
        says: { vi: 'Những phần đã có', en: 'The parts that are there' },
        schema: 'UploadState',
        example: { complete: false, parts: [1, 2] },
      },
    },
    problems: [...ofSending, 'request.wrong-shape', 'evidence.unknown'],
  },
  {
    route: `POST ${place}/complete`,
    id: 'completeFile',
    area: 'evidence',
    summary: { vi: 'Ghép các phần thành tệp', en: 'Make the file of its parts' },
    parameters: [...cut, question],
    answers: {
      201: { says: { vi: 'Đã lưu', en: 'Stored' }, schema: 'Evidence', example: stored },
      200: { says: { vi: 'Đã lưu từ trước', en: 'It was stored before' }, schema: 'Evidence', example: stored },
    },
    problems: [
      ...ofSending,
      'request.wrong-shape',
      'evidence.parts-missing',
      'evidence.hash-wrong',
      'evidence.type-wrong',
    ],
  },
  {
    route: `GET ${place}/file`,
    id: 'getFile',
    area: 'evidence',
    summary: { vi: 'Tải tệp', en: 'Fetch a file' },
    says: {
      vi: 'Tệp lớn được trả bằng một đường dẫn sống một phút.',
      en: 'A large file is answered with a link that lives a minute.',
    },
    answers: {
      200: { says: { vi: 'Các byte của tệp', en: 'The file’s bytes' }, isFile: true },
      302: {
        says: { vi: 'Đường dẫn đến tệp', en: 'Where the file is' },
        headers: { Location: { vi: 'Sống một phút', en: 'Lives a minute' } },
      },
    },
    problems: [...ofPlace, 'evidence.unknown'],
  },
]
