// Cuts the text of an expression into tokens (XPath 1.0 section 3.7).

import { expressionProblem, Failed } from './problem.ts'

export type Token = {
  readonly kind: 'number' | 'literal' | 'name' | 'reference' | 'operator' | 'mark' | 'end'
  readonly text: string
  readonly at: number
}

const start = '\\p{L}_'
const rest = `${start}\\p{M}\\p{N}.·-`
/** Wider than XPath's four characters: spreadsheets bring no-break spaces. */
const space = /\s*/y
const number = /\d+(?:\.\d*)?|\.\d+/y
/** Word processors turn quotes into curly ones, which sheets in use are full of; straight ones may hold them as text. */
const literal = /"[^"]*"|'[^']*'|[‘’][^'‘’]*['‘’]|[“”][^"“”]*["“”]/y
/** ${name}, and ${last-saved#name} for the answer of the person's last form. */
const reference = new RegExp(`\\$\\{\\s*((?:last-saved#)?[${start}][${rest}]*)\\s*\\}`, 'uy')
/** A name with its prefix, as jr:itext or orx:*; not the "self:" of self::node(). */
const name = new RegExp(`[${start}][${rest}]*(?::(?:[${start}][${rest}]*|\\*))?`, 'uy')
/** The engines of the field read "2div1" and "1 and1" as operations, so nothing but a letter ends the word here. */
const word = /(?:and|or|div|mod)(?![\p{L}_])/uy
const operator = /!=|<=|>=|[=<>+\-|]/y
const mark = /\/\/|::|\.\.|[()[\],@/.*]/y

function cut(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** After these a name or a star begins an operand; after anything else they are operators (XPath 1.0 section 3.7). */
const opensOperand = ({ kind, text }: Token) =>
  kind === 'operator' ||
  (kind === 'mark' && text !== ')' && text !== ']' && text !== '.' && text !== '..' && text !== '*')

function next(text: string, at: number, operand: boolean): Token | undefined {
  const found = (kind: Token['kind'], value: string | undefined): Token | undefined =>
    value === undefined ? undefined : { kind, text: value, at }
  if (!operand) {
    const binary = cut(word, text, at)?.[0] ?? (text[at] === '*' ? '*' : undefined)
    if (binary !== undefined) return found('operator', binary)
  }
  return (
    found('number', cut(number, text, at)?.[0]) ??
    found('literal', cut(literal, text, at)?.[0].slice(1, -1)) ??
    found('operator', cut(operator, text, at)?.[0]) ??
    found('mark', cut(mark, text, at)?.[0]) ??
    (operand
      ? (found('name', cut(name, text, at)?.[0]) ?? found('reference', cut(reference, text, at)?.[1]))
      : undefined)
  )
}

const lengthIn: Partial<Record<Token['kind'], RegExp>> = { literal, reference }

/** Throws Failed at the first place that begins no token. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = cut(space, text, 0)?.[0].length ?? 0
  while (at < text.length) {
    const last = tokens.at(-1)
    const token = next(text, at, last === undefined || opensOperand(last))
    if (!token) throw new Failed(expressionProblem.syntax(at, text.slice(at, at + 20)))
    tokens.push(token)
    const whole = lengthIn[token.kind]
    at += whole ? (cut(whole, text, at)?.[0].length ?? 0) : token.text.length
    at += cut(space, text, at)?.[0].length ?? 0
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }]
}
