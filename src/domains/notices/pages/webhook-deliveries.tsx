// What was sent: each message with how it went, what was answered, and the way to send it again.
import { useInfiniteQuery } from '@tanstack/react-query'
import { formatInstant } from '#platform/i18n/format.ts'
import { one as single, useAddress } from '#web/address.ts'
import { askPages, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Facts, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { webhooksApi } from '../api.ts'
import { type Delivery, DeliveryState, type Webhook } from '../webhook-model.ts'
import { whyNotRepeat } from '../webhook-rules.ts'
import './notices.css'

const states = DeliveryState.options
const looks = { waiting: { tone: 'saffron', shape: 'half' }, sent: { tone: 'jade', shape: 'disc' }, failed: { tone: 'garnet', shape: 'cross' }, withheld: { tone: 'quiet', shape: 'dash' } } as const

export function Deliveries({ webhook, on }: { webhook: Webhook; on: boolean }) {
  const text = useText()
  const [address] = useAddress()
  const state = states.find((one) => one === single(address['state']))
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...askPages(webhooksApi.deliveries, { params: { id: webhook.id }, query: state ? { state } : {} }), refetchInterval: ({ state: kept }) => lookAgain(kept.data?.pages.flatMap((page) => page.rows) ?? []),
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const here = `/settings/webhooks/${webhook.id}`
  return (
    <Section title={text('webhooks.deliveries')} aside={<small className="quiet">{text('webhooks.deliveries.kept')}</small>}>
      <nav className="notice-kinds no-print" aria-label={text('webhooks.deliveries')}>
        <Go to={here} aria-current={state ? undefined : 'true'}>{text('webhooks.deliveries.all')}</Go>
        {states.filter((one) => one !== 'withheld').map((one) => <Go key={one} to={`${here}?state=${one}`} aria-current={one === state ? 'true' : undefined}>{text(`webhooks.states.${one}`)}</Go>)}
      </nav>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton lines={4} /> : rows.length === 0 ? <p className="quiet">{text('webhooks.deliveries.none')}</p>
        : <div>{rows.map((row) => <Message key={row.id} delivery={row} webhook={webhook} on={on} />)}</div>}
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{text('web.more')}</Button>}
    </Section>
  )
}

/** While something is on its way the page looks after it; what was answered no, and is sent again later, it visits now and then. */
function lookAgain(rows: Delivery[]): number | false {
  const waiting = rows.filter(({ state }) => state === 'waiting')
  if (waiting.length === 0) return false
  return waiting.some(({ status, trouble }) => status === null && trouble === null) ? 2000 : 15_000
}

function Message({ delivery, webhook, on }: { delivery: Delivery; webhook: Webhook; on: boolean }) {
  const [text, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const repeat = useDeed(webhooksApi.repeatDelivery)
  const { id, kind, what, title, at, state, status } = delivery
  const said = kind === 'test' ? text('webhooks.a-test') : title ? text(`notices.told.${what}`, { title: title[locale] ?? title['en'] ?? Object.values(title)[0] ?? '' }) : text('webhooks.not-named')
  return (
    <details className="message">
      <summary><span><bdi>{said}</bdi> <small className="quiet"><time dateTime={at}>{formatInstant(at, locale)}</time></small></span><span className="row">{status !== null && <bdi className="figures quiet">{status}</bdi>}<Mark {...looks[state]}>{text(`webhooks.states.${state}`)}</Mark></span></summary>
      <div className="stack">
        <Outcome delivery={delivery} />
        {delivery.body && <><strong>{text('webhooks.body')}</strong><pre dir="ltr" tabIndex={0}>{JSON.stringify(JSON.parse(delivery.body), null, 2)}</pre></>}
        <div className="row no-print"><Button small busy={repeat.isPending} whyNot={whyNotRepeat(delivery, webhook, on)} onPress={() => repeat.mutate({ params: { id: webhook.id, deliveryId: id } }, { onError: trouble })}>{text('webhooks.repeat')}</Button></div>
      </div>
    </details>
  )
}

function Outcome({ delivery: { id, tries, triedAt, dueAt, status, took, answer, trouble } }: { delivery: Delivery }) {
  const [text, locale] = [useText(), useLocale()]
  const when = (at: string | null) => (at ? formatInstant(at, locale) : '')
  return (
    <Facts of={[
      [text('webhooks.facts.tried'), text('webhooks.tries', { count: tries, when: when(triedAt) })],
      [text('webhooks.facts.next'), tries > 0 && dueAt ? when(dueAt) : null],
      [text('webhooks.facts.answered'), status !== null ? text('webhooks.answered', { status: String(status), took: took ?? 0 }) : null],
      [text('webhooks.facts.trouble'), trouble && text(`webhooks.troubles.${trouble}`)],
      [text('webhooks.facts.answer'), answer ? <code dir="auto" className="message-answer">{answer}</code> : null],
      [text('webhooks.facts.id'), <code key="id" dir="ltr">{id}</code>],
    ]} />
  )
}
