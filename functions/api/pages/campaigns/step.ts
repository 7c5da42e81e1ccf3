// What a step in which a campaign is prepared consists of. steps.tsx shows and takes them all in the same way.

import type { Child } from 'hono/jsx'
import type { CampaignAct } from '../../../../shared/campaign/lifecycle.ts'
import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import type { LocalText } from '../../../../shared/language.ts'
import type { CampaignMessages } from '../../../../shared/messages/campaigns.ts'
import type { Result } from '../../../../shared/result.ts'
import type { Entries } from '../../../../web/pages/campaigns/fields.tsx'
import type { VersionedPrepared } from '../../../store/prepared-campaigns.ts'
import type { SignedInCall } from '../../call.ts'

export type FaultWord = keyof CampaignMessages['step']['faults']
/** What is wrong with a field; the bounds of a whole number where it is none within them. */
export type StepFault = FaultWord | readonly [least: number, most: number]
export type StepFaults = ReadonlyMap<string, StepFault>

export const faultText = ({ step }: CampaignMessages, fault: StepFault): string =>
  typeof fault === 'string' ? step.faults[fault] : step.numberWithin(...fault)

type Shown = {
  readonly campaign: PreparedCampaign
  /** What stands in the fields. */
  readonly entries: Entries
  /** The campaign as the fields would make it, where somebody asked to see that. */
  readonly looked: PreparedCampaign | undefined
}

export type Step = {
  /** What the lifecycle must allow for anything of the step to change. */
  readonly act: CampaignAct
  /** Whether its page has a button that shows what the fields come to. */
  readonly canLook: (campaign: PreparedCampaign) => boolean
  /** The fields as the campaign stands. */
  readonly fieldsOf: (call: SignedInCall, campaign: PreparedCampaign) => URLSearchParams
  /** The campaign with what the fields say. */
  readonly read: (
    call: SignedInCall,
    campaign: PreparedCampaign,
    fields: URLSearchParams,
  ) => Promise<Result<PreparedCampaign, StepFaults>>
  readonly show: (call: SignedInCall, shown: Shown) => Promise<Child>
  /** What is begun once it is stored; answers where to go on, undefined: to the next step. */
  readonly after?: (call: SignedInCall, saved: VersionedPrepared) => Promise<string | undefined>
}

/** Gathers what is wrong with fields. */
export class Faults {
  readonly found = new Map<string, StepFault>()

  /** Notes a fault of a field; the first one stays. Answers undefined, for what could not be read. */
  add(field: string, fault: StepFault): undefined {
    if (!this.found.has(field)) this.found.set(field, fault)
    return undefined
  }

  /** A text of at most `longest` characters; undefined, and a fault, where it is missing or longer. */
  text(fields: URLSearchParams, name: string, longest: number): string | undefined {
    const text = (fields.get(name) ?? '').replace(/\r\n?/g, '\n').trim()
    if (text === '') return this.add(name, 'required')
    return text.length > longest ? this.add(name, 'too-long') : text
  }

  /** A text in Vietnamese and English; undefined where neither is given, or where something is wrong with them. */
  texts(fields: URLSearchParams, name: string, longest: number): LocalText | undefined {
    const [vi, en] = ['Vi', 'En'].map((language) =>
      fields.get(`${name}${language}`)?.trim() ? this.text(fields, `${name}${language}`, longest) : undefined,
    )
    if (vi === undefined) return en === undefined ? undefined : this.add(`${name}Vi`, 'required')
    return en === undefined ? { vi } : { vi, en }
  }

  /** A whole number within bounds. */
  number(fields: URLSearchParams, name: string, [least, most]: readonly [number, number]): number | undefined {
    const text = (fields.get(name) ?? '').trim()
    const value = /^-?\d{1,6}$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? value : this.add(name, [least, most])
  }

  /** One of a list. */
  one<const T extends string>(fields: URLSearchParams, name: string, options: readonly T[]): T | undefined {
    return options.find((one) => one === fields.get(name)) ?? this.add(name, 'choose')
  }
}
