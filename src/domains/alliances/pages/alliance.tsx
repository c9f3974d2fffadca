// One alliance: what it is, who stands in it and how, who leads it, what is below it, what happens in it.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { alliancesApi } from '../api.ts'
import type { AllianceFile } from '../model.ts'
import { whyNotKeep } from '../rules.ts'
import { AllianceFacts, Charter } from './alliance-facts.tsx'
import { namesOf } from './brief.ts'
import { FactsDialog } from './facts-dialog.tsx'
import { FurtherSections } from './further-sections.tsx'
import { loadMembers, MembersSection } from './members-section.tsx'
import { NewsSection } from './news-section.tsx'
import { OfficersSection } from './officers-section.tsx'
import './alliances.css'
import { ExampleMark } from './pieces.tsx'
import { SubAlliances } from './sub-alliances.tsx'

export const load = (at: Arriving) => Promise.all([at.questions.ensureQueryData(ask(alliancesApi.read, { params: { id: at.params['id']! } })), loadMembers(at)])

export function Page() {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const { data: alliance } = useSuspenseQuery(ask(alliancesApi.read, { params: { id: useParam('id') } }))
  const closed = viewer ? whyNotKeep(alliance, viewer) : undefined
  return (
    <Frame title={nameIn(alliance.organisation, locale)} names={namesOf(alliance.organisation)} about={<About alliance={alliance} />}
      above={alliance.parent ? <Go to={`/alliances/${alliance.parent.id}`}>{nameIn(alliance.parent.organisation, locale)}</Go> : <Go to="/alliances">{text('alliances.title')}</Go>}
      actions={<Steps alliance={alliance} closed={closed} />}>
      <AllianceFacts alliance={alliance} />
      <MembersSection alliance={alliance} closed={closed} />
      <OfficersSection alliance={alliance} closed={closed} />
      <SubAlliances alliance={alliance} closed={closed} />
      <NewsSection alliance={alliance} closed={closed} />
      <FurtherSections alliance={alliance} />
      <Charter alliance={alliance} />
    </Frame>
  )
}

function About({ alliance: { example, public: open, slug, parent } }: { alliance: AllianceFile }) {
  const text = useText()
  return (
    <>
      <span>{text(parent ? 'alliances.sub-alliance' : 'alliances.alliance')}</span>
      {open ? <Mark tone="jade" shape="disc">{text('alliances.public')}</Mark> : <Mark tone="quiet" shape="ring">{text('alliances.not-public')}</Mark>}
      {open && <a href={`/a/${slug}`}>{text('alliances.public-page')}</a>}
      {example && <ExampleMark />}
    </>
  )
}

function Steps({ alliance, closed }: { alliance: AllianceFile; closed: string | undefined }) {
  const text = useText()
  const [changing, setChanging] = useState(false)
  return (
    <>
      <Button whyNot={closed} onPress={() => setChanging(true)}>{text('alliances.change')}</Button>
      {changing && <FactsDialog alliance={alliance} onClose={() => setChanging(false)} />}
    </>
  )
}
