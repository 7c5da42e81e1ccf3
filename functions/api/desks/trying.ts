// Where the forms of the API's page lead, loaded when first asked for.

export { tryReading, trySending } from '../pages/developer/try.tsx'
