// Under what a name is filed in a list: its first letter or number, whatever stands before it. The indexes hold the same expression.
import { type RawBuilder, sql } from 'kysely'

/** `column` may be a blank too: a name that comes with a page's address is filed as the column is. */
export const filedUnder = (column: string | RawBuilder<unknown>): RawBuilder<string> => sql<string>`filed_under(${typeof column === 'string' ? sql.ref(column) : column})`
