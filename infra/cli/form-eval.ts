// `form eval --cases FILE.jsonl [--now ISO]`: evaluates the expression of each line, prints one JSON line for each.

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { readClock } from './clock.ts'
import type { Command } from './command.ts'
import { ExpressionCase, evaluateCase } from './expression-case.ts'

function readCase(line: string): ExpressionCase | undefined {
  try {
    const parsed = v.safeParse(ExpressionCase, JSON.parse(line))
    return parsed.success ? parsed.output : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

export const formEval: Command = {
  words: 'form eval',
  usage: 'form eval --cases FILE.jsonl [--now 2026-11-22T12:00:00-07:00]   evaluate expressions, one JSON line each',
  options: { cases: 'value', now: 'value' },
  run: async ({ options, path, print }) => {
    const clock = readClock(options['now'] ?? new Date().toISOString())
    if (options['cases'] === undefined || !clock) return 2
    const lines = createInterface({
      input: createReadStream(path(options['cases'])),
      crlfDelay: Number.POSITIVE_INFINITY,
    })
    let number = 0
    for await (const line of lines) {
      number++
      if (line.trim() === '') continue
      const asked = readCase(line)
      print(asked ? evaluateCase(asked, clock) : { line: number, ok: false, problem: { code: 'case.unreadable' } })
    }
    return 0
  },
}
