// One alliance at a glance: what it is, how its members, its governance and its work stand, what happens in it. Each part has a page of its own.
import { useState } from 'react'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { Section } from '#web/ui/page.tsx'
import { Glances } from '#web/ui/parts.tsx'
import { alliancesApi } from '../api.ts'
import { AllianceFacts, Charter } from './alliance-facts.tsx'
import { AllianceFrame, useAlliance } from './alliance-frame.tsx'
import { MembersGlance, OfficersGlance, SubAlliancesGlance } from './alliance-parts.tsx'
import './alliances.css'
import { FactsDialog } from './facts-dialog.tsx'
import { FurtherGlances, loadFurther, parts } from './further-sections.tsx'
import { MembersMap, placesOf } from './members-map.tsx'
import { loadNews, NewsSection } from './news-section.tsx'

export const load = (at: Arriving) => Promise.all([at.questions.ensureQueryData(ask(alliancesApi.read, { params: { id: at.params['id']! } })), at.questions.prefetchQuery(placesOf(at.params['id']!)), loadNews(at), loadFurther(at)])

export function Page() {
  const text = useText()
  const { alliance, closed } = useAlliance()
  const [founding, setFounding] = useState(false)
  return (
    <AllianceFrame>
      <AllianceFacts alliance={alliance} />
      {parts.map((part) => (
        <Section key={part} title={text(`alliances.parts.${part}`)}>
          <Glances>
            {part === 'members' && <MembersGlance alliance={alliance} />}
            {part === 'governance' && <OfficersGlance alliance={alliance} />}
            <FurtherGlances alliance={alliance} part={part} />
            {part === 'governance' && <SubAlliancesGlance alliance={alliance} closed={closed} onFound={() => setFounding(true)} />}
          </Glances>
          {part === 'members' && <MembersMap alliance={alliance} />}
        </Section>
      ))}
      <NewsSection alliance={alliance} closed={closed} />
      <Charter alliance={alliance} />
      {founding && <FactsDialog parent={alliance} onClose={() => setFounding(false)} />}
    </AllianceFrame>
  )
}
