// Everything that a pack holds, read as who asked for it sees it: agreements, promises with their standing, what was done, and the evidence.
import type { AgreementLine } from '#domains/agreements/model.ts'
import { listAgreements, seenBy } from '#domains/agreements/store.ts'
import type { ActivityShown } from '#domains/commitments/activity-model.ts'
import { commitmentsUnder } from '#domains/commitments/commitment-store.ts'
import type { Commitment, Pulse, Standing } from '#domains/commitments/model.ts'
import { judgedFor } from '#domains/commitments/pulse-store.ts'
import { activitiesOf } from '#domains/commitments/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { Refused } from '#platform/refusals.ts'
import { packMost, type PackFigures, type PackWanted } from './pack-model.ts'
import { type CountedAs, howCounted, inPeriod } from './pack-rules.ts'
import { filterOf } from './pack-store.ts'

/** `no` is how it is called throughout the pack: A1, A1.2, V17. */
export type PackCommitment = Commitment & { no: string; standing: Standing }
export type PackAgreement = AgreementLine & { no: string; source: string | null; pulse: Pulse | null; commitments: PackCommitment[] }
export type PackActivity = ActivityShown & { no: string; counted: CountedAs; within: boolean }
export type Gathered = { wanted: PackWanted; asOf: Day; agreements: PackAgreement[]; activities: PackActivity[]; figures: PackFigures }

type At = { db: Reading; viewer: Viewer; today: Day; progress: (done: number, total: number) => Promise<void> }

/** Standing is as of the last day of the period, or today. What was done before the period is read too, since the standing counts it. */
export async function gather(at: At, wanted: PackWanted): Promise<Gathered> {
  const asOf = wanted.until && wanted.until < at.today ? wanted.until : at.today
  const lines = await allAgreements(at, wanted)
  const ids = lines.map(({ id }) => id)
  const [judgements, promises] = [await judgedFor(at.db, ids, asOf), Map.groupBy(await commitmentsUnder(at.db, ids), ({ agreementId }) => agreementId)]
  const sources = new Map((await seenBy(at.db, at.viewer).select(['agreement.id', 'agreement.source']).where('agreement.id', '=', anyOf(ids)).execute()).map(({ id, source }) => [id, source]))
  const agreements = lines.map((line, place): PackAgreement => {
    const judged = judgements.get(line.id)
    const standings = new Map(judged?.standings.map((one) => [one.subject, one]))
    const commitments = (promises.get(line.id) ?? []).flatMap((one, at) => { const standing = standings.get(one.id); return standing ? [{ ...one, standing, no: `A${place + 1}.${at + 1}` }] : [] })
    return { ...line, source: sources.get(line.id) ?? null, no: `A${place + 1}`, pulse: judged?.pulse ?? null, commitments }
  })
  const activities = await allActivities(at, ids, wanted, asOf)
  return { wanted, asOf, agreements, activities, figures: figuresOf(agreements, activities) }
}

async function allAgreements({ db, viewer, today }: At, wanted: PackWanted): Promise<AgreementLine[]> {
  const rows: AgreementLine[] = []
  for (let after: string | undefined; ;) {
    const page = await listAgreements(db, viewer, { ...filterOf(wanted), sort: 'signed', locale: wanted.locale, limit: 1000, ...(after ? { after } : {}) }, today)
    rows.push(...page.rows)
    if (!page.next) return rows
    after = page.next
  }
}

/** Each once, although it may serve several of the agreements; the oldest first. */
async function allActivities({ db, viewer, progress }: At, ids: readonly Id[], wanted: PackWanted, asOf: Day): Promise<PackActivity[]> {
  const found = new Map<Id, ActivityShown>()
  for (const [place, agreement] of ids.entries()) {
    for (let after: string | undefined; ;) {
      await progress(place, ids.length)
      const page = await activitiesOf(db, viewer, { agreement, after, limit: 200 })
      for (const one of page.rows) if (one.onDay <= asOf) found.set(one.id, one)
      if (found.size > packMost.activities) throw new Refused('reports.pack-too-long', { most: packMost.activities })
      if (!page.next) break
      after = page.next
    }
  }
  const within = new Set(ids)
  return [...found.values()].toSorted((a, b) => (a.onDay < b.onDay || (a.onDay === b.onDay && a.id < b.id) ? -1 : 1))
    .map((one, at) => ({ ...one, no: `V${at + 1}`, counted: howCounted(one, within), within: inPeriod(one.onDay, wanted) }))
}

function figuresOf(agreements: readonly PackAgreement[], activities: readonly PackActivity[]): PackFigures {
  const during = activities.filter(({ within }) => within)
  const how = (counted: CountedAs) => during.filter((one) => one.counted === counted).length
  const evidence = during.flatMap((one) => one.evidence).filter(({ withdrawnAt }) => withdrawnAt === null)
  return {
    agreements: agreements.length, commitments: agreements.reduce((sum, { commitments }) => sum + commitments.length, 0),
    claimed: during.length - how('withdrawn'), confirmed: how('confirmed'), disputed: how('disputed'), open: how('open'), withdrawn: how('withdrawn'),
    files: evidence.filter(({ sha256 }) => sha256 !== null).length, links: evidence.filter(({ url }) => url !== null).length,
  }
}
