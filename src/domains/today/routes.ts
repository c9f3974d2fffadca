// Today kept: asked of the finders below, for the organisations in which the viewer holds an office.
import { countAgreements, listAgreements } from '#domains/agreements/listing.ts'
import { ListQuery } from '#domains/agreements/model.ts'
import { listDuplicates } from '#domains/organisations/duplicate-store.ts'
import { whyNotJudge } from '#domains/organisations/rules.ts'
import { listRuns } from '#domains/registers/store.ts'
import { serve, type Looking } from '#platform/http/serve.ts'
import { todayApi } from './api.ts'

const shown = 6

export const todayRoutes = serve(todayApi, {
  today: async (at, { query: { locale } }) => {
    const mine = at.viewer.offices.some(({ organisationId }) => organisationId !== null)
    const counts = await countAgreements(at.db, at.viewer, ListQuery.parse({ mine }), at.today)
    const some = async (state: 'expiring' | 'lapsed' | 'unclear', sort: string) => ({ rows: (await firstOf(at, { state, sort, mine, locale })).rows, total: counts.states[state] ?? 0 })
    const [expiring, lapsed, unclear] = [await some('expiring', 'ends'), await some('lapsed', '-ends'), await some('unclear', '-signed')]
    const runs = (await listRuns(at.db, at.viewer)).filter(({ state }) => state === 'review' || state === 'reading')
    const duplicates = whyNotJudge(at.viewer) ? [] : await listDuplicates(at.db)
    return { expiring, lapsed, unclear, runs: runs.slice(0, shown), duplicates: duplicates.length, agreements: counts.total }
  },
})

const firstOf = (at: Looking, query: object) => listAgreements(at.db, at.viewer, ListQuery.parse({ ...query, limit: shown, total: false }), at.today)
