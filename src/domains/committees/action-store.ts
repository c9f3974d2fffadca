// What people do because of what was decided: the open ones first, by the day they are due.
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { namesOf } from './body-store.ts'
import type { ActionShown } from './model.ts'
import './tables.ts'

export async function actionsOf(db: Reading, bodyId: Id): Promise<ActionShown[]> {
  const rows = await db.selectFrom('bodyAction').selectAll().where('bodyId', '=', bodyId).orderBy((of) => of.case().when('doneAt', 'is', null).then(0).else(1).end()).orderBy('dueOn').orderBy('id').limit(300).execute()
  const [names, decisions] = await Promise.all([
    namesOf(db, rows.map(({ ownerId }) => ownerId)),
    db.selectFrom('decision').select(['id', 'number']).where('id', '=', anyOf(rows.flatMap(({ decisionId }) => decisionId ?? []))).execute(),
  ])
  return rows.map((row) => ({ ...row, owner: names.get(row.ownerId)!, decisionNumber: decisions.find(({ id }) => id === row.decisionId)?.number ?? null }))
}
