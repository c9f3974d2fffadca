// The work of an alliance, as the rooms above bring it: agreements, plans, calls to its members, reports, reviews.
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { alliancesApi } from '../api.ts'
import { AllianceFrame, useAlliance } from './alliance-frame.tsx'
import { FurtherSections, loadFurther } from './further-sections.tsx'

export const load = (at: Arriving) => Promise.all([at.questions.ensureQueryData(ask(alliancesApi.read, { params: { id: at.params['id']! } })), loadFurther(at)])

export function Page() {
  return <AllianceFrame><FurtherSections alliance={useAlliance().alliance} part="work" /></AllianceFrame>
}
