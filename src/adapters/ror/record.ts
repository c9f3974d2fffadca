// A record of the ROR register, schema v2 (https://ror.readme.io/docs/ror-schema-v2): only what is used here is demanded, so that
// a later minor version of the schema, or an odd record, is still read.
import * as z from 'zod'

const some = <T extends z.ZodType>(shape: T) => z.array(shape).nullish().catch(null).transform((list) => list ?? [])
const text = z.string().nullish().catch(null)

const RorName = z.object({ value: z.string(), lang: text, types: some(z.string()) })
const Place = z.object({ country_code: text, name: text, lat: z.number().nullish().catch(null), lng: z.number().nullish().catch(null) })

export const RorRecord = z.object({
  id: z.string().transform(plainRor).refine((id) => /^0[a-z0-9]{6}\d{2}$/.test(id), { error: 'no ROR identifier' }),
  names: z.array(RorName).transform((names) => names.filter(({ value }) => value.trim() !== '')).refine((names) => names.length > 0, { error: 'no name' }),
  status: z.enum(['active', 'inactive', 'withdrawn']).catch('active'),
  types: some(z.string()),
  established: z.int().nullish().catch(null),
  domains: some(z.string()),
  links: some(z.object({ type: text, value: z.string() })),
  locations: some(z.object({ geonames_details: Place })),
  external_ids: some(z.object({ type: z.string(), preferred: text, all: z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]) })),
  admin: z.object({ created: z.object({ date: text }).nullish().catch(null) }).nullish().catch(null),
  /** Where several releases were joined, the release in which the record first stood. */
  _created: text,
  relationships: some(z.object({ type: z.string(), id: z.string().transform(plainRor) })),
})
export type RorRecord = z.infer<typeof RorRecord>

function plainRor(id: string): string {
  return id.trim().toLowerCase().replace(/^https?:\/\/ror\.org\//, '')
}
