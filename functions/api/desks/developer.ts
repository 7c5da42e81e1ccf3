// The API's document and its page: open to all, and loaded when first asked for.

export { sendDocument, showDocs } from '../pages/developer/docs.tsx'
