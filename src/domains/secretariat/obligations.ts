// What binds a member that leaves and is known on this floor only: dues that are open, turns to host that it agreed to.
import { turnsOf } from '#domains/dues/hosting-store.ts'
import { typedOf } from '#domains/dues/rules.ts'
import { findStatement } from '#domains/dues/store.ts'
import { bringObligations } from '#domains/memberships/obligation-store.ts'
import { NotFound } from '#platform/refusals.ts'

bringObligations(async ({ db, viewer, now, allianceId, organisationId }) => {
  const today = now.slice(0, 10)
  // A member whose access is suspended sees itself, and not the alliance.
  const { lines } = await findStatement(db, viewer, allianceId, organisationId, today).catch((error: unknown) => { if (error instanceof NotFound) return { lines: [] }; throw error })
  const hosting = (await turnsOf(db, allianceId)).filter((turn) => turn.organisationId === organisationId && turn.answer !== 'declined' && turn.year >= Number(today.slice(0, 4)))
  return [
    ...lines.filter(({ outstanding }) => outstanding > 0).map(({ year, outstanding, currency, dueOn }) => ({ key: 'dues', values: { year: String(year), amount: `${typedOf(outstanding, currency)} ${currency}` }, title: null, to: `/alliances/${allianceId}/dues`, dueOn })),
    ...hosting.map(({ what, year }) => ({ key: `hosting.${what}`, values: { year: String(year) }, title: null, to: `/alliances/${allianceId}/hosting`, dueOn: null })),
  ]
})
