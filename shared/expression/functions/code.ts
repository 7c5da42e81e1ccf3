// Digests and encodings.

import type { Call, FunctionTable } from '../call.ts'
import { expressionProblem } from '../problem.ts'

/** The bytes as one character each; undefined when it isn't base64. */
function fromBase64(text: string): string | undefined {
  try {
    return atob(text)
  } catch {
    return undefined
  }
}

/** The text in UTF-8; empty for what isn't base64, replacement characters for what isn't UTF-8. */
function decode(call: Call): string {
  const bytes = fromBase64(call.text(0)) ?? ''
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
}

/** digest(text, algorithm, 'hex' or 'base64'), as in XForms 1.1 section 7.8.2. */
function digest(call: Call): string {
  const encoding = call.count > 2 ? call.text(2).toLowerCase() : 'base64'
  const hexadecimal = call.needed(call.run.environment.digest)(call.text(1).toUpperCase(), call.text(0))
  if (hexadecimal === undefined || !['hex', 'base64'].includes(encoding))
    return call.fail(expressionProblem.argumentInvalid(call.name))
  return encoding === 'hex'
    ? hexadecimal
    : btoa(hexadecimal.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))))
}

export const codeFunctions: FunctionTable = {
  digest: [2, 3, digest],
  'base64-decode': [1, 1, decode],
  'extract-signed': [2, 2, (call) => call.needed(call.run.environment.extractSigned)(call.text(0), call.text(1))],
}
