// The front page of an installation: whose it is, what Pamir is, and the alliances that are public.
import type { OfficialName } from '../ui/names-for.ts'
import { type Place, PlacesMap } from './map.tsx'
import { Names } from './names.tsx'
import { page, type Reader } from './page.tsx'

export type PublicAlliance = { path: string; names: OfficialName[]; members: number; countries: number }

/** `GET /public` */
export function frontPage(reader: Reader, { alliances, places }: { alliances: PublicAlliance[]; places: Place[] }): string {
  const { text, instance } = reader
  return page({
    reader,
    title: instance,
    description: text('web.public.about'),
    children: (
      <>
        <h1>{instance}</h1>
        <p className="lead">{text('web.public.about')}</p>
        <p className="reading">{text('web.public.what')}</p>
        <h2>{text('web.public.alliances')}</h2>
        <Alliances reader={reader} alliances={alliances} />
        {places.length > 0 && <PlacesMap reader={reader} places={places} />}
      </>
    ),
  })
}

function Alliances({ reader, alliances }: { reader: Reader; alliances: PublicAlliance[] }) {
  const { text, locale } = reader
  if (alliances.length === 0) return <p>{text('web.public.none')}</p>
  return (
    <ul className="list">
      {alliances.map(({ path, names, members, countries }) => (
        <li key={path}>
          <a href={`${path}?lang=${locale}`}><Names reader={reader} names={names} /></a>
          <span className="quiet">{text('web.public.members', { count: members })} · {text('web.public.countries', { count: countries })}</span>
        </li>
      ))}
    </ul>
  )
}
