// A QR code, drawn. What it says stands beside it as text.

/** `size`: squares on a side, the light margin included; `path`: the dark ones, as an SVG path. */
export type QrOutline = { readonly size: number; readonly path: string }

export const Qr = ({ code, label }: { readonly code: QrOutline; readonly label: string }) => (
  <svg class="qr" viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label} shape-rendering="crispEdges">
    <rect width={code.size} height={code.size} fill="#fff" />
    <path d={code.path} fill="#000" />
  </svg>
)
