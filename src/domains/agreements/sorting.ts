// The orders of the register, and where the next page begins: a bookmark holds what the last row was sorted by.
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Tables } from '#platform/db/database.ts'
import { filedUnder } from '#platform/db/filing.ts'
import type { Locale } from '#platform/kinds.ts'
import { Refused } from '#platform/refusals.ts'
import type { ListQuery } from './model.ts'
import { ids } from './seen.ts'

type Asked = Pick<ListQuery, 'sort' | 'locale' | 'after'> & { few?: boolean }
type Rows = SelectQueryBuilder<Tables, 'agreement', {}>
/** `by` are the expressions of an order, each as an index has it, and `types` what a bookmark's values are. */
type Order = { by: RawBuilder<unknown>[]; types: string[] }

/** Unknown days stand last: signed long ago, ending never. */
const orders = {
  signed: () => ({ by: [sql`coalesce(agreement.signed_on, date '0001-01-01')`, sql`agreement.id`], types: ['date', 'uuid'] }),
  ends: () => ({ by: [sql`coalesce(agreement.holds_until, date 'infinity')`, sql`agreement.id`], types: ['date', 'uuid'] }),
  title: (locale) => ({ by: [sql`${filedUnder('agreement.title')} collate ${sql.ref(locale === 'zh' ? 'zh-x-icu' : 'und-x-icu')}`, sql`agreement.id`], types: ['text', 'uuid'] }),
  partner: (locale) => ({ by: [filedUnder(`lead.name_${locale}`), sql`lead.id`, sql`agreement.id`], types: ['text', 'uuid', 'uuid'] }),
} satisfies Record<string, (locale: Locale) => Order>

/** Puts the rows in order, from the bookmark on. `bookmark` is what the last row of a page gives to find the next. */
export function sorted(rows: Rows, { sort, locale, after, few = true }: Asked, viewer: Viewer) {
  const down = sort.startsWith('-')
  const name = sort.replace('-', '') as keyof typeof orders
  const { by, types } = orders[name](locale)
  const from = name !== 'partner' ? rows : few ? withPartner(rows, viewer) : alongPartners(rows, viewer)
  const begun = after === undefined ? from : from.where(beyond(by, types, read(after, types.length), down))
  return by.reduce((ordered, one) => ordered.orderBy(one, down ? 'desc' : 'asc'), begun)
    .select(sql<string>`json_build_array(${sql.join(by)})`.as('place'))
}

/** The organisation an agreement is sorted under: the first party that is not the viewer's own. */
const isForemost = (viewer: Viewer) => sql<boolean>`foremost.place = (
  select one.place from agreement_party one where one.agreement_id = foremost.agreement_id
  order by one.role = 'witness' or one.organisation_id = any(${ids(organisationsOf(viewer))}), one.place limit 1)`

/** For a few thousand agreements: found first, then put in order. */
const withPartner = (rows: Rows, viewer: Viewer): Rows => rows
  .innerJoin('agreementParty as foremost', (join) => join.onRef('foremost.agreementId', '=', 'agreement.id').on(isForemost(viewer)))
  .innerJoin('organisation as lead', 'lead.id', 'foremost.organisationId') as unknown as Rows

/** For more: along the index of names until the page is full. `offset 0` keeps PostgreSQL from finding them all first. A merged organisation is party to nothing. */
const alongPartners = (rows: Rows, viewer: Viewer): Rows => rows
  .innerJoin('organisation as lead', (join) => join.on('lead.status', '<>', 'merged'))
  .innerJoinLateral((from) => from.selectFrom('agreementParty as foremost').select('foremost.agreementId')
    .whereRef('foremost.organisationId', '=', 'lead.id').where(isForemost(viewer)).offset(0).as('first'), (join) => join.onRef('first.agreementId', '=', 'agreement.id')) as unknown as Rows

const beyond = (by: RawBuilder<unknown>[], types: string[], values: string[], down: boolean) =>
  sql<boolean>`(${sql.join(by)}) ${sql.raw(down ? '<' : '>')} (${sql.join(values.map((value, at) => sql`${value}::${sql.raw(types[at]!)}`))})`

export const bookmark = ({ place }: { place: unknown }): string => Buffer.from(JSON.stringify(place)).toString('base64url')

function read(after: string, length: number): string[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(after, 'base64url').toString())
    if (Array.isArray(place) && place.length === length && place.every((one) => typeof one === 'string')) return place
  } catch { /* said below */ }
  throw new Refused('agreements.bookmark-unknown', {}, 422)
}
