// The board: every draft one sees, by stage, with how long it stands there and whose turn it is.
import { sql } from 'kysely'
import { isInner } from '#domains/agreements/rules.ts'
import { partiesColumn, seenBy } from '#domains/agreements/store.ts'
import { organisationsOf, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { meets } from '#platform/search/words.ts'
import type { BoardCounts, BoardFilter, BoardLine } from './negotiation-model.ts'
import { type Stage, stages } from './model.ts'
import './tables.ts'

/** A draft without a text is in drafting too: nobody has begun to write it. */
const stage = sql<Stage>`coalesce(t.stage, 'drafting')`
const since = sql<Instant>`coalesce(t.stage_since, agreement.recorded_at)`

const drafts = (db: Reading, viewer: Viewer) => seenBy(db, viewer).leftJoin('agreementText as t', 't.agreementId', 'agreement.id').where('agreement.draft', '=', true)
const own = (viewer: Viewer) => sql<Id[]>`${organisationsOf(viewer, ...recordKeepers)}::uuid[]`
const isMine = (viewer: Viewer) => sql<boolean>`coalesce(t.turn_id = any(${own(viewer)}), false)`

/** Longest in its stage first. */
export async function board(db: Reading, viewer: Viewer, filter: BoardFilter, now: Instant): Promise<{ rows: BoardLine[]; next: string | null; total: null }> {
  const { limit, after } = filter
  let query = narrowed(db, viewer, filter)
  if (after) query = query.where(sql<boolean>`(${since}, agreement.id) > (${after.slice(0, 24)}::timestamptz, ${after.slice(25)}::uuid)`)
  const found = await query.select(['agreement.id', 'agreement.kind', 'agreement.title', 'agreement.titleLang', 'agreement.titles', 'turnId', 'turnSince', 'turnFor', 'turnNote', 'turnFromId'])
    .select([partiesColumn.as('parties'), stage.as('stage'), since.as('since'), isMine(viewer).as('myTurn'), sql<BoardLine['languages']>`coalesce(t.languages, '{}')`.as('languages'),
      sql<number>`(select count(*)::int from text_version v where v.agreement_id = agreement.id)`.as('versions')])
    .orderBy(since).orderBy('agreement.id').limit(limit + 1).execute()
  const rows = found.slice(0, limit).map(({ turnId, turnSince, turnFor, turnNote, turnFromId, since, ...line }): BoardLine => ({
    ...line, begun: turnSince !== null, stageSince: since, days: daysOf(since, now), turnDays: daysOf(turnSince ?? since, now),
    turn: { sideId: turnId, since: turnSince ?? since, waitingFor: turnFor ?? 'draft', note: isInner(line.parties.map(({ organisation, role }) => ({ organisationId: organisation.id, role })), viewer) ? turnNote : null, fromId: turnFromId },
  }))
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? `${last.stageSince} ${last.id}` : null, total: null }
}

export async function boardCounts(db: Reading, viewer: Viewer, filter: BoardFilter): Promise<BoardCounts> {
  const { stage: _, turn, ...others } = filter
  const counted = await narrowed(db, viewer, others as BoardFilter).select([stage.as('stage'), isMine(viewer).as('mine'), sql<boolean>`t.turn_id is not null`.as('taken'), sql<number>`count(*)::int`.as('count')])
    .groupBy(sql`1, 2, 3`).execute()
  const sum = (of: typeof counted) => of.reduce((all, { count }) => all + count, 0)
  return {
    stages: Object.fromEntries(stages.map((one) => [one, sum(counted.filter((row) => row.stage === one && (turn === undefined || (turn === 'mine' ? row.mine : row.taken && !row.mine))))])) as BoardCounts['stages'],
    mine: sum(counted.filter(({ mine }) => mine)), theirs: sum(counted.filter(({ mine, taken }) => taken && !mine)),
  }
}

function narrowed(db: Reading, viewer: Viewer, filter: BoardFilter) {
  let query = drafts(db, viewer)
  if (filter.stage) query = query.where(stage, '=', filter.stage)
  if (filter.turn === 'mine') query = query.where(isMine(viewer))
  if (filter.turn === 'theirs') query = query.where('turnId', 'is not', null).where((is) => is.not(isMine(viewer)))
  if (filter.organisation) query = query.where(sql<boolean>`agreement.party_ids @> array[${filter.organisation}]::uuid[]`)
  if (filter.text) query = query.where(meets('agreement.search', filter.text))
  return query
}

const daysOf = (from: Instant, now: Instant) => Math.max(0, Math.floor((Date.parse(now) - Date.parse(from)) / 86_400_000))
