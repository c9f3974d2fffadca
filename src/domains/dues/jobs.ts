// What happens by the clock: before and after the day of a year's dues, the members that have not said they paid are written to; then the house is told.
import { sql } from 'kysely'
import { allianceHeads } from '#domains/alliances/keeping-store.ts'
import { record } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import { daily, type Jobs, type Night } from '#platform/jobs/job.ts'
import { spanOf, stepReached, wasReminded } from '#platform/jobs/reminding.ts'
import type { Id } from '#platform/kinds.ts'
import { type Installation, writeTo } from './letters.ts'
import type { YearRow } from './model.ts'
import './tables.ts'

/** Days before and, below zero, after. With the last one the house is told as well. */
const steps = [14, 3, -3, -14]

export const dueJobs = (home: Installation): Jobs => ({ 'remind-dues': daily('15 5 * * *', async (night) => void await remindDues(night, home)) })

/** Run twice it writes once. How many letters were written. */
export async function remindDues(night: Night, home: Installation): Promise<number> {
  const { db, today } = night
  const { from, until } = spanOf(steps, today)
  const years = await db.selectFrom('duesYear').selectAll().where('dueOn', '>=', from).where('dueOn', '<=', until).orderBy('id').forUpdate().skipLocked().execute()
  let letters = 0
  for (const year of years) {
    const step = stepReached(year.dueOn, steps, { since: year.askedAt.slice(0, 10), today })
    if (step !== undefined && !await wasReminded(db, 'dues.reminded', year.id, year.dueOn, step)) letters += await remindYear(night, home, year, step)
  }
  return letters
}

async function remindYear({ db, today, now }: Night, home: Installation, { id, allianceId, year, dueOn }: YearRow, step: number): Promise<number> {
  const head = (await allianceHeads(db, house, [allianceId])).get(allianceId)
  if (!head) return 0
  const owing = await owingIn(db, id)
  const said = { alliance: head.name, year, due: dueOn, path: `/dues-years/${id}`, today }
  let letters = await writeTo(db, home, step > 0 ? 'reminder' : 'late', owing, said)
  if (step === steps.at(-1) && owing.length > 0) letters += await writeTo(db, home, 'house', head.houses, { ...said, path: `/dues-years/${id}?state=late`, count: owing.length })
  await record({ db, viewer: house, now }, { what: 'dues.reminded', about: id, data: { alliance: allianceId, due: dueOn, step, count: owing.length, letters } })
  return letters
}

/** Whoever has said that all is paid waits for the treasurer, and is left in peace; who is a member no more still owes. */
const owingIn = async (db: Night['db'], yearId: Id): Promise<Id[]> => (await db.selectFrom('due').select('organisationId').where('yearId', '=', yearId).where('waivedAt', 'is', null)
  .where(sql<boolean>`amount > coalesce((select sum(p.amount) from due_payment p where p.due_id = due.id and p.state <> 'refused'), 0)`).orderBy('id').execute()).map(({ organisationId }) => organisationId)
