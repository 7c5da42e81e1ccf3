// A template of an organisation's own: what holds of it besides its shape, and what is wrong with one that came as a file.

import * as v from 'valibot'
import { fail, ok, type Result } from '../result.ts'
import { blocksOf, ReportTemplate, rolesOf, TemplateContent as Shape, type TemplateContent } from './template.ts'
import { TemplateId } from './template-id.ts'

const prefix = 'own-'

/** Those that come with the program have ids of other beginnings (a test holds them to it), so the two never collide. */
export const OwnTemplateId = v.pipe(TemplateId, v.startsWith(prefix), v.brand('OwnTemplateId'))
export type OwnTemplateId = v.InferOutput<typeof OwnTemplateId>

/** `random`: letters and digits; upper case becomes lower. At least 16 of them say it apart from all others. */
export const newOwnId = (random: string): OwnTemplateId =>
  v.parse(
    OwnTemplateId,
    `${prefix}${random
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 20)}`,
  )

/**
 * Characters of a template as JSON: a draft lies in one item of the table with what it was before its last step, and a character takes up
 * to three bytes.
 */
const mostCharacters = 40_000
/** Blocks of all sections together: more than anybody reads, and each is composed for a preview. */
const mostBlocksTogether = 120

/**
 * What is wrong at a place: missing · unknown: nothing is called so there · too-long, too-many, too-short: over a limit ·
 * wrong: not what may stand there · role-unknown: a block reads a role that the template hasn't · role-twice · too-large.
 */
export type TemplateFault = {
  /** "sections 2 › blocks 1 › compare"; '' for the whole. */
  readonly place: string
  readonly what:
    | 'missing'
    | 'unknown'
    | 'too-long'
    | 'too-many'
    | 'too-short'
    | 'wrong'
    | 'role-unknown'
    | 'role-twice'
    | 'too-large'
  readonly limit?: number
}

/** More faults than anybody mends one by one. */
const mostFaults = 20

/** What holds of a template besides its shape: its size, and that blocks read roles that it has. */
function incoherences(content: TemplateContent): TemplateFault[] {
  const keys = content.roles.map(({ key }) => key)
  const twice = keys.some((key, at) => keys.indexOf(key) !== at)
  const blocks = blocksOf(content)
  const unknown = new Set(blocks.flatMap(rolesOf).filter((role) => !keys.includes(role)))
  return [
    ...(twice ? [{ place: 'roles', what: 'role-twice' as const }] : []),
    ...[...unknown].map((role) => ({ place: role, what: 'role-unknown' as const })),
    ...(blocks.length > mostBlocksTogether
      ? [{ place: 'sections', what: 'too-many' as const, limit: mostBlocksTogether }]
      : []),
    ...(JSON.stringify(content).length > mostCharacters
      ? [{ place: '', what: 'too-large' as const, limit: mostCharacters }]
      : []),
  ]
}

/** A template that somebody else exported, as far as it is one; its id and version say nothing here. */
export function readTemplate(json: unknown): Result<TemplateContent, readonly TemplateFault[]> {
  const read = v.safeParse(ReportTemplate, json)
  if (!read.success) return fail(read.issues.slice(0, mostFaults).map(faultOf))
  const { id: _, version: __, ...content } = read.output
  const found = incoherences(content)
  return found.length > 0 ? fail(found) : ok(content)
}

/** The content, where its shape and all else holds. */
export function wholeContent(content: unknown): Result<TemplateContent, readonly TemplateFault[]> {
  const read = v.safeParse(Shape, content)
  if (!read.success) return fail(read.issues.slice(0, mostFaults).map(faultOf))
  const found = incoherences(read.output)
  return found.length > 0 ? fail(found) : ok(read.output)
}

type Issue = v.BaseIssue<unknown>

function faultOf(issue: Issue): TemplateFault {
  const place = placeOf(issue)
  if (issue.received === 'undefined') return { place, what: 'missing' }
  if (issue.expected === 'never') return { place, what: 'unknown' }
  const limit = typeof issue.requirement === 'number' ? { limit: issue.requirement } : {}
  if (issue.type === 'max_length')
    return { place, what: Array.isArray(issue.input) ? 'too-many' : 'too-long', ...limit }
  if (issue.type === 'min_length') return { place, what: 'too-short', ...limit }
  return { place, what: 'wrong' }
}

/** Things of a list are counted from 1. What is quoted is somebody else's: it is cut. */
function placeOf({ path }: Issue): string {
  let place = ''
  for (const { key } of path ?? [])
    if (typeof key === 'number') place += ` ${key + 1}`
    else place += `${place === '' ? '' : ' › '}${String(key).slice(0, 60)}`
  return place.slice(0, 300)
}
