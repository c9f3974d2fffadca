// The governance of an alliance: its officers, its sub-alliances, and what the rooms above say of it: bodies, elections, dues.
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { Glances } from '#web/ui/parts.tsx'
import { alliancesApi } from '../api.ts'
import { AllianceFrame, useAlliance } from './alliance-frame.tsx'
import './alliances.css'
import { FurtherGlances, FurtherSections, loadFurther } from './further-sections.tsx'
import { OfficersSection } from './officers-section.tsx'
import { SubAlliances } from './sub-alliances.tsx'

export const load = (at: Arriving) => Promise.all([at.questions.ensureQueryData(ask(alliancesApi.read, { params: { id: at.params['id']! } })), loadFurther(at)])

export function Page() {
  const { alliance, closed } = useAlliance()
  return (
    <AllianceFrame>
      <Glances><FurtherGlances alliance={alliance} part="governance" rest /></Glances>
      <OfficersSection alliance={alliance} closed={closed} />
      <FurtherSections alliance={alliance} part="governance" />
      <SubAlliances alliance={alliance} closed={closed} />
    </AllianceFrame>
  )
}
