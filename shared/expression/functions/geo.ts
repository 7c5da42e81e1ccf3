// Functions on places. An answer is "latitude longitude altitude accuracy"; a line or an area is such points parted by ";".
// Over a sphere with the radius that JavaRosa, and so every engine of the field, uses.

import { type Call, type FunctionTable, many } from '../call.ts'

const radius = 6_378_100
const radians = (degrees: number) => (degrees * Math.PI) / 180
const toCentimetres = (value: number) => Math.round(value * 100) / 100

type Point = readonly [latitude: number, longitude: number]

const isOnEarth = ([latitude, longitude]: Point) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180

/** Undefined when a point can't be read. */
function readPoints(text: string): Point[] | undefined {
  const points = text
    .split(';')
    .filter((point) => point.trim() !== '')
    .map((point): Point => {
      const [latitude, longitude] = point.trim().split(/\s+/).map(Number)
      return [latitude ?? Number.NaN, longitude ?? Number.NaN]
    })
  return points.length > 0 && points.every(isOnEarth) ? points : undefined
}

const sides = (points: readonly Point[]) => points.slice(1).map((to, at) => [points[at] ?? to, to] as const)
const closed = (points: readonly Point[]) => [...points, ...points.slice(0, 1)]
const add = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

/** The haversine: exact for near points, where the law of cosines loses its digits. */
function apart([[fromLatitude, fromLongitude], [toLatitude, toLongitude]]: readonly [Point, Point]): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const parallels = Math.cos(radians(fromLatitude)) * Math.cos(radians(toLatitude))
  const chord = half(fromLatitude, toLatitude) + parallels * half(fromLongitude, toLongitude)
  return 2 * radius * Math.asin(Math.sqrt(Math.min(1, chord)))
}

/** Spherical excess by trapezoids between the sides and the pole (Chamberlain and Duquette 2007). */
function enclosed(points: readonly Point[]): number {
  const strips = sides(closed(points)).map(
    ([[fromLatitude, fromLongitude], [toLatitude, toLongitude]]) =>
      radians(toLongitude - fromLongitude) * (2 + Math.sin(radians(fromLatitude)) + Math.sin(radians(toLatitude))),
  )
  return Math.abs((add(strips) * radius * radius) / 2)
}

const measure = (call: Call, of: (points: readonly Point[]) => number): number => {
  const points = readPoints(call.texts(0).join(';'))
  return points ? toCentimetres(of(points)) : Number.NaN
}

/** Whether a ray to the east of the point crosses the outline an odd number of times. */
function geofence(call: Call): boolean {
  const point = readPoints(call.text(0))?.[0]
  const outline = readPoints(call.text(1))
  if (!point || !outline) return false
  const [latitude, longitude] = point
  const crossings = sides(closed(outline)).filter(([[fromLatitude, fromLongitude], [toLatitude, toLongitude]]) => {
    if (fromLatitude > latitude === toLatitude > latitude) return false
    const share = (latitude - fromLatitude) / (toLatitude - fromLatitude)
    return longitude < fromLongitude + share * (toLongitude - fromLongitude)
  })
  return crossings.length % 2 === 1
}

export const geoFunctions: FunctionTable = {
  area: [1, many, (call) => measure(call, enclosed)],
  // The first name of area(), in old forms.
  'enclosed-area': [1, many, (call) => measure(call, enclosed)],
  distance: [1, many, (call) => measure(call, (points) => add(sides(points).map(apart)))],
  geofence: [2, 2, geofence],
}
