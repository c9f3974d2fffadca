// Statements of the hottest lists: written once for each shape, then asked with other values. Writing one took nine times as long.
import type { Compilable, CompiledQuery, RawBuilder } from 'kysely'
import type { Database, Reading } from './database.ts'
import { keepPlanOf } from './planned.ts'

class Blank {
  readonly name: string
  constructor(name: string) { this.name = name }
}

/** The same names with a blank for each value that is given, to write a statement with. */
export const blanksFor = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined).map(([name]) => [name, new Blank(name)])) as T

const kept = new Map<string, CompiledQuery<unknown>>()

/** `shape` names everything but the values on which the statement depends; which values are given is part of it already. */
export async function ask<T extends object, Row>(db: Reading, shape: string, values: T, write: (blanks: T) => Compilable<Row>): Promise<Row[]> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  const key = `${shape} ${given.map(([name]) => name).join(' ')}`
  const statement = kept.get(key) ?? keep(key, write(blanksFor(values)).compile())
  const filled = statement.parameters.map((value) => (value instanceof Blank ? values[value.name as keyof T] : value))
  return (await (db as Database).executeQuery({ ...statement, parameters: filled })).rows as Row[]
}

/** The same, with a plan that is kept (`planned`): written once and planned once. */
export const askPlanned: typeof ask = (db, shape, values, write) => ask(db, shape, values, (blanks) => {
  const statement = write(blanks)
  keepPlanOf(statement.compile().sql)
  return statement
})

/** The same for a statement that is written as SQL. */
export const askSql = <T extends object, Row>(db: Reading, shape: string, values: T, write: (blanks: T) => RawBuilder<Row>): Promise<Row[]> => ask(db, shape, values, (blanks) => {
  const compiled = write(blanks).compile(db as Database)
  keepPlanOf(compiled.sql)
  return { compile: () => compiled }
})

const mostSame = 500

/** For a statement that depends on its values in many ways: written once for each question, as long as the same ones come again. */
export async function askSame<Row>(db: Reading, question: unknown, write: () => Compilable<Row>): Promise<Row[]> {
  const key = JSON.stringify(question)
  const statement = same.get(key) ?? write().compile()
  // The one asked last stands last; the first is forgotten.
  same.delete(key)
  same.set(key, statement)
  if (same.size > mostSame) same.delete(same.keys().next().value!)
  return (await (db as Database).executeQuery(statement)).rows as Row[]
}
const same = new Map<string, CompiledQuery<unknown>>()

function keep(key: string, statement: CompiledQuery<unknown>): CompiledQuery<unknown> {
  kept.set(key, statement)
  return statement
}
