// Who was asked and how each stands, with the ways to ask one who has no account.
import { useState } from 'react'
import { formatInstant } from '#platform/i18n/format.ts'
import { one, useAddress } from '#web/address.ts'
import { useDeed } from '#web/client.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { FilterBar } from '#web/ui/filters.tsx'
import { Go } from '#web/ui/link.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { callsApi } from '../api.ts'
import type { CallFile, MemberLine } from '../model.ts'
import { AskDialog } from './ask-dialog.tsx'
import { StateMark } from './marks.tsx'

export function Members({ call }: { call: CallFile }) {
  const text = useText()
  const [address] = useAddress()
  const wanted = one(address['state'])
  const words = one(address['q']).toLowerCase()
  if (call.members.length === 0) return <p className="quiet">{text(call.everyone ? 'calls.all-members' : 'calls.nobody-yet')}</p>
  const named = ({ organisation: { name, nameEn, nameZh, nameRu, nameUr } }: MemberLine) => [name, nameEn, nameZh, nameRu, nameUr].some((each) => each.toLowerCase().includes(words))
  const shown = call.members.filter((member) => (!wanted || member.state === wanted) && named(member))
  return (
    <>
      {call.mayManage && <FilterBar search="q" filters={[{ name: 'state', label: text('calls.state'), kind: 'one', choices: (['open', 'begun', 'answered'] as const).map((value) => ({ value, label: text(`calls.states.${value}`) })) }]} />}
      <ul className="call-lines">{shown.map((member) => <Line key={member.organisation.id} call={call} member={member} />)}</ul>
    </>
  )
}

function Line({ call, member }: { call: CallFile; member: MemberLine }) {
  const [text, locale] = [useText(), useLocale()]
  const [asking, setAsking] = useState(false)
  const { organisation, state, answeredAt, unread, via, by, mine, links } = member
  const [running, to] = [Boolean(call.openedAt && !call.closedAt), `/calls/${call.id}/answers/${organisation.id}`]
  return (
    <li>
      <span>
        {call.openedAt ? <Go to={to}><bdi>{nameIn(organisation, locale)}</bdi></Go> : <bdi>{nameIn(organisation, locale)}</bdi>}
        {nameIn(organisation, locale) !== organisation.name && <small className="quiet"><bdi>{organisation.name}</bdi></small>}
        {unread > 0 && <small className="quiet">{text('calls.unread-count', { count: unread })}</small>}
        {links.map((link) => <LinkOut key={link.id} callId={call.id} link={link} running={running} />)}
      </span>
      <span>
        {call.openedAt && <StateMark state={state} late={running && call.dueOn < new Date().toISOString().slice(0, 10)} />}
        {answeredAt && <small className="quiet"><bdi>{formatInstant(answeredAt, locale)}</bdi> · {text(`calls.via.${via ?? 'account'}`)}{by && <> · <bdi>{by}</bdi></>}</small>}
      </span>
      <span className="call-mine">
        {running && mine && <ButtonLink small look={state === 'answered' ? 'plain' : 'primary'} to={to}>{text(state === 'answered' ? 'calls.answer-again' : 'calls.answer')}</ButtonLink>}
        {running && call.mayManage && state !== 'answered' && <Button small look="quiet" label={`${text('calls.ask')}: ${organisation.name}`} onPress={() => setAsking(true)}>{text('calls.ask')}</Button>}
      </span>
      {asking && <AskDialog callId={call.id} member={member} onClose={() => setAsking(false)} />}
    </li>
  )
}

function LinkOut({ callId, link: { id, via, toAddress, madeAt, usedAt, revokedAt }, running }: { callId: string; link: MemberLine['links'][number]; running: boolean }) {
  const [text, locale, say, trouble] = [useText(), useLocale(), useToast(), useToastTrouble()]
  const deed = useDeed(callsApi.revoke)
  const on = formatInstant(usedAt ?? madeAt, locale)
  return (
    <small className="quiet">
      {text(usedAt ? 'calls.link.used' : via === 'letter' ? 'calls.link.written' : 'calls.link.made', { on, to: toAddress ?? '' })}
      {revokedAt ? <> · {text('calls.link.revoked')}</> : running && <> <Button small look="quiet" busy={deed.isPending} onPress={() => deed.mutate({ params: { id: callId, linkId: id } }, { onSuccess: () => say(text('calls.link.revoked')), onError: trouble })}>{text('calls.link.revoke')}</Button></>}
    </small>
  )
}
