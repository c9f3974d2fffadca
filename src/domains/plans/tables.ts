// The tables of plans and of the indicators they are measured by.
import { whenMerged } from '#domains/organisations/store.ts'
import type { Id } from '#platform/kinds.ts'
import type { OwnIndicator } from './indicator-model.ts'
import type { Commentary, Plan, PlanValue, PlanVersion } from './plan-model.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    indicatorChoice: { allianceId: Id; code: string; place: number }
    ownIndicator: OwnIndicator
    plan: Plan
    planVersion: PlanVersion
    planValue: PlanValue
    planCommentary: Commentary
  }
}

whenMerged({ table: 'plan_value', column: 'side_id', key: ['id'] })
