// The tables of confirmations.
import { whenMerged } from '#domains/organisations/store.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import type { Confirmation, Said, Side } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    confirmation: Confirmation
    confirmationSide: Side & { confirmationId: Id }
    confirmationAnswer: Said & { confirmationId: Id; who: Id | null; office: Id | null }
    confirmationLink: LinkRow
  }
}

export type LinkRow = {
  id: Id; tokenHash: string; confirmationId: Id; place: number; via: 'letter' | 'link'; toAddress: string | null; locale: Locale; letterId: Id | null
  reminders: number; askedAt: Instant; madeBy: Id; madeAt: Instant; expiresAt: Instant; usedAt: Instant | null; revokedAt: Instant | null; followedAt: Instant | null
}

whenMerged({ table: 'confirmation_side', column: 'organisation_id', key: ['confirmation_id', 'place'] })
