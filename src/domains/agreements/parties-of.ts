// The parties of an agreement as one JSON column, so that a page of a list is one query.
import { sql } from 'kysely'
import type { PartyShown } from './model.ts'

const brief = sql`json_build_object('id', o.id, 'name', o.name, 'nameEn', o.name_en, 'nameZh', o.name_zh, 'nameRu', o.name_ru, 'nameUr', o.name_ur,
  'country', o.country, 'city', o.city, 'kind', o.kind, 'ror', o.ror, 'status', o.status, 'parentId', o.parent_id, 'provisional', o.provisional, 'example', o.example)`

/** For a list. */
export const partiesColumn = sql<Pick<PartyShown, 'organisation' | 'unit' | 'text' | 'role'>[]>`(
  select coalesce(json_agg(json_build_object('organisation', ${brief}, 'unit', p.unit, 'text', p.text, 'role', p.role) order by p.place), '[]')
  from agreement_party p join organisation o on o.id = p.organisation_id where p.agreement_id = agreement.id)`

/** For the agreement's own page. */
export const signatoriesColumn = sql<PartyShown[]>`(
  select coalesce(json_agg(json_build_object('organisationId', p.organisation_id, 'organisation', ${brief}, 'unit', p.unit, 'text', p.text, 'role', p.role,
    'signatory', p.signatory, 'signatoryTitle', p.signatory_title) order by p.place), '[]')
  from agreement_party p join organisation o on o.id = p.organisation_id where p.agreement_id = agreement.id)`
