// An alliance chooses the indicators it reports by, adds its own, and lets one go.
import { holdAlliance } from '#domains/alliances/store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { record } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Invalid } from '#platform/refusals.ts'
import type { OwnDraft, OwnIndicator } from './indicator-model.ts'
import { indicatorOf } from './indicator-rules.ts'
import { ownOf } from './indicator-store.ts'

export async function chooseIndicators(at: Doing, allianceId: Id, codes: readonly string[]): Promise<{ codes: string[] }> {
  demand(whyNotKeep(await holdAlliance(at.db, at.viewer, allianceId), at.viewer))
  const chosen = [...new Set(codes)]
  if (chosen.some((code) => !indicatorOf(code))) throw new Invalid({ codes: ['plans.no-such-indicator'] })
  await at.db.deleteFrom('indicatorChoice').where('allianceId', '=', allianceId).execute()
  if (chosen.length > 0) await at.db.insertInto('indicatorChoice').values(chosen.map((code, place) => ({ allianceId, code, place }))).execute()
  await record(at, { what: 'indicators.chosen', about: allianceId, data: { codes: chosen } })
  return { codes: chosen }
}

export async function addIndicator(at: Doing, allianceId: Id, draft: OwnDraft): Promise<OwnIndicator[]> {
  demand(whyNotKeep(await holdAlliance(at.db, at.viewer, allianceId), at.viewer))
  const id = newId()
  const { feed, name, rule, ...facts } = draft
  await at.db.insertInto('ownIndicator').values({ id, allianceId, ...facts, name: json(name), rule: json(rule), feed: feed && json(feed), addedBy: at.viewer.id, addedAt: at.now, removedAt: null }).execute()
  await record(at, { what: 'indicators.added', about: allianceId, data: { indicator: id, name: draft.name } })
  return ownOf(at.db, allianceId)
}

export async function removeIndicator(at: Doing, allianceId: Id, id: Id): Promise<OwnIndicator[]> {
  demand(whyNotKeep(await holdAlliance(at.db, at.viewer, allianceId), at.viewer))
  const own = found((await ownOf(at.db, allianceId)).find((one) => one.id === id))
  await at.db.updateTable('ownIndicator').set({ removedAt: at.now }).where('id', '=', id).execute()
  await record(at, { what: 'indicators.removed', about: allianceId, data: { indicator: id, name: own.name } })
  return ownOf(at.db, allianceId)
}
