// What a member survey has besides what every campaign has: how it is answered, and what its figures are broken down by.

import * as v from 'valibot'

/**
 * anonymous: by invitation, and nothing joins an answer to a person · named: by invitation, under the member's name · open:
 * whoever has the one link.
 */
export const answeringWays = ['anonymous', 'named', 'open'] as const
export type AnsweringWay = (typeof answeringWays)[number]

/** A link begins with it: four signs of Crockford's base 32, the same for all links of a survey. */
export const Door = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{4}$/), v.brand('Door'))
export type Door = v.InferOutput<typeof Door>

/** Figures can be broken down by so many questions: each makes groups smaller. */
export const mostBreakdowns = 3

export const Survey = v.strictObject({
  /** Can't change after the first answer. */
  way: v.picklist(answeringWays),
  /** Keys of questions of the type select_one. */
  breakdowns: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(mostBreakdowns)),
  /** Answers that an open link takes at most in each period. */
  limit: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100_000))),
  /** Given when the first link is made. */
  door: v.optional(Door),
  /** Named ones alone: the group at the top of the form that the cell fills in for each member. Members never see it. */
  scoring: v.optional(v.pipe(v.string(), v.maxLength(200))),
})
export type Survey = v.InferOutput<typeof Survey>

/**
 * Whether single responses of a campaign are read by whoever reads the unit's: of member surveys only the named ones, never
 * the anonymous or the open ones.
 */
export const readsSingly = (campaign: {
  readonly kind: string
  readonly survey?: Pick<Survey, 'way'> | undefined
}): boolean => campaign.kind !== 'member-survey' || campaign.survey?.way === 'named'

/**
 * Whether the way can still be chosen: not once anybody may have a link of it. An open survey's link is given out when it
 * opens.
 */
export const mayChooseWay = (state: string, survey: Survey | undefined): boolean =>
  state === 'draft' && (survey?.door === undefined || survey.way === 'open')
