// A body: who sits in it by side, what its rules find today, when it meets, what it decided and who does what about it.
import { useState } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { formatDay, formatInstant } from '#platform/i18n/format.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { bodiesApi } from '../api.ts'
import type { BodyFile } from '../body-model.ts'
import { Actions } from './actions-list.tsx'
import { AskedFirst } from './asked-first.tsx'
import { CallDialog } from './call-dialog.tsx'
import './committees.css'
import { Composition } from './composition.tsx'
import { Checks, DecisionLine, inLocale } from './pieces.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { Rules } from './rules-shown.tsx'
import { Special } from './special.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(bodiesApi.body, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: body } = useSuspenseQuery(ask(bodiesApi.body, { params: { id } }))
  const dissolve = useDeed(bodiesApi.dissolve, ['/agreements', '/alliances'])
  const { agreement, alliance, unit, parent, children, rules, checks, told } = body
  const above = unit ? <Go to={`/joint-units/${unit.id}`}>{nameIn(unit.organisation, locale)}</Go> : agreement ? <Go to={`/agreements/${agreement.id}`}>{agreement.title}</Go> : alliance && <Go to={`/alliances/${alliance.id}`}>{nameIn(alliance.organisation, locale)}</Go>
  return (
    <Frame title={inLocale(body.name, locale)} above={<>{above}{parent && <> · <Go to={`/bodies/${parent.id}`}>{inLocale(parent.name, locale)}</Go></>}</>} about={<About body={body} />} actions={<Steps body={body} />}>
      <Section title={text('committees.composition')}><Composition body={body} /></Section>
      <Section title={text('committees.findings')}><Checks checks={checks} told={told} /></Section>
      <Meetings body={body} />
      {body.decisions.length > 0 && <Section title={text('committees.decisions')}><ol className="decision-list">{body.decisions.map((one) => <DecisionLine key={one.id} decision={one} />)}</ol></Section>}
      <Section title={text('committees.actions')}><Actions body={body} /></Section>
      <Section title={text('committees.rules')} aside={<span className="row"><span className="quiet">{text(`committees.sets.${rules.rules.name}`)} · {text('committees.version', { version: rules.version })}</span>{body.may.compose && <Go to={`/bodies/${body.id}/rules`}>{text('committees.rules.change')}</Go>}</span>}><Rules rules={rules.rules} /></Section>
      {children.length > 0 && <Section title={text('committees.below')}><ul className="plain-list">{children.map((child) => <li key={child.id}><Go to={`/bodies/${child.id}`}>{inLocale(child.name, locale)}</Go> <span className="quiet">{text(`committees.kinds.${child.kind}`)}</span></li>)}</ul></Section>}
      {body.may.compose && !body.dissolvedAt && <div className="row no-print"><AskedFirst what="dissolve" id={id} deed={dissolve} /></div>}
    </Frame>
  )
}

const clockLooks = { none: ['quiet', 'dash'], good: ['jade', 'disc'], amber: ['saffron', 'half'], late: ['garnet', 'triangle'] } as const
function About({ body: { clock, constitutedAt, dissolvedAt, kind } }: { body: BodyFile }) {
  const [text, locale] = [useText(), useLocale()]
  const state = dissolvedAt ? <Mark tone="quiet" shape="square">{text('committees.dissolved')}</Mark> : constitutedAt ? <Mark tone="jade" shape="disc">{text('committees.constituted')}</Mark> : <Mark tone="quiet" shape="ring">{text('committees.drafted')}</Mark>
  return <div className="row">{state}<span className="quiet">{text(`committees.kinds.${kind}`)}</span>{constitutedAt && clock.dueOn && <Mark tone={clockLooks[clock.status][0]} shape={clockLooks[clock.status][1]}>{text(`committees.clock.${clock.status}`, { on: formatDay(clock.dueOn, 'day', locale) })}</Mark>}</div>
}

function Steps({ body }: { body: BodyFile }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const [open, setOpen] = useState<'call' | 'propose' | null>(null)
  const constitute = useDeed(bodiesApi.constitute)
  const { id, constitutedAt, may } = body
  if (!constitutedAt) return may.compose ? <Button look="primary" busy={constitute.isPending} onPress={() => constitute.mutate({ params: { id } }, { onError: trouble })}>{text('committees.constitute')}</Button> : null
  if (!may.arrange) return null
  return (
    <>
      <ButtonLink look="quiet" to={`/bodies/new?parent=${id}`}>{text('committees.set-up-below')}</ButtonLink>
      <Button onPress={() => setOpen('propose')}>{text('committees.propose')}</Button>
      <Button look="primary" onPress={() => setOpen('call')}>{text('committees.call')}</Button>
      {open === 'call' && <CallDialog body={body} onClose={() => setOpen(null)} />}
      {open === 'propose' && <ProposeDialog body={body} onClose={() => setOpen(null)} />}
    </>
  )
}

function Meetings({ body }: { body: BodyFile }) {
  const { meetings, procedures } = body
  const [text, locale] = [useText(), useLocale()]
  return (
    <Section title={text('committees.meetings')}>
      {meetings.length + procedures.length === 0 && <p className="quiet">{text('committees.never-met')}</p>}
      <ul className="body-lines">
        {meetings.map(({ id, number, kind, state, startsAt, zone, city, quorate, sealedAt }) => (
          <li key={id}>
            <Go to={`/meetings/${id}`}>{text('committees.meeting-number', { number })}</Go>
            <span className="quiet">{text(`committees.meeting-kinds.${kind}`)} · <bdi>{formatInstant(startsAt, locale, zone)}</bdi>{city && <> · <bdi>{city}</bdi></>}</span>
            <MeetingState state={state} />
            {state === 'closed' && <span className="quiet">{text(quorate ? 'committees.minutes.quorate' : 'committees.minutes.inquorate')} {sealedAt && text('committees.minutes.are-sealed')}</span>}
          </li>
        ))}
        {procedures.map(({ id, text: said, deadlineOn, settledAt, result }) => (
          <li key={id}><Go to={`/procedures/${id}`}>{inLocale(said, locale).slice(0, 120)}</Go><span className="quiet">{text('committees.in-writing')} · {deadlineOn && formatDay(deadlineOn, 'day', locale)}</span>{settledAt && <Mark tone={result?.carried ? 'jade' : 'garnet'} shape={result?.carried ? 'disc' : 'cross'}>{text(result?.carried ? 'committees.carried' : 'committees.not-carried')}</Mark>}</li>
        ))}
      </ul>
      <Special body={body} />
    </Section>
  )
}

const stateLooks = { called: ['lapis', 'ring'], open: ['saffron', 'half'], closed: ['quiet', 'square'], 'called-off': ['quiet', 'dash'] } as const
export const MeetingState = ({ state }: { state: keyof typeof stateLooks }) => <Mark tone={stateLooks[state][0]} shape={stateLooks[state][1]}>{useText()(`committees.meeting-states.${state}`)}</Mark>
