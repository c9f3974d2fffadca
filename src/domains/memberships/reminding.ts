// The clock of a pledge: before and after the day until which a new member accepts it, its contact is written to; with the last step the house of the alliance too.
import { allianceHeads } from '#domains/alliances/keeping-store.ts'
import { keepersOf } from '#domains/people/keeper-store.ts'
import { record } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Night } from '#platform/jobs/job.ts'
import { spanOf, stepReached, wasReminded } from '#platform/jobs/reminding.ts'
import type { Application } from './admission-model.ts'
import { type Installation, writePledgeLetter } from './letters.ts'
import { linkFor } from './public-actions.ts'

const steps = [14, 3, -3, -14]

/** Run twice it writes once. How many letters were written. */
export async function remindPledges(night: Night, home: Installation): Promise<number> {
  const { db, today } = night
  const { from, until } = spanOf(steps, today)
  const waiting = await db.selectFrom('application').selectAll().where('step', '=', 'pledge').where('dueOn', '>=', from).where('dueOn', '<=', until).orderBy('id').limit(1000).forUpdate().skipLocked().execute()
  let letters = 0
  for (const one of waiting) {
    const step = stepReached(one.dueOn!, steps, { since: one.stepAt.slice(0, 10), today })
    if (step !== undefined && !await wasReminded(db, 'application.reminded', one.id, one.dueOn!, step)) letters += await remind(night, home, one, step)
  }
  return letters
}

async function remind({ db, today, now }: Night, home: Installation, application: Application, step: number): Promise<number> {
  const { id, allianceId, dueOn, byLink, contact } = application
  const page = `${home.publicUrl}/applications/${id}`
  await writePledgeLetter(db, home, 'pledge-reminder', application, { email: contact.email, locale: contact.locale }, byLink ? await linkFor(db, home, id, now) : page)
  const head = step === steps.at(-1) ? (await allianceHeads(db, house, [allianceId])).get(allianceId) : undefined
  const keepers = head ? await keepersOf(db, head.houses, today) : []
  for (const keeper of keepers) await writePledgeLetter(db, home, 'pledge-late', application, keeper, page)
  await record({ db, viewer: house, now }, { what: 'application.reminded', about: id, data: { alliance: allianceId, due: dueOn, step, letters: keepers.length + 1 } })
  return keepers.length + 1
}
