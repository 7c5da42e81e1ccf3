// Lists in pages: how many at most, and where a page goes on.

import type { Context } from 'hono'
import { type Problem, problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'

/** Entries of a page, and the most that can be asked for. */
export const usualPage = 100
export const largestPage = 500

/** ?limit= */
export function limitIn(c: Context): Result<number, Problem> {
  const text = c.req.query('limit')
  if (text === undefined) return ok(usualPage)
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return limit >= 1 && limit <= largestPage ? ok(limit) : fail(problem.wrongShape(['limit']))
}
