// A sub-alliance that the rule found asleep waits for the alliance above. Its words lie in the room of the day, which is the first page.
import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { bringTurns } from '#platform/turns.ts'
import './tables.ts'

type Row = { thing: Id; since: string; above: Id; sideId: Id; nameEn: string; nameZh: string; nameRu: string; nameUr: string; count: number }

bringTurns(async (db, _viewer, { whose, sides, limit }) => {
  if (whose === 'theirs') return { rows: [], count: 0 }
  const { rows } = await sql<Row>`select d.id as thing, d.proposed_at as since, above.id as above, coalesce(above.host_id, above.organisation_id) as side_id, o.name_en, o.name_zh, o.name_ru, o.name_ur, (count(*) over ())::int as count
    from alliance_dormancy d join alliance a on a.id = d.alliance_id join alliance above on above.id = a.parent_id join organisation o on o.id = a.organisation_id
    where d.woken_at is null and d.declared_on is null and array[above.organisation_id, above.host_id] && ${sides as Id[]}::uuid[] order by d.proposed_at, d.id limit ${limit}`.execute(db as Database)
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ thing, since, above, sideId, nameEn, nameZh, nameRu, nameUr }) => ({ kind: 'today.sub-alliance-asleep', about: thing, agreementId: null, title: { en: nameEn, zh: nameZh, ru: nameRu, ur: nameUr }, sideId, since, due: null as Day | null, facts: {}, to: `/alliances/${above}/sub-alliances` })),
  }
})
