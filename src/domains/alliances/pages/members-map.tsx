// Where the members of an alliance are.
import { useQuery } from '@tanstack/react-query'
import { nameIn } from '#domains/organisations/model.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { WorldMap } from '#web/ui/pictures/world-map.tsx'
import { alliancesApi } from '../api.ts'
import type { AllianceFile } from '../model.ts'

export const placesOf = (id: string) => ask(alliancesApi.places, { params: { id } })

export function MembersMap({ alliance }: { alliance: AllianceFile }) {
  const [text, locale] = [useText(), useLocale()]
  const { data: places } = useQuery(placesOf(alliance.id))
  if (!places || places.length === 0) return null
  const points = places.map((place) => ({ id: place.id, label: nameIn(place, locale), latitude: place.latitude, longitude: place.longitude, to: `/organisations/${place.id}` }))
  return <WorldMap points={points} label={text('alliances.map')} />
}
