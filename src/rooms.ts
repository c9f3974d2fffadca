// The floor plan. `npm test` walks every import in the house and stops at a door that is not drawn here.

/** The domains, from the ground up. Each may use the floors below it; never a neighbour, never the floor above. */
export const floors = [
  ['organisations'],
  ['people'],
  ['alliances', 'confirmations'],
  ['agreements'],
  ['texts', 'registers'],
  ['signing', 'commitments'],
  ['reviews'],
  ['joint-units', 'plans', 'events', 'learning'],
  ['committees'],
  ['mobility', 'research', 'competitions', 'memberships', 'calls', 'dues', 'elections'],
  ['reports', 'notices', 'search', 'today'],
  ['publication', 'secretariat'],
]

/** Where a domain is entered from another: its nouns, rules, promises, finders, list and verbs, whole or by noun (`member-store.ts`). */
export const frontDoors = /^domains\/[^/]+\/([a-z-]+-)?(model|rules|api|store|listing|actions)\.ts$|^domains\/organisations\/resolver\/(resolver|types)\.ts$/

/** Files that run on both sides of the wire. They may import each other and Zod: nothing that does I/O. */
export const pure = /^(domains\/[^/]+\/([a-z-]+-)?(model|rules|api)|platform\/(kinds|refusals|api|turns|day-zones|documents\/(rich|paper|chart|contrast)|signatures\/checked|http\/contract|uploads\/api|auth\/viewer|i18n\/locale)|example\/api)\.ts$/

/** What else the browser takes from the server's side: pieces of text work without I/O. */
export const inBrowser = /^platform\/i18n\/(locale|format|message)\.ts$/
