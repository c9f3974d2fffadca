// A meeting: before it, its call and agenda; in session, who is there, the vote that is open, and what is decided; after it, its minutes.
import { useState } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { formatInstant } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask, linkTo, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { meetingsApi } from '../../api.ts'
import type { MeetingFile } from '../../session-model.ts'
import { MeetingState } from '../body.tsx'
import { ChangeDialog } from '../call-dialog.tsx'
import '../committees.css'
import { AskedFirst } from '../asked-first.tsx'
import { Checks, DecisionLine, inLocale, sideName } from '../pieces.tsx'
import { Agenda } from './agenda.tsx'
import { Minutes } from './minutes.tsx'
import { Replies } from './replies.tsx'
import { Session } from './session.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(meetingsApi.meeting, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: meeting } = useSuspenseQuery(ask(meetingsApi.meeting, { params: { id } }))
  const { body, number, state, checks, decisions } = meeting
  return (
    <Frame title={`${text('committees.meeting-number', { number })} · ${inLocale(body.name, locale)}`} above={<Go to={`/bodies/${body.id}`}>{inLocale(body.name, locale)}</Go>} about={<MeetingState state={state} />} actions={<Steps meeting={meeting} />}>
      {state === 'open' && <Session meeting={meeting} />}
      <When meeting={meeting} />
      {state === 'called' && <Replies meeting={meeting} />}
      {state !== 'called-off' && <Section title={text('committees.findings')}><Checks checks={checks} /></Section>}
      <Section title={text('committees.agenda')}><Agenda meeting={meeting} /></Section>
      {decisions.length > 0 && <Section title={text('committees.decisions')}><ol className="decision-list">{decisions.map((one) => <DecisionLine key={one.id} decision={one} />)}</ol></Section>}
      {state === 'closed' && <Minutes meeting={meeting} />}
    </Frame>
  )
}

function When({ meeting: { startsAt, zone, sides, venue, city, link, hostSideId, last, open, state } }: { meeting: MeetingFile }) {
  const [text, locale] = [useText(), useLocale()]
  const host = sides.find(({ id }) => id === hostSideId)
  const clocks = sides.filter((side) => side.zone && side.zone !== zone)
  return (
    <>
      <Facts of={[
        [text('committees.when'), <bdi key="w">{formatInstant(startsAt, locale, zone)} ({zone})</bdi>],
        [text('committees.elsewhere'), clocks.length > 0 && clocks.length < 8 && <ul key="c" className="plain-list">{clocks.map((side) => <li key={side.id}><bdi>{sideName(side, locale)}</bdi>: <bdi>{formatInstant(startsAt, locale, side.zone!)}</bdi></li>)}</ul>],
        [text('committees.where'), [venue, city].filter(Boolean).join(', ')],
        [text('committees.link'), link && <a key="l" href={link} rel="noreferrer">{link}</a>],
        [text('committees.host'), host && <bdi key="h">{sideName(host, locale)}</bdi>],
      ]} />
      {state !== 'closed' && (last.length > 0 || open.length > 0) && <details><summary>{text('committees.from-last', { decisions: last.length, actions: open.length })}</summary>
        <ol className="decision-list">{last.map((one) => <DecisionLine key={one.id} decision={one} />)}</ol>
        <ul className="plain-list">{open.map(({ id, what, owner }) => <li key={id}><bdi>{what}</bdi> · <bdi className="quiet">{owner.name}</bdi></li>)}</ul>
      </details>}
    </>
  )
}

function Steps({ meeting }: { meeting: MeetingFile }) {
  const { id, state, may } = meeting
  const [changing, setChanging] = useState(false)
  const [text, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const [open, close, off] = [useDeed(meetingsApi.open, ['/bodies']), useDeed(meetingsApi.close, ['/bodies']), useDeed(meetingsApi.callOff, ['/bodies'])]
  const at = { params: { id } }
  return (
    <>
      {state !== 'called-off' && <ButtonLink look="quiet" to={`/meetings/${id}/pack`}>{text('committees.pack')}</ButtonLink>}
      {state !== 'closed' && <a className="button quiet" href={linkTo(meetingsApi.invitation, { params: { id }, query: { locale } })} download>{text('committees.invitation')}</a>}
      {may.arrange && state === 'called' && <Button look="quiet" onPress={() => setChanging(true)}>{text('committees.change-meeting')}</Button>}
      {changing && <ChangeDialog meeting={meeting} onClose={() => setChanging(false)} />}
      {may.arrange && state === 'called' && <AskedFirst what="call-off" id={id} deed={off} />}
      {may.arrange && state === 'called' && <Button look="primary" busy={open.isPending} onPress={() => open.mutate(at, { onError: trouble })}>{text('committees.open')}</Button>}
      {may.arrange && state === 'open' && <Button busy={close.isPending} onPress={() => close.mutate(at, { onError: trouble })}>{text('committees.close')}</Button>}
    </>
  )
}
