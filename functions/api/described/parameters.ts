// Parameters that several addresses share.

import * as v from 'valibot'
import { EvidenceQuestion } from '../../../shared/evidence/kinds.ts'
import { largestFile, largestPart, smallestPart } from '../../../shared/evidence/parts.ts'
import { Sha256 } from '../../../shared/evidence/reference.ts'
import { CampaignId, ExportId, FormId, PeriodId, ResponseId, UnitId } from '../../../shared/ids.ts'
import { largestPage } from '../json/paging.ts'
import type { Parameter } from './operation.ts'

/** What stands in the path, by its name there. */
export const pathParameters = {
  campaign: { schema: CampaignId, example: 'k2xw7pd', says: { vi: 'Mã đợt', en: 'The campaign’s id' } },
  period: { schema: PeriodId, example: '2013-H1', says: { vi: 'Kỳ', en: 'The period' } },
  unit: { schema: UnitId, example: 'un34p7h', says: { vi: 'Mã đơn vị trong hệ thống', en: 'The unit’s id' } },
  response: {
    schema: ResponseId,
    example: '2a9755b3-f4b2-4045-af03-57b12dcf6199',
    says: { vi: 'Mã phiếu', en: 'The response’s id' },
  },
  sha256: {
    schema: Sha256,
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    says: { vi: 'SHA-256 của tệp', en: 'SHA-256 of the file' },
  },
  part: {
    schema: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    example: 1,
    says: { vi: 'Số thứ tự của phần, từ 1', en: 'Number of the part, from 1' },
  },
  form: { schema: FormId, example: 'chat-luong-chi-bo', says: { vi: 'Mã biểu mẫu', en: 'The form’s id' } },
  version: {
    schema: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    example: 1,
    says: { vi: 'Phiên bản', en: 'The version' },
  },
  export: {
    schema: ExportId,
    example: '20130715T083000000Z-x7Kp2mQ9aB',
    says: { vi: 'Mã lần xuất', en: 'The export’s id' },
  },
} as const

export const after: Parameter = {
  name: 'after',
  in: 'query',
  schema: v.pipe(v.string(), v.maxLength(200)),
  says: { vi: '“next” của trang trước', en: 'The `next` of the page before' },
}

export const limit: Parameter = {
  name: 'limit',
  in: 'query',
  schema: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(largestPage)),
  says: { vi: 'Số dòng nhiều nhất của trang; thường là 100', en: 'Entries of the page at most; usually 100' },
  example: 100,
}

const size: Parameter = {
  name: 'size',
  in: 'query',
  schema: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(largestFile)),
  says: { vi: 'Số byte của cả tệp', en: 'Bytes of the whole file' },
  isRequired: true,
  example: 150_000,
}

const partSize: Parameter = {
  name: 'partSize',
  in: 'query',
  schema: v.pipe(v.number(), v.safeInteger(), v.minValue(smallestPart), v.maxValue(largestPart)),
  says: { vi: 'Số byte của mỗi phần, trừ phần cuối', en: 'Bytes of every part but the last' },
  isRequired: true,
  example: 65_536,
}

/** How a file is cut: the same with every request about it. */
export const cut = [size, partSize] as const

export const question: Parameter = {
  name: 'type',
  in: 'query',
  schema: EvidenceQuestion,
  says: { vi: 'Loại câu hỏi mà tệp trả lời', en: 'The kind of question that the file answers' },
  isRequired: true,
  example: 'image',
}
