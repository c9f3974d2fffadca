// What a column of a register may hold.
export const roles = [
  'pamir-id', 'identifier', 'number', 'partner', 'unit', 'acronym', 'country', 'city', 'kind', 'title', 'field', 'signed', 'year', 'starts', 'expires', 'term',
  'status', 'signatory', 'contact', 'remarks', 'known', 'ignored',
] as const
