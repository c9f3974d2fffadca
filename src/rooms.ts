// The floor plan. `npm test` walks every import in the house and stops at a door that is not drawn here.

/** The domains, from the ground up. Each may use the floors below it; never a neighbour, never the floor above. */
export const floors = [
  ['organisations'],
  ['people'],
  ['alliances', 'confirmations'],
  ['agreements'],
  ['commitments', 'registers'],
  ['committees', 'joint-units', 'plans', 'events', 'learning'],
  ['mobility', 'research', 'competitions'],
  ['reports', 'search', 'today'],
]

/** Files that run on both sides of the wire. They may import each other and Zod: nothing that does I/O. */
export const pure = /^(domains\/[^/]+\/(model|rules|api)|platform\/(kinds|refusals|api|http\/contract|auth\/viewer|i18n\/(locales|format)))\.ts$/
