// The tables of joint units.
import { whenMerged } from '#domains/organisations/store.ts'
import type { Id } from '#platform/kinds.ts'
import type { JointUnit } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables { jointUnit: JointUnit; jointUnitAgreement: { unitId: Id; agreementId: Id } }
}

whenMerged({ table: 'joint_unit', column: 'organisation_id', key: ['id'] })
