// The search kept: each kind is asked through its own finder, so that everyone finds only what they may see.
import { listAgreements } from '#domains/agreements/listing.ts'
import { ListQuery } from '#domains/agreements/model.ts'
import { AllianceFilter } from '#domains/alliances/model.ts'
import { listAlliances } from '#domains/alliances/store.ts'
import { listOrganisations } from '#domains/organisations/list-store.ts'
import { Filter } from '#domains/organisations/model.ts'
import { listPeople } from '#domains/people/store.ts'
import { serve } from '#platform/http/serve.ts'
import { searchApi } from './api.ts'

const shown = 8
const none = { rows: [], next: null }
type Found<Row> = { rows: Row[]; next: string | null }
const some = <Row>({ rows, next }: Found<Row>) => ({ rows: rows.slice(0, shown), more: next !== null || rows.length > shown })

export const searchRoutes = serve(searchApi, {
  search: async (at, { query: { text, locale } }) => {
    const asked = text !== ''
    const page = { text, locale, limit: shown }
    const [organisations, agreements, alliances, people] = await Promise.all([
      asked ? listOrganisations(at.db, Filter.parse(page)) : none,
      asked ? listAgreements(at.db, at.viewer, ListQuery.parse({ ...page, total: false }), at.now) : none,
      asked ? listAlliances(at.db, at.viewer, AllianceFilter.parse(page)) : none,
      asked ? listPeople(at, { search: text }) : none,
    ])
    return { organisations: some(organisations), agreements: some(agreements), alliances: some(alliances), people: some(people) }
  },
})
