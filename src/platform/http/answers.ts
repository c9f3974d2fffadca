// An answer's shape becomes a compiled serialiser, once: faster than parsing every answer, and what the contract does not
// declare never leaves the house.
import * as z from 'zod'

type Schema = { [key: string]: unknown; anyOf?: Schema[] }

/** The JSON Schema (draft 7) from which Fastify compiles the serialiser of an answer. */
export function answerSchema(shape: z.ZodType): Schema {
  return plain(z.toJSONSchema(shape, { io: 'output', target: 'draft-7', unrepresentable: 'any' }) as Schema)
}

/**
 * Serialising needs to know what a value is, not whether it is right: formats and patterns are dropped, and «this or
 * null» is said in the way that needs no validation at run time.
 */
function plain(schema: Schema): Schema {
  const { $schema: _, format: _f, pattern: _p, minLength: _a, maxLength: _b, minimum: _c, maximum: _d, exclusiveMinimum: _e, propertyNames: _n, ...rest } = schema
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, isNames(key) ? each(value) : deep(value)])) as Schema
  const choices = inner.anyOf
  if (!choices) return inner
  const real = choices.filter(({ type }) => type !== 'null')
  if (real.length === 1 && choices.length === 2) return { ...real[0], nullable: true }
  return inner
}

const isNames = (key: string) => key === 'properties' || key === 'definitions' || key === '$defs'
const each = (value: unknown) => Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([name, schema]) => [name, deep(schema)]))

function deep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deep)
  return value !== null && typeof value === 'object' ? plain(value as Schema) : value
}
