// The address of one's calendar for a calendar program: made, shown once, made anew, taken back.
import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#platform/i18n/format.ts'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { todayApi } from '../api.ts'

export function FeedNote() {
  const [text, locale] = [useText(), useLocale()]
  const { data } = useQuery(ask(todayApi.feed, {}))
  const [make, revoke, trouble] = [useDeed(todayApi.makeFeed), useDeed(todayApi.revokeFeed), useToastTrouble()]
  const since = data?.madeAt
  return (
    <Section title={text('today.calendar.subscribe')}>
      <p className="quiet">{text('today.calendar.subscribe-what')}</p>
      {make.data && since ? <p>{text('today.calendar.once')} <code dir="ltr">{make.data.address}</code> <CopyButton value={make.data.address} what={text('today.calendar.subscribe')} /></p> : since && <p>{text('today.calendar.made', { day: formatDay(since.slice(0, 10), 'day', locale) })}</p>}
      <div className="row no-print">
        <Button busy={make.isPending} onPress={() => make.mutate({}, { onError: trouble })}>{text(since ? 'today.calendar.renew' : 'today.calendar.make')}</Button>
        {since && <Button look="quiet" busy={revoke.isPending} onPress={() => revoke.mutate({}, { onError: trouble, onSuccess: () => make.reset() })}>{text('today.calendar.revoke')}</Button>}
      </div>
    </Section>
  )
}
