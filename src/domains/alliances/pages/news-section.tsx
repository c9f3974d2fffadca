// News and events of an alliance, newest first; those who keep it write here.
import { useState } from 'react'
import { dirOf } from '#platform/i18n/locale.ts'
import { askPages } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import { Days } from '#web/ui/whole.tsx'
import { useRegister } from '#web/ui/table/use-register.ts'
import { alliancesApi } from '../api.ts'
import type { AllianceFile, News } from '../model.ts'
import { InLanguage } from './alliance-facts.tsx'
import { NewsDialog } from './news-dialog.tsx'
import { KnownDay } from './pieces.tsx'

const firstNews = (id: string) => ({ params: { id }, query: { limit: 10 } })

/** For the `load` of the page. */
export const loadNews = ({ questions, params }: Arriving) => questions.prefetchInfiniteQuery(askPages(alliancesApi.news, firstNews(params['id']!)))

export function NewsSection({ alliance, closed }: { alliance: AllianceFile; closed: string | undefined }) {
  const text = useText()
  const [open, setOpen] = useState<News | true>()
  const news = useRegister(alliancesApi.news, firstNews(alliance.id))
  return (
    <Section title={text('alliances.news')} aside={!closed && <Button small onPress={() => setOpen(true)}>{text('alliances.publish')}</Button>}>
      {!news.loading && news.rows.length === 0 && <p className="quiet">{text('alliances.no-news')}</p>}
      <ul className="alliance-lines">
        {news.rows.map((item) => <li key={item.id}><Item item={item} {...(closed ? {} : { onChange: () => setOpen(item) })} /></li>)}
      </ul>
      {news.hasMore && <Button onPress={() => news.more?.()} busy={news.loadingMore ?? false}>{text('web.more')}</Button>}
      {open && <NewsDialog alliance={alliance} {...(open === true ? {} : { news: open })} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

function Item({ item, onChange }: { item: News; onChange?: () => void }) {
  const [text, locale] = [useText(), useLocale()]
  const lang = ([locale, 'en', 'zh', 'ru', 'ur'] as const).find((one) => item.title[one]) ?? 'en'
  return (
    <details className="alliance-news">
      <summary>
        <strong lang={lang} dir={dirOf(lang)}>{item.title[lang]}</strong>
        <span className="quiet">
          {text(`alliances.kinds.${item.kind}`)} · {item.onDay && item.untilDay ? <Days from={item.onDay} until={item.untilDay} /> : <KnownDay day={item.onDay} precision={item.precision} />}
          {item.place && <> · <bdi>{item.place}</bdi></>}
        </span>
        {!item.public && <Mark tone="quiet" shape="ring">{text('alliances.not-public')}</Mark>}
      </summary>
      <InLanguage texts={item.body} />
      {item.link && <p><a href={item.link.startsWith('/') ? `${item.link}?lang=${locale}` : item.link} rel="external noreferrer">{text(item.link.startsWith('/s/') ? 'alliances.news-link.ceremony' : 'alliances.news-link.more')}</a></p>}
      {item.source && <p className="quiet"><small>{text('alliances.source-shown', { source: item.source })}</small></p>}
      {onChange && <Button small look="quiet" onPress={onChange}>{text('alliances.change-news')}</Button>}
    </details>
  )
}
