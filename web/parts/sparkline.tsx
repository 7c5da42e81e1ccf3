// A line of an indicator over periods, a few words wide. What it shows is said in words: `label`.

import type { Sparkline as Line } from '../../shared/summary/sparkline.ts'

export function Sparkline({ line, label }: { readonly line: Line; readonly label: string }) {
  const last = line.runs.at(-1)?.at(-1)
  return (
    <svg
      class="spark"
      width={line.width}
      height={line.height}
      viewBox={`0 0 ${line.width} ${line.height}`}
      role="img"
      aria-label={label}
    >
      {line.target !== undefined && (
        <line x1="0" x2={line.width} y1={line.target} y2={line.target} stroke="#8c839e" stroke-dasharray="4 3" />
      )}
      {line.runs.map((run) =>
        run.length > 1 ? (
          <polyline
            key={run[0]?.x}
            points={run.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="none"
            stroke="#4a1a91"
            stroke-width="2"
            stroke-linejoin="round"
          />
        ) : (
          run.map(({ x, y }) => <circle key={x} cx={x} cy={y} r="2" fill="#4a1a91" />)
        ),
      )}
      {last && <circle cx={last.x} cy={last.y} r="3.5" fill="#4a1a91" />}
    </svg>
  )
}
