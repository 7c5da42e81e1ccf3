// The pages for whoever writes programs, in English.

import type { developerVi } from './developer-vi.ts'
import { formatCount } from './number.ts'

const count = (value: number) => formatCount(value, 'en')

export const developerEn: typeof developerVi = {
  scopes: {
    'responses:read': 'Read responses and their files',
    'responses:write': 'Send responses and their files',
    'exports:make': 'Make exports and fetch their files',
    'campaigns:read': 'Read campaigns and progress',
    'forms:read': 'Read forms',
    'units:read': 'Read the list of units',
  },
  tokens: {
    title: 'API tokens',
    lead: 'With a token a program acts for you, with your own rights and within the scopes that you choose.',
    docs: 'See the addresses of the API, and how they are used',
    yours: 'Your tokens',
    none: 'None yet. Fill in the part below to make the first one.',
    may: (names) => `May: ${names}`,
    made: (moment) => `Made on ${moment}`,
    expires: (moment) => `Expires on ${moment}`,
    expired: (moment) => `Expired on ${moment}`,
    used: (moment) => `Last used about ${moment}`,
    unused: 'Never used',
    revoke: 'Revoke',
    revokeNamed: (name) => `Revoke the token “${name}”`,
    fresh: 'New token',
    name: 'Name',
    nameHint: 'So that you remember where it is used, such as “The office’s totals”.',
    noName: (most) => `Give it a name of at most ${count(most)} characters`,
    scopesLabel: 'Scopes',
    noScopes: 'Choose at least one scope',
    days: 'Works for',
    dayChoices: { 30: '30 days', 90: '90 days', 180: '180 days', 365: '1 year' },
    make: 'Make the token',
    shownOnce: 'Your new token',
    copyNow: (name) =>
      `This is the token “${name}”. Copy it now and keep it like a password: once you leave this page it is not shown again.`,
    copied: 'I have copied it; back to the tokens',
    revokeTitle: (name) => `Revoke the token “${name}”?`,
    revokeSays: 'The program that uses it is refused from its next request on. A revoked token does not come back.',
    keep: 'No, keep it',
  },
}
