// The table of this room.
import type { Dormancy } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables { allianceDormancy: Dormancy }
}
