// The list behind a number: what was confirmed and counted, or what is only claimed.
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { titleIn } from '#domains/agreements/model.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/kinds.ts'
import { one, useAddress } from '#web/address.ts'
import { askPages } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { indicatorsApi } from '../api.ts'
import type { Item } from '../indicator-model.ts'
import { indicatorOf } from '../indicator-rules.ts'
import { addressOf, scopeIn, type ScopeQuery } from './scope.ts'
import './plans.css'

export function Page() {
  const text = useText()
  const [address] = useAddress()
  const scope = scopeIn(address)
  const of = one(address['of'])
  const state = one(address['state']) === 'claimed' ? 'claimed' as const : 'confirmed' as const
  const title = indicatorOf(of) ? text(`plans.indicators.${of}.name`) : text('plans.indicators.list')
  return (
    <Frame title={title} about={<span>{text(`plans.indicators.list.${state}`)}</span>} above={<Go to={scope ? `/indicators?${addressOf(scope)}` : '/indicators'}>{text('plans.indicators.back')}</Go>}>
      {scope && of ? <Lines scope={scope} of={of} state={state} /> : <Empty title={text('plans.indicators.list.none')} />}
    </Frame>
  )
}

function Lines({ scope, of, state }: { scope: ScopeQuery; of: string; state: 'confirmed' | 'claimed' }) {
  const text = useText()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(askPages(indicatorsApi.items, { query: { ...scope, of, state } as never }))
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <Empty title={text('plans.indicators.list.none')} />
  return (
    <>
      <ul className="plan-lines">{rows.map((row) => <Line key={row.id} row={row} />)}</ul>
      {hasNextPage && <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>{text('plans.indicators.list.more')}</Button>}
    </>
  )
}

const named = ({ what, titles }: Item, locale: Locale) => titles[locale] ?? titles['en'] ?? Object.values(titles)[0] ?? what
const titleOf = { agreement: ({ what: title, lang: titleLang, titles }: Item, locale: Locale) => titleIn({ title, titleLang, titles } as Parameters<typeof titleIn>[0], locale), activity: ({ what }: Item) => what, commitment: named, meeting: named, body: named }

const rooms = { activity: 'activities', agreement: 'agreements', meeting: 'meetings', body: 'bodies' }
function Line({ row }: { row: Item }) {
  const { kind, id, lang, onDay, amount, target, agreement } = row
  const [locale, number] = [useLocale(), (value: number) => formatNumber(value, locale, { maximumFractionDigits: 1 })]
  return (
    <li>
      <span className="quiet">{onDay && <bdi>{formatDay(onDay, 'day', locale, 'short')}</bdi>}</span>
      <span><Go to={kind === 'commitment' ? `/agreements/${agreement!.id}` : `/${rooms[kind]}/${id}`}><bdi lang={kind === 'activity' ? lang ?? undefined : undefined}>{titleOf[kind](row, locale)}</bdi></Go>
        {agreement && <small className="quiet"><bdi>{titleIn(agreement as Parameters<typeof titleIn>[0], locale)}</bdi></small>}</span>
      <span className="end">{amount !== null && <bdi className="figures">{number(amount)}{target !== undefined && ` / ${number(target)}`}</bdi>}</span>
    </li>
  )
}
