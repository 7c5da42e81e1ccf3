// Headings that a new template begins with.

import type { Language } from '../language.ts'

const vi = {
  coverage: 'Tình hình nộp phiếu',
  turnout: 'Tình hình trả lời',
  otherQuestions: 'Các nội dung khác',
  consistency: 'Đối chiếu số liệu',
  actions: 'Việc phải khắc phục',
  method: 'Ghi chú về số liệu',
  campaign: 'Đợt',
  newName: 'Mẫu báo cáo mới',
  section: 'Phần mới',
  /** Of a copy: what it is called to begin with. */
  copyOf: (name: string) => `${name} (bản chép)`,
}

const en: typeof vi = {
  coverage: 'What came in',
  turnout: 'Who has answered',
  otherQuestions: 'Other questions',
  consistency: 'Do the figures agree',
  actions: 'To be put right',
  method: 'About the figures',
  campaign: 'Campaign',
  newName: 'New template',
  section: 'New section',
  copyOf: (name) => `${name} (copy)`,
}

export const templateWords: Record<Language, typeof vi> = { vi, en }
