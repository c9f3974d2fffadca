// The orders of the register, and where the next page begins: a bookmark holds what the last row was sorted by.
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Tables } from '#platform/db/database.ts'
import type { Locale } from '#platform/kinds.ts'
import { Refused } from '#platform/refusals.ts'
import type { ListQuery } from './model.ts'
import { ids } from './seen.ts'

type Asked = Pick<ListQuery, 'sort' | 'locale' | 'after'>
type Rows = SelectQueryBuilder<Tables, 'agreement', {}>
/** `by` are the expressions of an order, each as an index has it, and `types` what a bookmark's values are. */
type Order = { by: RawBuilder<unknown>[]; types: string[] }

/** Unknown days stand last: signed long ago, ending never. */
const orders = {
  signed: () => ({ by: [sql`coalesce(agreement.signed_on, date '0001-01-01')`, sql`agreement.id`], types: ['date', 'uuid'] }),
  ends: () => ({ by: [sql`coalesce(agreement.holds_until, date 'infinity')`, sql`agreement.id`], types: ['date', 'uuid'] }),
  title: (locale) => ({ by: [sql`agreement.title collate ${sql.ref(locale === 'zh' ? 'zh-x-icu' : 'und-x-icu')}`, sql`agreement.id`], types: ['text', 'uuid'] }),
  partner: (locale) => ({ by: [sql.ref(`lead.name_${locale}`), sql`lead.id`, sql`agreement.id`], types: ['text', 'uuid', 'uuid'] }),
} satisfies Record<string, (locale: Locale) => Order>

/** Puts the rows in order, from the bookmark on. `bookmark` is what the last row of a page gives to find the next. */
export function sorted(rows: Rows, { sort, locale, after }: Asked, viewer: Viewer) {
  const down = sort.startsWith('-')
  const name = sort.replace('-', '') as keyof typeof orders
  const { by, types } = orders[name](locale)
  const from = name === 'partner' ? withPartner(rows, viewer) : rows
  const begun = after === undefined ? from : from.where(beyond(by, types, read(after, types.length), down))
  return by.reduce((ordered, one) => ordered.orderBy(one, down ? 'desc' : 'asc'), begun)
    .select(sql<string>`json_build_array(${sql.join(by)})`.as('place'))
}

/** The organisation an agreement is sorted under: the first party that is not the viewer's own. */
function withPartner(rows: Rows, viewer: Viewer): Rows {
  const own = ids(organisationsOf(viewer))
  return rows
    .innerJoin('agreementParty as leading', (join) => join.onRef('leading.agreementId', '=', 'agreement.id').on('leading.place', '=', sql<number>`(
      select one.place from agreement_party one where one.agreement_id = leading.agreement_id
      order by one.role = 'witness' or one.organisation_id = any(${own}), one.place limit 1)`))
    // A merged organisation is party to nothing; said so that the index of names is used.
    .innerJoin('organisation as lead', (join) => join.onRef('lead.id', '=', 'leading.organisationId').on('lead.status', '<>', 'merged')) as unknown as Rows
}

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
