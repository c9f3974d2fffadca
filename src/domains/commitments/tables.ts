// The tables of commitments.
import { whenMerged } from '#domains/organisations/store.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import type { ClaimState } from '#domains/confirmations/model.ts'
import type { Activity, Evidence, Named, TookPart } from './activity-model.ts'
import type { Handover } from './handover-model.ts'
import type { Commitment, Pulse, Responsible, Status } from './model.ts'
import type { TermAct } from './term-model.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    commitment: Commitment
    commitmentOffice: Responsible & { commitmentId: Id; place: number }
    commitmentStanding: StandingRow
    activity: Activity
    activityNumber: TookPart & { activityId: Id; place: number }
    activityPerson: Named & { activityId: Id; place: number }
    activityServe: ServeRow
    evidence: EvidenceRow
    agreementPulse: Pulse
    termLadder: { agreementId: Id; months: number[]; changedBy: Id; changedAt: Instant }
    termReminder: { agreementId: Id; endsOn: Day; months: number; toldAt: Instant }
    termClock: { agreementId: Id; renewsOn: Day }
    termLapse: { agreementId: Id; untilOn: Day; toldAt: Instant }
    termAct: TermAct
    handover: Handover
  }
}

export type StandingRow = { commitmentId: Id; agreementId: Id; status: Status; reason: string; dueOn: string | null; claimed: number; confirmed: number; ruleVersion: string }
export type ServeRow = { activityId: Id; place: number; agreementId: Id; commitmentId: Id | null; sideId: Id | null; amount: number; onDay: string; state: ClaimState }
export type EvidenceRow = Pick<Evidence, 'id' | 'url' | 'title' | 'stripped' | 'addedAt' | 'withdrawnAt' | 'withdrawnBecause'> & { activityId: Id; fileId: Id | null; addedBy: Id }

const place = (table: string) => ({ table, column: 'organisation_id' })
whenMerged({ ...place('commitment_office'), key: ['commitment_id', 'place'] })
whenMerged({ ...place('activity_number'), key: ['activity_id', 'place'] })
whenMerged({ ...place('activity_person'), key: ['activity_id', 'place'] })
whenMerged({ table: 'activity_serve', column: 'side_id', key: ['activity_id', 'place'] })
whenMerged({ table: 'activity', column: 'side_id', key: ['id'] })
whenMerged({ table: 'commitment', column: 'payer_id', key: ['id'] })
whenMerged({ table: 'term_act', column: 'side_id', key: ['id'] })
whenMerged({ ...place('handover'), key: ['id'] })
