// A member whose vote its alliance suspended does not vote in the alliance's bodies: from that moment its seats are without a vote, and from its
// reinstatement with one again. A seat is a member's where its side is that member, or where whoever sits there holds offices at that member alone.
import { sql } from 'kysely'
import { type Hand, record } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { type Id, newId } from '#platform/kinds.ts'
import type { Seat } from './model.ts'
import './tables.ts'

for (const deed of ['alliance.member-suspended', 'alliance.member-reinstated']) {
  when(deed, async (at, { about, data }) => {
    const { organisationId, suspended } = data as { organisationId: Id; suspended: string[] }
    await setVotes(at, about, organisationId, suspended.includes('vote'))
  })
}

/** What was noted of a seat stays: it ends, and one like it begins, so that a vote of before is still counted as it was cast. */
async function setVotes(at: Hand, allianceId: Id, organisationId: Id, withheld: boolean): Promise<void> {
  const own = sql<boolean>`(side.organisation_id = ${organisationId} or side.organisation_id is null and s.member_id is not null
    and exists (select from office o where o.person_id = s.member_id and o.organisation_id is not null and o.vacated_at is null)
    and not exists (select from office o where o.person_id = s.member_id and o.organisation_id <> ${organisationId} and o.vacated_at is null))`
  const seats: Seat[] = await at.db.selectFrom('bodySeat as s').innerJoin('body', 'body.id', 's.bodyId').leftJoin('bodySide as side', 'side.id', 's.sideId').selectAll('s')
    .where('body.allianceId', '=', allianceId).where('body.dissolvedAt', 'is', null).where('s.endedAt', 'is', null).where(withheld ? 's.voting' : 's.withheld', '=', true).where(own).orderBy('s.id').forUpdate('s').execute()
  for (const seat of seats) {
    await at.db.updateTable('bodySeat').set({ endedAt: at.now }).where('id', '=', seat.id).execute()
    const id = newId()
    await at.db.insertInto('bodySeat').values({ ...seat, id, voting: !withheld, withheld, startedAt: at.now }).execute()
    await record(at, { what: withheld ? 'body.vote-withheld' : 'body.vote-restored', about: seat.bodyId, data: { seat: id, before: seat.id, side: seat.sideId, organisationId } })
  }
}
