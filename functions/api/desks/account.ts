// One's own API tokens, as one thing to load when a page of them is first asked for.

export { askRevocation, makeToken, revokeToken, showTokens } from '../pages/account/tokens.tsx'
