// The rules every deployment is held to. Each one is a question to a whole template, answered with what breaks it:
// an empty list is a pass. They know no resource by name except the functions.

import * as ofData from './rules-of-data.ts'
import * as ofFunctions from './rules-of-functions.ts'
import * as ofNetwork from './rules-of-network.ts'
import * as ofWatching from './rules-of-watching.ts'

export const rules = { ...ofData, ...ofFunctions, ...ofNetwork, ...ofWatching }
