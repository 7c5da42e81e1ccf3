// Evidence: "SHA-256 name", the hash in hexadecimal digits, the name as the file was called.

import type { AnswerType, TypeTable } from './typed.ts'

const evidence: AnswerType = {
  fault: (text) => (/^[0-9a-f]{64} [^\p{Cc}/\\]{1,100}$/u.test(text) ? undefined : 'answer.not-evidence'),
}

export const evidenceTypes: TypeTable = { image: evidence, audio: evidence, video: evidence, file: evidence }
