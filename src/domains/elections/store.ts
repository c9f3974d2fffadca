// How elections are found: by the house that keeps the alliance and by its members. Papers are read by nobody but the count.
import { allianceHeads, type Head, memberIdsOf, restingVotesOf } from '#domains/alliances/keeping-store.ts'
import { findAlliance } from '#domains/alliances/store.ts'
import type { OfficerShown } from '#domains/alliances/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type {} from '#domains/people/store.ts'
import { chainOf } from '#platform/audit/journal.ts'
import { holds, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Election, ElectionFile, OfficesFile, RulesRow } from './model.ts'
import { expiryCheck, limitCheck, orderCheck, ruleFor, speaksFor, stageOf, usualRules, usualVersion, whyNotAccept } from './rules.ts'
import './tables.ts'

export type Inside = { head: Head; members: Id[]; officers: OfficerShown[] }
/** An alliance, for who keeps it or holds an office at a member. */
export async function findInside(db: Reading, viewer: Viewer, allianceId: Id): Promise<Inside> {
  const { officers } = await findAlliance(db, viewer, allianceId)
  const head = found((await allianceHeads(db, viewer, [allianceId])).get(allianceId))
  const members = await memberIdsOf(db, allianceId)
  found(head.keeps || members.some((id) => holds(viewer, id)) || undefined)
  return { head, members, officers }
}

export async function rulesOf(db: Reading, allianceId: Id): Promise<Pick<RulesRow, 'version' | 'rules' | 'source'>> {
  const own = await db.selectFrom('officeRules').select(['version', 'rules', 'source']).where('allianceId', '=', allianceId).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return own ?? { version: usualVersion, rules: usualRules, source: null }
}

export async function findOffices(db: Reading, viewer: Viewer, allianceId: Id, today: Day): Promise<OfficesFile> {
  const { head, officers } = await findInside(db, viewer, allianceId)
  const { version, rules, source } = await rulesOf(db, allianceId)
  const elections = await db.selectFrom('election').leftJoin('electionCandidate as c', 'c.id', 'election.electedId').leftJoin('person', 'person.id', 'c.personId').selectAll('election').select('person.name as elected').where('election.allianceId', '=', allianceId).orderBy('election.calledAt', 'desc').limit(200).execute()
  const serving = officers.filter(({ fromOn, untilOn }) => (fromOn ?? '') <= today && today <= (untilOn ?? '9999'))
  return {
    alliance: { id: head.id, name: head.name }, mayManage: head.keeps, version, source, rules, officers: serving, checks: serving.map((one) => expiryCheck({ version }, one, today)),
    elections: elections.map((one) => ({ id: one.id, post: one.post, termFrom: one.termFrom, nominateUntil: one.nominateUntil, voteUntil: one.voteUntil, stage: stageOf(one, today), elected: one.elected })),
  }
}

const candidatesOf = (db: Reading, electionId: Id) => db.selectFrom('electionCandidate as c').innerJoin('person', 'person.id', 'c.personId').selectAll('c').select(['person.name', 'person.nameNative', 'person.email']).where('c.electionId', '=', electionId).orderBy('c.id').execute()
export type Standing = Awaited<ReturnType<typeof candidatesOf>>[number]
/** Who stands in the round that is open, or will: those who accepted; after a round, those whom it left. */
export const standingIn = ({ rounds }: Pick<Election, 'rounds'>, candidates: readonly Standing[]): Standing[] => {
  const accepted = candidates.filter(({ answer }) => answer === 'accepted')
  const last = rounds.at(-1)
  return last ? accepted.filter(({ id }) => last.next.includes(id)) : accepted
}

export type Sitting = Inside & { election: Election; candidates: Standing[]; stage: ReturnType<typeof stageOf> }
async function sittingOf(db: Reading, viewer: Viewer, election: Election, today: Day): Promise<Sitting> {
  return { ...await findInside(db, viewer, election.allianceId), election, candidates: await candidatesOf(db, election.id), stage: stageOf(election, today) }
}
export const findSitting = async (db: Reading, viewer: Viewer, id: Id, today: Day): Promise<Sitting> => sittingOf(db, viewer, found(await db.selectFrom('election').selectAll().where('id', '=', id).executeTakeFirst()), today)
/** Held until the transaction ends: two votes of one member, a vote and the count follow each other. */
export const holdSitting = async (db: Writing, viewer: Viewer, id: Id, today: Day): Promise<Sitting> => sittingOf(db, viewer, found(await db.selectFrom('election').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()), today)

export async function findElection(db: Reading, viewer: Viewer, id: Id, today: Day): Promise<ElectionFile> {
  const sitting = await findSitting(db, viewer, id, today)
  const { election, head, members, candidates, stage } = sitting
  const [voters, protests, entries] = [await db.selectFrom('electionVoter').selectAll().where('electionId', '=', id).where('round', '=', election.round).execute(), await db.selectFrom('electionProtest').selectAll().where('electionId', '=', id).orderBy('id').execute(), await chainOf(db, id)]
  const said = entries.flatMap(({ data }) => (typeof data['organisation'] === 'string' ? [data['organisation']] : []))
  const briefs = await organisationsById(db, [...members, ...voters.map((one) => one.organisationId), ...protests.map((one) => one.organisationId), ...candidates.flatMap((one) => [one.organisationId, one.nominatedBy]), ...said])
  const people = new Map((await db.selectFrom('person').select(['id', 'name']).where('id', '=', anyOf([...new Set(entries.map(({ who }) => who))])).execute()).map((one) => [one.id, one.name]))
  const resting = await restingVotesOf(db, election.allianceId)
  const standing = stage === 'nominating' || stage === 'voting' ? standingIn(election, candidates) : []
  const brief = (of: Id) => found(briefs.get(of))
  return {
    ...election, alliance: { id: head.id, name: head.name }, stage, mayManage: head.keeps, mine: members.filter((one) => speaksFor(viewer, one)).map(brief),
    candidates: candidates.map((one) => ({
      id: one.id, name: one.name, nameNative: one.nameNative, organisation: brief(one.organisationId), nominatedBy: brief(one.nominatedBy), statement: one.statement, answer: one.answer, standing: standing.includes(one),
      checks: checksOf(sitting, one, members.flatMap((member) => briefs.get(member)?.country ?? []), brief(one.organisationId).country), mayAnswer: !whyNotAccept({ stage }, { ...one, hasAccount: one.email !== null }, viewer),
    })),
    voters: voters.map((one) => ({ organisation: brief(one.organisationId), votedAt: one.votedAt, mine: speaksFor(viewer, one.organisationId), rests: resting.has(one.organisationId) })).toSorted((a, b) => a.organisation.nameEn.localeCompare(b.organisation.nameEn)),
    protests: protests.map(({ id: protest, organisationId, because, raisedAt, answer, reason }) => ({ id: protest, organisation: brief(organisationId), because, raisedAt, answer, reason })),
    history: entries.toReversed().map(({ id: entry, at, what, who, data }) => ({ id: entry, at, what: what.replace('election.', ''), who: people.get(who) ?? null, organisation: briefs.get(data['organisation'] as Id)?.nameEn ?? null })),
  }
}

function checksOf({ election: { rule, ruleVersion: version, termFrom }, officers }: Sitting, one: Standing, countries: string[], country: string | null) {
  const held = officers.map((officer) => ({ ...officer, country: officer.country ?? officer.organisation?.country ?? null }))
  const under = { rule: ruleFor([rule], rule.post), version }
  return [limitCheck(under, held, { personId: one.personId, name: one.name }, termFrom), orderCheck(under, held, [...new Set(countries)], { name: one.name, country })]
}
