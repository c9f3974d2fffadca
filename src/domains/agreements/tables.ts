// The tables of agreements.
import type { Id, Instant } from '#platform/kinds.ts'
import { whenMerged } from '#domains/organisations/store.ts'
import type { Agreement, Party } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables { agreement: AgreementRow; agreementParty: PartyRow }
}

/** A row with what it is found by. `words` are its own; `search`, `partyIds` and `countries` follow its parties. */
export type AgreementRow = Agreement & {
  removedAt: Instant | null; partyIds: Id[]; countries: string[]; words: string; search: string
}
export type PartyRow = Party & { agreementId: Id; place: number }

whenMerged({ table: 'agreement_party', column: 'organisation_id', key: ['agreement_id', 'place'] })

export const columns = [
  'id', 'kind', 'title', 'titleLang', 'titles', 'fields', 'signedOn', 'signedPrecision', 'startsOn', 'termKind', 'termYears', 'termUntil', 'untilPrecision',
  'renewalYears', 'noticeMonths', 'termText', 'endedOn', 'endedBecause', 'renewedUntil', 'holdsFrom', 'holdsUntil', 'openEnded', 'problems', 'parentId', 'visibility',
  'source', 'notes', 'zone', 'dayZone', 'draft', 'sealedAt', 'example', 'recordedBy', 'recordedAt', 'changedAt',
] as const satisfies (keyof Agreement)[]
