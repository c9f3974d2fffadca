// News and events of an alliance: the list, and one of them.
import { type NewsData, type NewsItemData, textFor } from '#domains/publication/model.ts'
import { alliancePage, nameOf } from './alliance-frame.tsx'
import type { Reader } from './page.tsx'
import { Country, NewsList, Said, Source, Title, When } from './pieces.tsx'

/** `GET /a/:slug/news` */
export const newsPage = (reader: Reader, { head, news, next }: NewsData): string => alliancePage({
  reader, head, part: '/news', description: reader.text('publication.news-of', { name: nameOf(reader, head) }),
  children: (
    <>
      {news.length > 0 ? <NewsList reader={reader} news={news} /> : <p className="quiet">{reader.text('publication.no-news')}</p>}
      {next && <p><a href={`${head.path}/news?lang=${reader.locale}&after=${encodeURIComponent(next)}`}>{reader.text('publication.further')}</a></p>}
      <p><a className="feed" href={`${head.path}/feed.atom?lang=${reader.locale}`}>{reader.text('publication.feed')}</a></p>
    </>
  ),
})

/** `GET /a/:slug/news/:id` */
export function newsItemPage(reader: Reader, { head, item }: NewsItemData): string {
  const title = textFor(item.title, reader.locale)?.value ?? ''
  return alliancePage({
    reader, head, part: '/news', title: `${title} · ${nameOf(reader, head)}`, description: title,
    children: (
      <article>
        <h2><Title reader={reader} texts={item.title} /></h2>
        <p className="quiet">
          <When reader={reader} day={item.onDay} precision={item.precision} until={item.untilDay} />
          {item.place && <> · <bdi>{item.place}</bdi></>}{item.country && <> · <Country reader={reader} code={item.country} /></>}
        </p>
        <Said reader={reader} texts={item.body} className="reading" />
        {item.link && <p><a href={item.link.startsWith('/') ? `${item.link}?lang=${reader.locale}` : item.link} rel="external noreferrer">{reader.text(item.link.startsWith('/s/') ? 'alliances.news-link.ceremony' : 'alliances.news-link.more')}</a></p>}
        {item.source !== head.source && <Source reader={reader} source={item.source} example={item.example} />}
      </article>
    ),
  })
}
