// The name of the person behind a column, for what is shown.
import { sql } from 'kysely'

export const nameOf = (column: string) => sql<string | null>`(select name from person where person.id = ${sql.ref(column)})`
