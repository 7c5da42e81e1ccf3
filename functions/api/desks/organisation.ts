// The pages about the organisation's tree, as one thing to load.

export { showTree, showUnit } from '../pages/organisation/browse.tsx'
