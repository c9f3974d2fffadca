// What happened in one's agreements, newest first, by kind; and how one wants to be told.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { formatAgo } from '#platform/i18n/format.ts'
import { ask, askPages, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { noticesApi } from '../api.ts'
import { type Kind, kinds, type Notice, type Wishes } from '../model.ts'
import './notices.css'

export function Page() {
  const [text, trouble] = [useText(), useToastTrouble()]
  const { kind } = useSearch({ strict: false }) as { kind?: Kind }
  const query = kind && kinds.includes(kind) ? { kind } : {}
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(askPages(noticesApi.list, { query }))
  const read = useDeed(noticesApi.read)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Frame title={text('notices.title')} actions={<Button busy={read.isPending} onPress={() => read.mutate({ body: { ids: null } }, { onError: trouble })}>{text('notices.read-all')}</Button>}>
      <nav className="notice-kinds no-print" aria-label={text('notices.title')}>
        <Go to="/notices" aria-current={kind ? undefined : 'true'}>{text('notices.all')}</Go>
        {kinds.map((each) => <Go key={each} to={`/notices?kind=${each}`} aria-current={each === kind ? 'true' : undefined}>{text(`notices.kinds.${each}`)}</Go>)}
      </nav>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton lines={6} /> : rows.length === 0 ? <Empty title={text('notices.empty')}>{text('notices.empty-what')}</Empty>
        : <ol className="notice-list">{rows.map((notice) => <Line key={notice.id} notice={notice} onOpen={() => read.mutate({ body: { ids: [notice.id] } })} />)}</ol>}
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{text('web.more')}</Button>}
      <Ways />
    </Frame>
  )
}

function Line({ notice: { what, about, title, who, at, readAt }, onOpen }: { notice: Notice; onOpen: () => void }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <li>
      <div><Go to={`/agreements/${about}`} onClick={onOpen}>{text(`notices.told.${what}`, { title: title[locale] ?? title['en'] ?? Object.values(title)[0] ?? '' })}</Go> {who && <small className="quiet"><bdi>{who}</bdi></small>}</div>
      <div className="row">{!readAt && <Mark tone="lapis" shape="disc">{text('notices.new')}</Mark>}<time className="quiet" dateTime={at}><bdi>{formatAgo(at, new Date().toISOString(), locale)}</bdi></time></div>
    </li>
  )
}

const ways = ['inApp', 'byMail', 'inDigest'] as const

function Ways() {
  const [text, trouble] = [useText(), useToastTrouble()]
  const { data } = useQuery(ask(noticesApi.wishes, {}))
  const put = useDeed(noticesApi.putWishes)
  if (!data) return <Skeleton lines={5} />
  const change = (kind: Kind, way: (typeof ways)[number]) => put.mutate({ body: { ...data, [kind]: { ...data[kind], [way]: !data[kind][way] } } as Wishes }, { onError: trouble })
  return (
    <Section title={text('notices.wishes')}>
      <div className="notice-ways">
        <table>
          <thead><tr><td />{ways.map((way) => <th key={way} scope="col">{text(`notices.wishes.${way}`)}</th>)}</tr></thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind}><th scope="row">{text(`notices.kinds.${kind}`)}</th>
                {ways.map((way) => <td key={way}><input type="checkbox" aria-label={`${text(`notices.kinds.${kind}`)}: ${text(`notices.wishes.${way}`)}`} checked={data[kind][way]} disabled={put.isPending} onChange={() => change(kind, way)} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
