// The members on the alliance's own page: the map, the first of them, the way to all.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { ask, askPages } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { WorldMap } from '#web/ui/pictures/world-map.tsx'
import { DataTable } from '#web/ui/table/table.tsx'
import { useRegister } from '#web/ui/table/use-register.ts'
import { alliancesApi } from '../api.ts'
import type { AllianceFile, Member } from '../model.ts'
import { useMemberColumns } from './member-columns.tsx'
import { StandingDialog } from './standing-dialog.tsx'

const firstMembers = (id: string, locale: Locale) => ({ params: { id }, query: { limit: 25, locale } as never })
const placesOf = (id: string) => ask(alliancesApi.places, { params: { id } })

/** For the `load` of the alliance's page. */
export const loadMembers = ({ questions, params: { id }, locale }: Arriving) =>
  Promise.all([questions.prefetchQuery(placesOf(id!)), questions.prefetchInfiniteQuery(askPages(alliancesApi.members, firstMembers(id!, locale)))])

export function MembersSection({ alliance, closed }: { alliance: AllianceFile; closed: string | undefined }) {
  const [text, locale] = [useText(), useLocale()]
  const [giving, setGiving] = useState<Member | true>()
  const register = useRegister(alliancesApi.members, firstMembers(alliance.id, locale))
  const aside = (
    <span className="row">
      {register.rows.length > 0 && <Go to={`/alliances/${alliance.id}/members`}>{text('alliances.all-members')}</Go>}
      {!closed && <Button small look="primary" onPress={() => setGiving(true)}>{text('alliances.give-standing')}</Button>}
    </span>
  )
  return (
    <Section title={text('alliances.members')} aside={aside}>
      <MembersMap alliance={alliance} />
      <DataTable label={text('alliances.members')} columns={useMemberColumns(closed ? undefined : setGiving)} register={{ ...register, hasMore: false }} rowKey={({ standingId }) => standingId}
        rowTo={({ organisation }) => `/organisations/${organisation.id}`}
        empty={<Empty title={text('alliances.no-members')}>{text('alliances.no-members-what')}</Empty>} />
      {giving && <StandingDialog alliance={alliance} {...(giving === true ? {} : { member: giving })} onClose={() => setGiving(undefined)} />}
    </Section>
  )
}

export function MembersMap({ alliance }: { alliance: AllianceFile }) {
  const [text, locale] = [useText(), useLocale()]
  const { data: places } = useQuery(placesOf(alliance.id))
  if (!places || places.length === 0) return null
  const points = places.map((place) => ({ id: place.id, label: nameIn(place, locale), latitude: place.latitude, longitude: place.longitude, to: `/organisations/${place.id}` }))
  return <WorldMap points={points} label={text('alliances.map')} />
}
