// One organisation: its names in their scripts, what is known of it, where it stands among others, and what the floors above add.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import { loadOrganisationSections, OrganisationSections } from '#web/sections.tsx'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { WorldMap } from '#web/ui/pictures/world-map.tsx'
import { useViewer } from '#web/viewer.ts'
import { organisationsApi } from '../api.ts'
import { nameIn, type Organisation } from '../model.ts'
import { whyNotChange } from '../rules.ts'
import { Standing } from './columns.tsx'
import { AllNames, FactList, Identifiers } from './facts.tsx'
import { officialNames } from './names-of.ts'
import { OrganisationLink, Place } from './organisation-name.tsx'
import { Related, Units } from './related.tsx'

const question = (id: string) => ask(organisationsApi.read, { params: { id } })
export const load = (at: Arriving) => Promise.all([at.questions.ensureQueryData(question(at.params['id']!)), loadOrganisationSections(at)])

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const { data: organisation } = useSuspenseQuery(question(useParam('id')))
  return (
    <Frame title={nameIn(organisation, locale)} names={officialNames(organisation, locale)} above={<Above of={organisation} />}
      about={<><span>{text(`organisations.kinds.${organisation.kind}`)}</span><span><Place of={organisation} /></span><Standing of={organisation} /></>}
      actions={organisation.status !== 'merged' && <Actions of={organisation} />}>
      <Remarks of={organisation} />
      <OrganisationSections id={organisation.id} place="before" />
      <Section title={text('organisations.page.facts')}><FactList of={organisation} /></Section>
      <Section title={text('organisations.page.names')}><AllNames of={organisation} /></Section>
      {organisation.identifiers.length > 0 && <Section title={text('organisations.page.identifiers')}><Identifiers of={organisation} /></Section>}
      <Units of={organisation} />
      <Related of={organisation} />
      <OrganisationSections id={organisation.id} place="after" />
      <Map of={organisation} />
    </Frame>
  )
}

function Above({ of: { parent } }: { of: Organisation }) {
  const text = useText()
  return <><Go to="/organisations">{text('organisations.title')}</Go>{parent && <> / <OrganisationLink of={parent} /></>}</>
}

function Actions({ of }: { of: Organisation }) {
  const [text, viewer] = [useText(), useViewer()]
  if (!viewer || whyNotChange(of, viewer)) return null
  return (
    <>
      <ButtonLink look="quiet" to={`/organisations/${of.id}/merge`}>{text('organisations.page.merge')}</ButtonLink>
      <ButtonLink to={`/organisations/${of.id}/change`}>{text('organisations.page.edit')}</ButtonLink>
    </>
  )
}

function Remarks({ of }: { of: Organisation }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <>
      {of.into && <Note tone="saffron"><p>{text('organisations.page.merged', { name: nameIn(of.into, locale) })}</p><p><OrganisationLink of={of.into} /></p></Note>}
      {of.provisional && of.status !== 'merged' && <Note tone="saffron"><p>{text('organisations.page.provisional')}</p></Note>}
      {of.successor && <Note><p>{text('organisations.page.followed-by')}: <OrganisationLink of={of.successor} /></p></Note>}
    </>
  )
}

function Map({ of }: { of: Organisation }) {
  const [text, locale] = [useText(), useLocale()]
  const { id, latitude, longitude } = of
  if (latitude === null || longitude === null) return null
  const label = nameIn(of, locale)
  return <Section title={text('organisations.page.map')}><WorldMap points={[{ id, label, latitude, longitude }]} label={label} /></Section>
}
