// What a review is reckoned from, read of the records as of a day. The caller has seen that the agreement may be seen.
import { sql } from 'kysely'
import { addDays } from '#domains/agreements/rules.ts'
import { commitmentsUnder } from '#domains/commitments/commitment-store.ts'
import { judgedFor } from '#domains/commitments/pulse-store.ts'
import { monthsBetween } from '#domains/commitments/pulse-rules.ts'
import type { PromiseKind, Unit } from '#domains/texts/promise-model.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { challengesOf, openBetween } from './challenge-store.ts'
import { furtherChecks } from './further-store.ts'
import type { ReviewFacts } from './model.ts'
import { type ReviewRules, rulesNow } from './rule-model.ts'
import { spanOf } from './rules.ts'
import './tables.ts'

type Done = { state: 'open' | 'confirmed' | 'disputed'; kinds: (PromiseKind | null)[]; units: (Unit | null)[]; evidenced: boolean; others: boolean; persons: { side: Id; persons: number }[] | null }

export async function factsOf(db: Reading, agreementId: Id, sides: readonly Id[], year: number, today: Day, rules: ReviewRules = rulesNow): Promise<ReviewFacts> {
  const { from, until, asOf } = spanOf(year, today)
  const [judgements, commitments, done, areas, challenges, further, begun] = await Promise.all([
    judgedFor(db, [agreementId], asOf), commitmentsUnder(db, [agreementId]), doneIn(db, agreementId, sides, from, asOf), areasIn(db, agreementId, from, asOf),
    challengesOf(db, { agreement: agreementId }), furtherChecks(db, { agreementId, from, until, asOf }), holdsFrom(db, agreementId),
  ])
  const { pulse, standings } = found(judgements.get(agreementId))
  const standingOf = new Map(standings.map((one) => [one.subject, one.inputs]))
  const open = openBetween(challenges, asOf, asOf)
  const confirmed = done.filter(({ state }) => state === 'confirmed')
  const last = pulse.lastActivityOn && pulse.lastActivityOn <= asOf ? pulse.lastActivityOn : null
  const since = [begun, last].filter((day) => day !== null && day <= asOf).toSorted().at(-1) ?? asOf
  return {
    year, from, until, asOf, further,
    due: commitments.flatMap(({ id, what, kind, unit, eachWay, payerId }) => {
      const of = standingOf.get(id)
      if (!of || of.pace === null || of.expected <= 0) return []
      return [{ id, what: what as Record<string, string>, kind, unit, eachWay, payerId, claimed: of.claimed, confirmed: of.confirmed, expected: of.expected, pace: of.pace, sides: of.sides.map(({ side, counted, expected }) => ({ side, counted, expected })) }]
    }),
    claimed: done.length - confirmed.length, confirmed: confirmed.length, disputed: done.filter(({ state }) => state === 'disputed').length, evidenced: confirmed.filter((one) => one.evidenced).length,
    outputs: confirmed.filter((one) => isOf(one, rules.outputs)).length, people: confirmed.filter((one) => isOf(one, rules.people)).length, withOthers: confirmed.filter((one) => one.others).length,
    persons: sides.map((side) => ({ side, persons: confirmed.reduce((sum, one) => sum + (one.persons ?? []).filter((here) => here.side === side).reduce((all, { persons }) => all + persons, 0), 0) })),
    offices: await officesOf(db, agreementId), vacancies: pulse.vacancies, waitingSince: pulse.waitingSince?.slice(0, 10) ?? null, quietMonths: monthsBetween(since, asOf), lastActivityOn: last,
    ...areas, open: open.length, answered: open.filter(({ ownerId, answer }) => ownerId !== null && Object.values(answer).some((words) => words?.trim())).length,
  }
}

const isOf = ({ kinds, units }: Done, of: ReviewRules['outputs']): boolean => kinds.some((kind) => kind !== null && of.kinds.includes(kind)) || units.some((unit) => unit !== null && of.units.includes(unit))

/** The activities of a time, each once; who took part is of a side when it is one, or a part of one. */
async function doneIn(db: Reading, agreementId: Id, sides: readonly Id[], from: Day, until: Day): Promise<Done[]> {
  const own = sql`${sides as Id[]}::uuid[]`
  const { rows } = await sql<Done>`select min(s.state) as state, array_agg(c.kind) as kinds, array_agg(c.unit) as units, exists (select from evidence e where e.activity_id = s.activity_id and e.withdrawn_at is null) as evidenced,
      exists (select from activity_number n join organisation o on o.id = n.organisation_id where n.activity_id = s.activity_id and n.in_person + n.online > 0
        and (o.kind = 'company' or not (o.id = any(${own}) or coalesce(o.parent_id = any(${own}), false)))) as others,
      (select json_agg(json_build_object('side', one.side, 'persons', one.persons)) from (select case when o.id = any(${own}) then o.id else o.parent_id end as side, sum(n.in_person + n.online)::int as persons
        from activity_number n join organisation o on o.id = n.organisation_id where n.activity_id = s.activity_id and (o.id = any(${own}) or o.parent_id = any(${own})) group by 1) one) as persons
    from activity_serve s left join commitment c on c.id = s.commitment_id where s.agreement_id = ${agreementId} and s.state <> 'withdrawn' and s.on_day between ${from}::date and ${until}::date
    group by s.activity_id`.execute(db as Database)
  return rows
}

/** What was proposed in the year, and what was taken up in it, whenever it was proposed. */
async function areasIn(db: Reading, agreementId: Id, from: Day, until: Day): Promise<Pick<ReviewFacts, 'proposed' | 'takenUp'>> {
  const [start, end] = [`${from}T00:00:00Z`, `${addDays(until, 1)}T00:00:00Z`]
  return db.selectFrom('newArea').where('agreementId', '=', agreementId)
    .select([
      sql<number>`(count(*) filter (where proposed_at >= ${start}::timestamptz and proposed_at < ${end}::timestamptz))::int`.as('proposed'),
      sql<number>`(count(*) filter (where state in ('commitment', 'draft') and settled_at >= ${start}::timestamptz and settled_at < ${end}::timestamptz))::int`.as('takenUp'),
    ]).executeTakeFirstOrThrow()
}

const holdsFrom = async (db: Reading, id: Id): Promise<Day | null> => found(await db.selectFrom('agreement').select('holdsFrom').where('id', '=', id).executeTakeFirst()).holdsFrom
const officesOf = async (db: Reading, agreementId: Id): Promise<number> => (await db.selectFrom('commitmentOffice').innerJoin('commitment', 'commitment.id', 'commitmentOffice.commitmentId')
  .select(sql<number>`count(distinct (commitment_office.organisation_id, commitment_office.role))::int`.as('count')).where('commitment.agreementId', '=', agreementId).where('commitment.withdrawnAt', 'is', null).executeTakeFirstOrThrow()).count
