// The tables of signing.
import { whenMerged } from '#domains/organisations/store.ts'
import type { Id } from '#platform/kinds.ts'
import type { AgreementItem, CeremonyPersonRow, CeremonyRow } from './ceremony-model.ts'
import type { AuthorityRow, CertificateRow } from './certificate-model.ts'
import type { ClearanceRow, DelegationRow, RuleRow } from './clearance-model.ts'
import type { Means, SeatRow, SignatureRow, SigningRow } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    signingCertificate: CertificateRow; signingAuthority: AuthorityRow; clearanceRule: RuleRow; delegation: DelegationRow
    signing: SigningRow; signingSide: { signingId: Id; sideId: Id; accepts: Means[] }; signingSeat: SeatRow; clearance: ClearanceRow; signature: SignatureRow
    ceremony: CeremonyRow; ceremonyAgreement: AgreementItem; ceremonyPerson: CeremonyPersonRow
  }
}

whenMerged({ table: 'signing_certificate', column: 'organisation_id', key: ['id'] })
whenMerged({ table: 'clearance_rule', column: 'organisation_id', key: ['id'] })
whenMerged({ table: 'delegation', column: 'organisation_id', key: ['id'] })
whenMerged({ table: 'signing_side', column: 'side_id', key: ['signing_id', 'side_id'], once: [['signing_id']] })
whenMerged({ table: 'signing_seat', column: 'side_id', key: ['id'] })
whenMerged({ table: 'clearance', column: 'side_id', key: ['id'], once: [['signing_id', 'rule']] })
whenMerged({ table: 'signature', column: 'side_id', key: ['id'] })
whenMerged({ table: 'ceremony', column: 'host_id', key: ['id'] })
whenMerged({ table: 'ceremony_person', column: 'organisation_id', key: ['id'] })
