// The first levels of the tree as a picture, drawn on the server; the same as a list for whoever doesn't see it.

import type { UnitId } from '../../../shared/ids.ts'
import { formatCount } from '../../../shared/messages/number.ts'
import { organisationImportMessages } from '../../../shared/messages/organisation-import.ts'
import type { Outcome } from '../../../shared/organisation/import-plan.ts'
import type { PageContext } from '../context.ts'

export type Box = {
  readonly id: UnitId
  readonly name: string
  /** 0 for the top. */
  readonly level: number
  readonly top: number
  readonly height: number
  readonly outcome: Outcome
}
export type Picture = {
  readonly boxes: readonly Box[]
  readonly levels: number
  /** In all of the tree, drawn or not. */
  readonly units: number
  readonly width: number
  readonly height: number
}

/** A name fits where a box is as high as its letters. */
const letterHeight = 11
const lettersAcross = (width: number) => Math.floor(width / 5.6)

export function TreePicture({ context, picture }: { readonly context: PageContext; readonly picture: Picture }) {
  const m = organisationImportMessages[context.language]
  const { boxes, levels, units, width, height } = picture
  const column = width / levels
  return (
    <svg
      class="tree-picture"
      viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      role="img"
      aria-label={m.pictureText(units, levels)}
    >
      {boxes.map((box) => (
        <g key={box.id} class={box.outcome}>
          <rect
            x={box.level * column}
            y={round(box.top)}
            width={column - 2}
            height={round(Math.max(0.3, box.height - gap(box)))}
          />
          {box.height > letterHeight + 2 && (
            <text x={box.level * column + 5} y={round(box.top + Math.min(box.height / 2, 40) + 4)}>
              {shortened(box.name, lettersAcross(column - 10))}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** Boxes of some height stand apart; the thinnest would vanish. */
const gap = ({ height }: Box): number => (height > 6 ? 1 : height > 2 ? 0.5 : 0)
const round = (value: number): number => Math.round(value * 100) / 100
const shortened = (text: string, most: number): string => {
  const letters = [...text]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}

export type OutlineUnit = { readonly name: string; readonly code: string; readonly below: number }

/** The units right below the top, by name. */
export function Outline({
  context,
  units,
  more,
}: {
  readonly context: PageContext
  readonly units: readonly OutlineUnit[]
  readonly more: number
}) {
  const m = organisationImportMessages[context.language]
  return (
    <details>
      <summary>{m.firstLevels}</summary>
      <ul class="outline">
        {units.map(({ name, code, below }) => (
          <li key={code}>
            <code>{code}</code> {name} <small>{below > 0 && `(${formatCount(below, context.language)})`}</small>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="meta">{m.andMore(more)}</p>}
    </details>
  )
}
