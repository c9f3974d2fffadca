// Checks on how an agreement is run that only rooms above know: that its committee met with a quorum, that its minutes were approved. Each room says
// once how they are found; a review asks all of them and knows none.
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { ReviewCheck } from './model.ts'

type Asked = { agreementId: Id; from: Day; until: Day; asOf: Day }
type Finder = (db: Reading, asked: Asked) => Promise<ReviewCheck[]>
const brought: Finder[] = []

/** Said once, where the room's routes are. */
export function bringChecks(find: Finder): void {
  brought.push(find)
}

export const furtherChecks = async (db: Reading, asked: Asked): Promise<ReviewCheck[]> => (await Promise.all(brought.map((find) => find(db, asked)))).flat()
