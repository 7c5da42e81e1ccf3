// The parts of the script, each a file of its own, by the names that the server knows them by (shared/form/parts.ts).

import type { Part } from './page.ts'

type Load = () => Promise<Part>

export const parts: Readonly<Record<string, Load>> = {
  string: async () => ({ functions: (await import('../../../shared/expression/functions/string.ts')).stringFunctions }),
  number: async () => ({ functions: (await import('../../../shared/expression/functions/number.ts')).numberFunctions }),
  math: async () => ({ functions: (await import('../../../shared/expression/functions/number.ts')).mathFunctions }),
  nodes: async () => ({ functions: (await import('../../../shared/expression/functions/nodes.ts')).nodeFunctions }),
  select: async () => ({ functions: (await import('../../../shared/expression/functions/select.ts')).selectFunctions }),
  date: async () => (await import('./date.ts')).datePart,
  geo: async () => (await import('./geo.ts')).geoPart,
  random: async () => ({ functions: (await import('../../../shared/expression/functions/random.ts')).randomFunctions }),
  code: async () => ({ functions: (await import('../../../shared/expression/functions/code.ts')).codeFunctions }),
  choices: async () => (await import('./choices.ts')).choicesPart,
  repeat: async () => (await import('./repeat.ts')).repeatPart,
  rank: async () => (await import('./rank.ts')).rankPart,
  range: async () => (await import('./range.ts')).rangePart,
  rules: async () => (await import('./rules.ts')).rulesPart,
  evidence: async () => (await import('./evidence.ts')).evidencePart,
  search: async () => (await import('./search.ts')).searchPart,
}
