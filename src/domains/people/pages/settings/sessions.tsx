// The browsers in which one is signed in; ending one, or all.
import { useSuspenseQuery } from '@tanstack/react-query'
import { formatInstant } from '#platform/i18n/format.ts'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewerChanged } from '#web/viewer.ts'
import { peopleApi } from '../../api.ts'
import type { Session } from '../../model.ts'
import { deviceOf } from '../device.ts'

export function Sessions() {
  const text = useText()
  const trouble = useToastTrouble()
  const changed = useViewerChanged()
  const { data: sessions } = useSuspenseQuery(ask(peopleApi.sessions, {}))
  const everywhere = useDeed(peopleApi.signOutEverywhere)
  const leave = () => everywhere.mutate({}, { onSuccess: () => void changed(), onError: trouble })
  return (
    <Section title={text('people.sessions')} aside={<Button small look="danger" busy={everywhere.isPending} onPress={leave}>{text('people.sign-out-everywhere')}</Button>}>
      <ul className="lines">{sessions.map((session) => <Line key={session.id} session={session} />)}</ul>
    </Section>
  )
}

function Line({ session: { id, agent, address, how, seenAt, createdAt, current } }: { session: Session }) {
  const [text, locale] = [useText(), useLocale()]
  const trouble = useToastTrouble()
  const end = useDeed(peopleApi.endSession)
  return (
    <li>
      <span className="line-words">
        <span className="row"><bdi>{deviceOf(agent) ?? text('people.unknown-device')}</bdi>{current && <Mark tone="jade" shape="disc">{text('people.this-browser')}</Mark>}</span>
        <small className="quiet">{text('people.session-facts', { address, how: text(`people.how.${how}`), seen: formatInstant(seenAt, locale), since: formatInstant(createdAt, locale) })}</small>
      </span>
      {!current && <Button small look="quiet" busy={end.isPending} onPress={() => end.mutate({ params: { id } }, { onError: trouble })}>{text('web.sign-out')}</Button>}
    </li>
  )
}
