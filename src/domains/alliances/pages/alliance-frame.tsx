// The frame of an alliance's pages: its name, what it is, where it stands, the way to its parts, and its change.
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { alliancesApi } from '../api.ts'
import type { AllianceFile } from '../model.ts'
import { whyNotKeep } from '../rules.ts'
import { AllianceParts } from './alliance-parts.tsx'
import { namesOf } from './brief.ts'
import { FactsDialog } from './facts-dialog.tsx'
import { ExampleMark } from './pieces.tsx'

/** `closed`: why this viewer does not keep its records. */
export function useAlliance(): { alliance: AllianceFile; closed: string | undefined } {
  const viewer = useViewer()
  const { data: alliance } = useSuspenseQuery(ask(alliancesApi.read, { params: { id: useParam('id') } }))
  return { alliance, closed: viewer ? whyNotKeep(alliance, viewer) : undefined }
}

export function AllianceFrame({ actions, width, children }: { actions?: ReactNode; width?: 'register'; children: ReactNode }) {
  const [text, locale] = [useText(), useLocale()]
  const { alliance, closed } = useAlliance()
  const { organisation, parent } = alliance
  return (
    <Frame title={nameIn(organisation, locale)} names={namesOf(organisation)} about={<About alliance={alliance} />} {...(width ? { width } : {})}
      above={parent ? <Go to={`/alliances/${parent.id}`}>{nameIn(parent.organisation, locale)}</Go> : <Go to="/alliances">{text('alliances.title')}</Go>}
      actions={actions ?? <Steps alliance={alliance} closed={closed} />}>
      <AllianceParts alliance={alliance} />
      {children}
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
