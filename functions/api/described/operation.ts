// What a description of an address for programs is. The address itself, what it needs and its scope are in the route table;
// a test holds both together.

import type * as v from 'valibot'
import type { ProblemCode } from '../../../shared/problems.ts'
import type { SchemaName } from './schemas.ts'

type Text = { readonly vi: string; readonly en: string }

export const areas = ['responses', 'evidence', 'campaigns', 'forms', 'units', 'exports'] as const
export type Area = (typeof areas)[number]

/** A parameter of the query or a header: its schema says what it may be. */
export type Parameter = {
  readonly name: string
  readonly in: 'query' | 'header'
  readonly schema: v.GenericSchema
  readonly says: Text
  readonly isRequired?: boolean
  readonly example?: string | number
}

export type Answer = {
  readonly says: Text
  readonly schema?: SchemaName
  readonly example?: unknown
  readonly headers?: Readonly<Record<string, Text>>
  /** Bytes of a file. */
  readonly isFile?: boolean
}

export type Operation = {
  /** As in the route table: "GET /api/campaigns". */
  readonly route: string
  readonly id: string
  readonly area: Area
  readonly summary: Text
  readonly says?: Text
  readonly parameters?: readonly Parameter[]
  /** `bytes`: application/octet-stream. */
  readonly body?: { readonly schema: SchemaName; readonly example: unknown } | 'bytes'
  readonly answers: Readonly<Record<number, Answer>>
  /** Besides those that every address may answer with. */
  readonly problems: readonly ProblemCode[]
}
