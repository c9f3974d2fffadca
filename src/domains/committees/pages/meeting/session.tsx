// In session, on a phone first: am I there, can we decide, and the vote that is open.
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { formatNumber } from '#platform/i18n/format.ts'
import { meetingsApi } from '../../api.ts'
import type { MeetingFile } from '../../session-model.ts'
import { inLocale, sideName } from '../pieces.tsx'
import { useLive } from './live.ts'

export function Session({ meeting }: { meeting: MeetingFile }) {
  const text = useText()
  const { id, may } = meeting
  const { live, line } = useLive(id, true)
  return (
    <>
      {live?.ballot && <OpenVote meeting={meeting} live={live} />}
      <Section title={text('committees.in-session')} aside={<span className="quiet" aria-live="polite">{text(line ? 'committees.line-open' : 'committees.line-asks')}</span>}>
        {live && <Standing meeting={meeting} live={live} />}
        {may.sits && live && <Mine id={id} present={live.mine.present} />}
        <People meeting={meeting} />
      </Section>
    </>
  )
}

type Live = NonNullable<ReturnType<typeof useLive>['live']>
function Standing({ meeting: { sides }, live }: { meeting: MeetingFile; live: Live }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <div className="quorum" aria-live="polite">
      <Mark tone={live.ok ? 'jade' : 'garnet'} shape={live.ok ? 'disc' : 'cross'}>{text(live.ok ? 'committees.can-decide' : 'committees.cannot-decide')}</Mark>
      <span><strong className="figures">{formatNumber(live.present, locale)}</strong> {text('committees.are-there', { count: live.present })}</span>
      {live.sides.length <= 6 && live.sides.map(({ sideId, acting, needed }) => <span key={sideId}><bdi>{sideName(sides.find((side) => side.id === sideId)!, locale)}</bdi> <strong className="figures">{formatNumber(acting, locale)}</strong> <span className="quiet">{text('committees.of-needed', { needed })}</span></span>)}
    </div>
  )
}

function Mine({ id, present }: { id: string; present: 'room' | 'online' | null }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const change = useDeed(meetingsApi.presence)
  const press = (mode: 'room' | 'online' | 'away') => change.mutate({ params: { id }, body: { mode } }, { onError: trouble })
  return (
    <div className="ballot-buttons no-print" role="group" aria-label={text('committees.where-are-you')}>
      {(['room', 'online'] as const).map((mode) => <Button key={mode} look={present === mode ? 'primary' : 'plain'} busy={change.isPending} onPress={() => press(mode)}>{text(`committees.i-am.${mode}`)}</Button>)}
      <Button look="quiet" busy={change.isPending} onPress={() => press('away')}>{text('committees.i-am.away')}</Button>
    </div>
  )
}

function OpenVote({ meeting, live }: { meeting: MeetingFile; live: Live }) {
  const [text, locale, say, trouble] = [useText(), useLocale(), useToast(), useToastTrouble()]
  const [vote, close] = [useDeed(meetingsApi.vote, ['/meetings']), useDeed(meetingsApi.closeBallot, ['/meetings', '/bodies'])]
  const ballot = live.ballot!
  const item = meeting.items.find(({ id }) => id === ballot.itemId)
  return (
    <section className="ballot-now" aria-live="polite">
      <h2>{item && inLocale(item.title, locale)}</h2>
      <blockquote className="put-to-vote"><bdi>{inLocale(ballot.text, locale)}</bdi></blockquote>
      <p className="quiet">{text('committees.so-many-voted', { voted: ballot.voted, of: ballot.entitled })}{ballot.secret && <> · {text('committees.is-secret')}</>}</p>
      {live.mine.entitled && (live.mine.voted
        ? <Mark tone="jade" shape="disc">{text('committees.your-vote-counts')}</Mark>
        : <div className="ballot-buttons no-print" role="group" aria-label={text('committees.your-vote')}>{(['for', 'against', 'abstain'] as const).map((choice) => <Button key={choice} look={choice === 'for' ? 'primary' : 'plain'} busy={vote.isPending} onPress={() => vote.mutate({ params: { id: ballot.id }, body: { choice } }, { onError: trouble, onSuccess: () => say(text('committees.your-vote-counts')) })}>{text(`committees.choices.${choice}`)}</Button>)}</div>)}
      {!live.mine.entitled && <p className="quiet">{text('committees.you-watch')}</p>}
      {meeting.may.arrange && <div className="row no-print"><Button busy={close.isPending} onPress={() => close.mutate({ params: { id: ballot.id } }, { onError: trouble })}>{text('committees.close-vote')}</Button></div>}
    </section>
  )
}

/** Who is there; who arranges the session notes those who cannot do it themselves. */
function People({ meeting: { id, seats, spans, quorum, may } }: { meeting: MeetingFile }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const change = useDeed(meetingsApi.presence)
  const here = new Map(spans.filter(({ untilAt }) => untilAt === null).map((span) => [span.personId, span.mode]))
  const people = seats.flatMap(({ member, alternate }) => [member, alternate]).filter((one) => one !== null)
  const each = [...new Map(people.map((one) => [one.id, one])).values()]
  const list = (
    <ul className="there">
      {each.map(({ id: person, name }) => (
        <li key={person}>
          <bdi>{name}</bdi> <span className="quiet">{text(`committees.modes.${here.get(person) ?? 'away'}`)}{quorum.acting.some((one) => one.personId === person && one.as === 'alternate') && <> · {text('committees.acts')}</>}</span>
          {may.arrange && <Button small look="quiet" label={text(here.has(person) ? 'committees.note-left' : 'committees.note-came', { name })} busy={change.isPending} onPress={() => change.mutate({ params: { id }, body: { personId: person, mode: here.has(person) ? 'away' : 'room' } }, { onError: trouble })}>{text(here.has(person) ? 'committees.left' : 'committees.came')}</Button>}
        </li>
      ))}
    </ul>
  )
  return each.length <= 12 ? list : <details><summary>{text('committees.everybody', { count: each.length })}</summary>{list}</details>
}
