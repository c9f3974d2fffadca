// Who hosts what in which year: the rota year by year, what was swapped, and whether the rotation is followed.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { countryName, formatInstant } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { hostingApi } from '../api.ts'
import { hosted, type HostingFile, type TurnShown } from '../hosting-model.ts'
import './dues.css'
import { DeclineDialog, ProposeDialog, SwapDialog } from './hosting-dialogs.tsx'
import { saidIn } from './marks.tsx'

const asked = (id: string) => ask(hostingApi.rota, { params: { id } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(asked(params['id']!))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: rota } = useSuspenseQuery(asked(id))
  const [proposing, setProposing] = useState(false)
  const used = hosted.filter((what) => rota.turns.some((turn) => turn.what === what))
  return (
    <Frame title={text('dues.hosting')} above={<Go to={`/alliances/${id}`}><bdi>{saidIn(rota.alliance.name, locale)}</bdi></Go>} about={<p>{text('dues.hosting.rule')}</p>}
      actions={rota.mayManage && <Button look="primary" onPress={() => setProposing(true)}>{text('dues.hosting.propose')}</Button>}>
      {used.length === 0 && <p className="quiet">{text('dues.hosting.none')}</p>}
      {used.map((what) => (
        <Section key={what} title={text(`dues.hosted.${what}`)}>
          <Check rota={rota} what={what} />
          <ul className="dues-lines">{rota.turns.filter((turn) => turn.what === what).toSorted((a, b) => a.year - b.year).map((turn) => <Turn key={turn.id} rota={rota} turn={turn} />)}</ul>
        </Section>
      ))}
      {rota.swaps.length > 0 && <Swaps rota={rota} />}
      {proposing && <ProposeDialog rota={rota} onClose={() => setProposing(false)} />}
    </Frame>
  )
}

/** What the rule found, with its number. */
function Check({ rota, what }: { rota: HostingFile; what: string }) {
  const [text, locale] = [useText(), useLocale()]
  const check = rota.checks.find(({ subject }) => subject === what)
  if (!check || check.status === 'notApplicable') return null
  const { country, year, before } = check.inputs
  const facts = { ...check.inputs, year: String(year ?? ''), before: String(before ?? ''), country: typeof country === 'string' && country.length === 2 ? countryName(country, locale) : '' }
  return <Note tone={check.status === 'pass' ? 'jade' : 'saffron'}><p>{text(check.reason, facts)} <small className="quiet"><bdi>G31</bdi></small></p></Note>
}

function Turn({ rota, turn }: { rota: HostingFile; turn: TurnShown }) {
  const [text, locale, say, trouble] = [useText(), useLocale(), useToast(), useToastTrouble()]
  const [open, setOpen] = useState<'swap' | 'decline'>()
  const deed = useDeed(hostingApi.answerTurn, ['/alliances'])
  const name = nameIn(turn.organisation, locale)
  const swappable = rota.turns.some((other) => other.what === turn.what && other.organisationId !== turn.organisationId && other.answer !== 'declined' && other.year >= new Date().getFullYear())
  return (
    <li>
      <span><bdi className="figures">{turn.year}</bdi> · <Go to={`/organisations/${turn.organisationId}`}><bdi>{name}</bdi></Go>{turn.note && <small className="quiet"><bdi>{turn.note}</bdi></small>}{turn.because && <small>{text('dues.because')} <bdi>{turn.because}</bdi></small>}</span>
      {turn.answer === 'agreed' ? <Mark tone="jade" shape="disc">{text('dues.hosting.agreed')}</Mark> : turn.answer === 'declined' ? <Mark tone="quiet" shape="dash">{text('dues.hosting.declined')}</Mark> : <Mark tone="saffron" shape="half">{text('dues.hosting.waits')}</Mark>}
      <span />
      <span className="row">
        {turn.mine && turn.answer === null && <Button small look="primary" label={`${text('dues.hosting.agree')}: ${turn.year}`} busy={deed.isPending} onPress={() => deed.mutate({ params: { id: turn.id }, body: { answer: 'agreed' } }, { onSuccess: () => say(text('dues.written-down')), onError: trouble })}>{text('dues.hosting.agree')}</Button>}
        {turn.mine && turn.answer === null && <Button small look="quiet" label={`${text('dues.hosting.decline')}: ${turn.year}`} onPress={() => setOpen('decline')}>{text('dues.hosting.decline')}</Button>}
        {turn.mine && turn.answer !== 'declined' && turn.year >= new Date().getFullYear() && swappable && <Button small look="quiet" label={`${text('dues.hosting.swap')}: ${turn.year}`} onPress={() => setOpen('swap')}>{text('dues.hosting.swap')}</Button>}
      </span>
      {open === 'swap' && <SwapDialog rota={rota} turn={turn} onClose={() => setOpen(undefined)} />}
      {open === 'decline' && <DeclineDialog turn={turn} onClose={() => setOpen(undefined)} />}
    </li>
  )
}

function Swaps({ rota }: { rota: HostingFile }) {
  const [text, locale, say, trouble] = [useText(), useLocale(), useToast(), useToastTrouble()]
  const deed = useDeed(hostingApi.answerSwap, ['/alliances', '/hosting'])
  const named = (id: string) => { const one = rota.members.find((member) => member.id === id); return one ? nameIn(one, locale) : '' }
  const yearOf = (id: string) => String(rota.turns.find((turn) => turn.id === id)?.year ?? '')
  const answer = (id: string, said: 'agreed' | 'declined') => deed.mutate({ params: { id }, body: { answer: said, because: said === 'declined' ? text('dues.hosting.declined') : null } }, { onSuccess: () => say(text('dues.written-down')), onError: trouble })
  return (
    <Section title={text('dues.hosting.swaps')}>
      <ul className="dues-lines">
        {rota.swaps.map((swap) => (
          <li key={swap.id}>
            <span>{text('dues.hosting.swap-said', { one: named(swap.askedFor), year: yearOf(swap.turnId), other: named(swap.askedOf), with: yearOf(swap.otherId) })}{swap.because && <small className="quiet"><bdi>{swap.because}</bdi></small>}<small className="quiet"><bdi>{formatInstant(swap.answeredAt ?? swap.askedAt, locale)}</bdi></small></span>
            {swap.answer === 'agreed' ? <Mark tone="jade" shape="disc">{text('dues.hosting.swapped')}</Mark> : swap.answer === 'declined' ? <Mark tone="quiet" shape="dash">{text('dues.hosting.declined')}</Mark> : <Mark tone="saffron" shape="half">{text('dues.hosting.waits')}</Mark>}
            <span />
            <span className="row">{swap.mayAnswer && <><Button small look="primary" busy={deed.isPending} onPress={() => answer(swap.id, 'agreed')}>{text('dues.hosting.agree')}</Button><Button small look="quiet" busy={deed.isPending} onPress={() => answer(swap.id, 'declined')}>{text('dues.hosting.decline')}</Button></>}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
