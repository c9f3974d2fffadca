// The tables of organisations.
import type { Day, Id, Instant } from '#platform/kinds.ts'
import type { DuplicateReason } from './rules.ts'
import type { Facts, Name, OrganisationBrief, Source } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    organisation: OrganisationRow
    organisationName: NameRow
    organisationIdentifier: IdentifierRow
    organisationRelation: RelationRow
    organisationDuplicate: DuplicateRow
    organisationMerge: MergeRow
    organisationCorrection: CorrectionRow
  }
}

export type OrganisationRow = OrganisationBrief & Facts & {
  nameLang: string | null; source: Source; origin: string | null; successorId: Id | null; mergedInto: Id | null
  registerHash: string | null; registerSince: Day | null; stated: string[]; search: string; searchText: string; changedAt: Instant
}
export type NameRow = Name & { id: Id; organisationId: Id; place: number; source: Source; key: string }
export type IdentifierRow = { organisationId: Id; scheme: string; value: string; source: Source }
export type RelationRow = { fromId: Id; kind: 'part-of' | 'successor-of' | 'related'; toId: Id; source: Source }
export type DuplicateRow = {
  id: Id; oneId: Id; otherId: Id; reason: DuplicateReason; facts: Record<string, string | null>; sureness: number
  state: 'proposed' | 'dismissed' | 'merged'; decidedBy: Id | null; decidedAt: Instant | null
}
export type MergeRow = { id: Id; keptId: Id; mergedId: Id; moved: unknown; mergedBy: Id; mergedAt: Instant; undoneBy: Id | null; undoneAt: Instant | null }
export type CorrectionRow = { id: Id; textKey: string; text: string; country: string | null; organisationId: Id; saidBy: Id; saidAt: Instant }
