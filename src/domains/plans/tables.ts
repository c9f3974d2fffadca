// The tables of plans and of the indicators they are measured by.
import type { Id } from '#platform/kinds.ts'
import type { OwnIndicator } from './indicator-model.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    indicatorChoice: { allianceId: Id; code: string; place: number }
    ownIndicator: OwnIndicator
  }
}
