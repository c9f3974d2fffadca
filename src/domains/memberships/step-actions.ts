// How an application goes on: the step it stands at ends with who ended it and what they said, and the next one begins with its day.
import type { Writing } from '#platform/db/database.ts'
import { type Hand, record } from '#platform/audit/journal.ts'
import { type Day, type Id, newId } from '#platform/kinds.ts'
import { house } from '#platform/auth/viewer.ts'
import { endStanding, moveStanding } from '#domains/alliances/member-actions.ts'
import type { Application, Step } from './admission-model.ts'
import { dueOf } from './admission-rules.ts'
import { rulesOf } from './rule-store.ts'
import './tables.ts'

export type At = Hand & { today: Day }
export type Ending = { outcome: string; said?: string | null; asked?: string[]; decidedOn?: Day | null; byName?: string | null; change?: Partial<Application> }

export async function enter(db: Writing, applicationId: Id, step: Step, now: string, dueOn: Day | null): Promise<void> {
  await db.insertInto('applicationStep').values({ id: newId(), applicationId, step, enteredAt: now, dueOn, leftAt: null, who: null, byName: null, outcome: null, said: null, asked: [], decidedOn: null }).execute()
}

export async function goTo(at: At, application: Application, step: Step, { outcome, said = null, asked = [], decidedOn = null, byName = null, change = {} }: Ending): Promise<void> {
  const { id, allianceId, rulesVersion } = application
  const { rules } = await rulesOf(at.db, allianceId, rulesVersion)
  const dueOn = dueOf(step, rules, at.today, change.observesUntil ?? application.observesUntil)
  const who = at.viewer.id === house.id ? null : at.viewer.id
  await at.db.updateTable('applicationStep').set({ leftAt: at.now, who, byName, outcome, said, asked, decidedOn }).where('applicationId', '=', id).where('leftAt', 'is', null).execute()
  await enter(at.db, id, step, at.now, dueOn)
  await at.db.updateTable('application').set({ ...change, step, stepAt: at.now, dueOn, changedAt: at.now }).where('id', '=', id).execute()
  await record(at, { what: `application.${outcome}`, about: id, data: { alliance: allianceId, organisation: application.organisationId, before: application.step, step, said, asked, decidedOn, byName } })
  await follow(at, { ...application, ...change }, step)
}

/** The standing in the alliance follows the step. */
async function follow(at: At, { allianceId, organisationId, id }: Application, step: Step): Promise<void> {
  if (organisationId === null) return
  if (step === 'observing') await moveStanding(at, allianceId, organisationId, 'observer', null)
  if (step === 'member') await moveStanding(at, allianceId, organisationId, 'member', null)
  if (step === 'refused' || step === 'withdrawn') await endStanding(at, allianceId, organisationId, id)
}
