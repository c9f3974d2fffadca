// The shapes the resolver speaks in: what it is told about organisations, what it is asked, and what it answers.
export type NameKind = 'display' | 'label' | 'short' | 'acronym' | 'former' | 'alias'
export type Name = { text: string; lang: string | null; kind: NameKind }

/** What the resolver needs to know of one organisation, registered or local. */
export type Known = {
  id: string
  ror: string | null
  status: 'active' | 'inactive' | 'withdrawn'
  successorId: string | null
  parentId: string | null
  kind: string
  /** ISO 3166-1 alpha-2 */
  country: string | null
  city: string | null
  domain: string | null
  local: boolean
  /** Made from a text that nobody has identified yet: it stands for that very text, and competes with nobody. */
  provisional?: boolean
  /** How many identifiers others gave it: the better known, the likelier meant. */
  renown?: number
  /** Since when the register knows it, as it says itself: a text older than that cannot have been judged by it. */
  since?: string | null
  names: Name[]
}

export type Question = {
  text: string
  country?: string | null
  city?: string | null
  domain?: string | null
  kind?: string | null
  /** Organisations that the register knew later than this day are left out. */
  asOf?: string | null
}

/** One reason: the rule's key, the text of the question it was found in, and the name or place it met. */
export type Evidence = { rule: string; found: string; against: string }

export type Candidate = {
  id: string
  ror: string | null
  name: string
  country: string | null
  city: string | null
  confidence: number
  evidence: Evidence[]
}

export type Decision = 'matched' | 'offered' | 'new'

export type Resolution = {
  decision: Decision
  confidence: number
  organisation: Candidate | null
  /** Best first, at most five. */
  candidates: Candidate[]
  /** The text of a unit, when the organisation it belongs to was matched. */
  unit: string | null
  evidence: Evidence[]
}

/** What the rest of the row says about a cell. */
export type CellHints = {
  country?: string | null
  city?: string | null
  domain?: string | null
  kind?: string | null
  /** The organisation whose register this is, so that its own name in a cell is not a partner. */
  ownerId?: string | null
  ownerName?: string | null
}

export type Party = {
  text: string
  resolution: Resolution
  unit: string | null
  country: string | null
  city: string | null
  owner: boolean
}

export type CellReading = {
  parties: Party[]
  project: string | null
  remarks: string[]
  places: string[]
  problems: Evidence[]
}

export type SuggestOptions = { limit: number; languages?: string[] }
