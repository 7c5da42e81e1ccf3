// Places: points of "latitude longitude altitude accuracy", the last two 0 where they weren't measured; lines and areas are
// points parted by ";". People type "21.03, 105.85", a point on a line.

import type { AnswerType, TypeTable } from './typed.ts'

function point(text: string): string | undefined {
  const numbers = text.split(/\s*[\s,;]\s*/)
  if (numbers.length < 2 || numbers.length > 4 || !numbers.every((one) => /^[+-]?\d+(\.\d+)?$/.test(one)))
    return undefined
  const [latitude = '', longitude = '', altitude = '0', accuracy = '0'] = numbers
  return [latitude, longitude, altitude, accuracy].join(' ')
}

function isPoint(text: string): boolean {
  const [latitude = Number.NaN, longitude = Number.NaN] = point(text) === text ? text.split(' ').map(Number) : []
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
}

const mostPoints = 10_000

const line = (fewest: number): AnswerType => ({
  read: (text) =>
    text
      .split(/[;\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map((one) => point(one) ?? one)
      .join('; '),
  fault: (text) => {
    const points = text.split('; ')
    return points.length >= fewest && points.length <= mostPoints && points.every(isPoint)
      ? undefined
      : 'answer.not-place'
  },
})

export const placeTypes: TypeTable = {
  geopoint: { read: (text) => point(text) ?? text, fault: (text) => (isPoint(text) ? undefined : 'answer.not-place') },
  geotrace: line(2),
  // The last point of an area is its first again.
  geoshape: line(4),
}
