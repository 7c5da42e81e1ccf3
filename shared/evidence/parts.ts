// How a file travels: in parts, each small enough for a bad connection, so that an interrupted upload goes on where it
// stopped. Browser and server cut alike by this page.

/** All sizes are in bytes. The smallest and the largest part; the last one of a file may be smaller. */
export const smallestPart = 32 * 1_024
export const largestPart = 1_024 * 1_024

/** What a phone records in a minute of video. */
export const largestFile = 100 * 1_024 * 1_024

/** Files that go with a form instead, together: a function takes no more in one request. */
export const largestUpload = 4 * 1_024 * 1_024

/** One page of a bucket's list holds as many, so what is there is known with one question. */
export const mostParts = 1_000

/** A file as it is cut: its size and the size of every part but the last. */
export type PartPlan = { readonly size: number; readonly partSize: number }

export const partCount = ({ size, partSize }: PartPlan): number => Math.ceil(size / partSize)

/** Whether a file may travel so: within all bounds on this page. An empty file is none. */
export const isPlan = (plan: PartPlan): boolean =>
  Number.isSafeInteger(plan.size) &&
  plan.size >= 1 &&
  plan.size <= largestFile &&
  Number.isSafeInteger(plan.partSize) &&
  plan.partSize >= smallestPart &&
  plan.partSize <= largestPart &&
  partCount(plan) <= mostParts

/** The bytes of one part, counted from 1; undefined where the file has no such part. */
export function partLength(plan: PartPlan, part: number): number | undefined {
  const count = partCount(plan)
  if (!Number.isSafeInteger(part) || part < 1 || part > count) return undefined
  return part < count ? plan.partSize : plan.size - plan.partSize * (count - 1)
}
