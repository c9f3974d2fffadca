// The front page of an installation: whose it is, what Pamir is, the alliances that are public, and what is new.
import type { FrontData } from '#domains/publication/model.ts'
import { PlacesMap } from './map.tsx'
import { page, type Reader } from './page.tsx'
import { AllianceList, NewsList } from './pieces.tsx'

/** `GET /public`, and `/` for who has not signed in. */
export function frontPage(reader: Reader, { alliances, news, places }: FrontData): string {
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
        {alliances.length === 0 ? <p>{text('web.public.none')}</p> : <AllianceList reader={reader} alliances={alliances} />}
        {news.length > 0 && <><h2>{text('publication.news')}</h2><NewsList reader={reader} news={news} /></>}
        {places.length > 0 && <><h2>{text('web.public.map')}</h2><PlacesMap reader={reader} places={places} /></>}
      </>
    ),
  })
}
