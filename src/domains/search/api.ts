// One box over everything: what a person typed, found among organisations, agreements, alliances and people.
import * as z from 'zod'
import { AgreementLine } from '#domains/agreements/model.ts'
import { AllianceRow } from '#domains/alliances/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { PersonRow } from '#domains/people/model.ts'
import { get } from '#platform/http/contract.ts'
import { Locale } from '#platform/kinds.ts'

const some = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), more: z.boolean() })
const Query = z.object({ text: z.string().trim().max(200), locale: Locale.default('en') })

export const searchApi = {
  search: get('/search', {
    query: Query, says: 'The first matches of each kind that this viewer may see; `more` says that the list has others',
    answer: z.object({ organisations: some(OrganisationBrief), agreements: some(AgreementLine), alliances: some(AllianceRow), people: some(PersonRow) }),
  }),
}
