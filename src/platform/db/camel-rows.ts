// Columns are snake_case in the database and camelCase here. Kysely's own plugin names the keys of every row anew; the keys of
// one answer are the same in each row, so they are named once.
import { CamelCasePlugin, type KyselyPlugin, type PluginTransformResultArgs, type QueryResult, sql, type UnknownRow } from 'kysely'

export class CamelRows extends CamelCasePlugin implements KyselyPlugin {
  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const [first] = result.rows
    if (!first) return result
    const columns = Object.keys(first)
    const names = columns.map((column) => this.camelCase(column))
    if (names.every((name, place) => name === columns[place])) return result
    // Copied from one shape, so that the engine knows every row's shape and does not build it key by key.
    const shape = Object.fromEntries(names.map((name) => [name, null]))
    return { ...result, rows: result.rows.map((row) => named(row, { ...shape }, columns, names)) }
  }
}

function named(row: UnknownRow, camel: UnknownRow, columns: string[], names: string[]): UnknownRow {
  for (let place = 0; place < columns.length; place++) camel[names[place]!] = row[columns[place]!]
  return camel
}

/** `select(inOurNames(columns))` asks the database for our names, for long lists: their rows then need no copy. `of` is the table. */
export const inOurNames = <const Column extends string>(columns: readonly Column[], of?: string): readonly Column[] =>
  columns.map((column) => sql.ref(of ? `${of}.${column}` : column).as(sql.raw(`"${column}"`))) as never
