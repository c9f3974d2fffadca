// The tables of memberships.
import { whenMerged } from '#domains/organisations/store.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import type { Application, Paper, StepTaken } from './admission-model.ts'
import type { ContactCheck, Departure, MemberContact, Suspension } from './member-model.ts'
import type { RulesVersion } from './rule-model.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    membershipRules: RulesVersion; application: Application; applicationStep: StepTaken; applicationPaper: Paper
    applicationLink: { tokenHash: string; applicationId: Id; madeAt: Instant; expiresAt: Instant }
    suspension: Suspension; departure: Departure; memberContact: MemberContact; contactCheck: ContactCheck
  }
}

whenMerged({ table: 'application', column: 'organisation_id', key: ['id'], once: [['alliance_id']], where: "$row.step not in ('member', 'refused', 'withdrawn')" })
whenMerged({ table: 'suspension', column: 'organisation_id', key: ['id'], once: [['alliance_id']], where: '$row.ended_at is null' })
whenMerged({ table: 'departure', column: 'organisation_id', key: ['id'], once: [['alliance_id']], where: '$row.taken_back_at is null and $row.done_at is null' })
whenMerged({ table: 'member_contact', column: 'organisation_id', key: ['alliance_id', 'organisation_id'], once: [['alliance_id']] })
whenMerged({ table: 'contact_check', column: 'organisation_id', key: ['id'], once: [['alliance_id']], where: '$row.confirmed_at is null' })
