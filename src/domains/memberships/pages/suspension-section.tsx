// A suspension: what is proposed or holds, why, by whose decision and until when; proposed, laid, written down and ended by the secretariat.
import { useState } from 'react'
import { withheld as kinds, type Withheld } from '#domains/alliances/model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatInstant } from '#platform/i18n/format.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Facts, Section } from '#web/ui/page.tsx'
import { Day } from '#web/ui/whole.tsx'
import { membersApi } from '../api.ts'
import type { MemberFile } from '../member-model.ts'
import { whyNotMember } from '../member-rules.ts'
import { ofMember } from './of-member.ts'
import { said, today } from './pieces.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

const also = ['/today', '/alliances', '/bodies', '/meetings']
const paramsOf = ({ alliance, organisation }: MemberFile) => ({ id: alliance.id, organisationId: organisation.id })

export function SuspensionSection({ member }: { member: MemberFile }) {
  const [text, locale] = [useText(), useLocale()]
  const { suspension, suspensions, council, hats } = member
  const over = suspensions.filter(({ endedAt }) => endedAt !== null)
  if (!suspension && over.length === 0 && !hats.keeps) return null
  return (
    <Section title={text('memberships.suspension')} aside={suspension && <Mark tone={suspension.decidedOn ? 'garnet' : 'saffron'} shape={suspension.decidedOn ? 'square' : 'half'}>{text(suspension.decidedOn ? 'memberships.suspended' : 'memberships.suspension.proposed')}</Mark>}>
      {suspension ? (
        <Facts of={[
          [text('memberships.suspension.what'), suspension.what.map((one) => text(`memberships.withheld.${one}`)).join(', ')], [text('memberships.refuse.because'), <bdi key="b" className="said">{suspension.because}</bdi>],
          [text('memberships.suspension.until'), suspension.untilOn ? <Day day={suspension.untilOn} /> : text('memberships.suspension.until-lifted')],
          [text('memberships.rules.council'), council && <span>{text(`memberships.says.council-${council.state}`)} <Go to={council.kind === 'meeting' ? `/meetings/${council.id}` : `/procedures/${council.id}`}><bdi>{said(council.bodyName, locale)}</bdi></Go></span>],
          [text('memberships.decide.on'), suspension.decidedOn && <span><Day day={suspension.decidedOn} /> · <bdi>{suspension.decidedSaid}</bdi></span>],
        ]} />
      ) : <p className="quiet">{text('memberships.suspension.none')}</p>}
      {over.length > 0 && <ul>{over.map(({ id, what, decidedOn, endedAt, endedBecause }) => <li key={id} className="quiet">{what.map((one) => text(`memberships.withheld.${one}`)).join(', ')} · {decidedOn ? formatDay(decidedOn, 'day', locale) : text('memberships.suspension.dropped')} – <Day day={endedAt!.slice(0, 10)} />{endedBecause && <> · <bdi>{endedBecause}</bdi></>}</li>)}</ul>}
      {hats.keeps && <Steps member={member} />}
    </Section>
  )
}

function Steps({ member }: { member: MemberFile }) {
  const text = useText()
  const [open, setOpen] = useState<'propose' | 'lay' | 'decide'>()
  const [decide, end] = [useDeed(membersApi.decideSuspension, also), useDeed(membersApi.endSuspension, also)]
  const [of, params] = [ofMember(member), paramsOf(member)]
  const { suspension } = member
  return (
    <div className="row no-print">
      {!suspension && <Button look="quiet" whyNot={whyNotMember('propose-suspension', of)} onPress={() => setOpen('propose')}>{text('memberships.suspension.propose')}</Button>}
      {suspension && !suspension.decidedOn && (
        <>
          {member.bodySits ? member.council?.state !== 'waits' && <Button look="primary" whyNot={whyNotMember('lay-suspension', of)} onPress={() => setOpen('lay')}>{text('memberships.lay')}</Button>
            : <Button look="primary" whyNot={whyNotMember('decide-suspension', of)} onPress={() => setOpen('decide')}>{text('memberships.suspension.decide')}</Button>}
          <ReasonDialog step={text('memberships.suspension.drop')} label={text('memberships.refuse.because')} busy={decide.isPending} error={decide.error} whyNot={whyNotMember('drop-suspension', of)} onSay={(words, close) => decide.mutate({ params, body: { outcome: 'dropped', on: today(), said: words } }, { onSuccess: close })} />
        </>
      )}
      {suspension?.decidedOn && <ReasonDialog look="primary" step={text('memberships.reinstate')} label={text('memberships.decide.because')} busy={end.isPending} error={end.error} onSay={(words, close) => end.mutate({ params, body: { because: words } }, { onSuccess: close })} />}
      {open === 'propose' && <Propose member={member} onClose={() => setOpen(undefined)} />}
      {open === 'lay' && <Lay member={member} onClose={() => setOpen(undefined)} />}
      {open === 'decide' && <Decide member={member} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

type Props = { member: MemberFile; onClose: () => void }

function Propose({ member, onClose }: Props) {
  const text = useText()
  const propose = useDeed(membersApi.proposeSuspension, also)
  const [what, setWhat] = useState<Withheld[]>(['vote'])
  const [because, setBecause] = useState('')
  const [until, setUntil] = useState<KnownDay | null>(null)
  const [missing, setMissing] = useState(false)
  const fields = propose.error instanceof Refusal ? propose.error.fields : {}
  const send = () => (because.trim() ? propose.mutate({ params: paramsOf(member), body: { what, because: because.trim(), untilOn: until?.value ?? null } }, { onSuccess: onClose }) : setMissing(true))
  return (
    <Dialog open onClose={onClose} title={text('memberships.suspension.propose')} actions={<Button look="primary" busy={propose.isPending} onPress={send}>{text('memberships.suspension.propose')}</Button>}>
      <fieldset className="choices">
        <legend>{text('memberships.suspension.what')}</legend>
        {kinds.map((one) => <CheckField key={one} label={text(`memberships.withheld.${one}`)} hint={text(`memberships.withheld.${one}.about`)} checked={what.includes(one)} onChange={(on) => setWhat(on ? [...what, one] : what.filter((other) => other !== one))} />)}
        {fields['what'] && <small className="field-wrong" role="alert">{fields['what'].map((key) => text(key)).join(' ')}</small>}
      </fieldset>
      <TextField label={text('memberships.refuse.because')} required lines={4} value={because} onChange={setBecause} wrong={missing && !because.trim() ? ['memberships.words-missing'] : undefined} />
      <DayField label={text('memberships.suspension.until')} hint={text('memberships.suspension.until-hint')} precise value={until} onChange={setUntil} wrong={fields['untilOn']} />
      {propose.error && Object.keys(fields).length === 0 ? <ErrorNote error={propose.error} /> : null}
    </Dialog>
  )
}

function Lay({ member, onClose }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const lay = useDeed(membersApi.laySuspension, also)
  const [where, setWhere] = useState(member.meetings[0]?.id ?? '')
  return (
    <Dialog open onClose={onClose} title={text('memberships.lay')} actions={<Button look="primary" busy={lay.isPending} onPress={() => lay.mutate({ params: paramsOf(member), body: { meetingId: where || null } }, { onSuccess: onClose })}>{text('memberships.lay')}</Button>}>
      <p>{text('memberships.laid.suspension.text', { organisation: nameIn(member.organisation, locale) })}</p>
      <SelectField label={text('memberships.lay.where')} required value={where} onChange={setWhere} options={[...member.meetings.map(({ id, number, startsAt }) => ({ value: id, label: text('memberships.lay.session', { number, on: formatInstant(startsAt, locale) }) })), { value: '', label: text('memberships.lay.writing') }]} />
      {lay.error ? <ErrorNote error={lay.error} /> : null}
    </Dialog>
  )
}

function Decide({ member, onClose }: Props) {
  const text = useText()
  const decide = useDeed(membersApi.decideSuspension, also)
  const [on, setOn] = useState<KnownDay | null>({ value: today(), precision: 'day' })
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const fields = decide.error instanceof Refusal ? decide.error.fields : {}
  const send = () => (words.trim() && on ? decide.mutate({ params: paramsOf(member), body: { outcome: 'suspended', on: on.value, said: words.trim() } }, { onSuccess: onClose }) : setMissing(true))
  return (
    <Dialog open onClose={onClose} title={text('memberships.suspension.decide')} actions={<Button look="danger" busy={decide.isPending} onPress={send}>{text('memberships.suspension.decide')}</Button>}>
      <DayField label={text('memberships.decide.on')} required precise value={on} onChange={setOn} wrong={fields['on']} />
      <TextField label={text('memberships.decide.because')} required lines={4} value={words} onChange={setWords} wrong={missing && !words.trim() ? ['memberships.words-missing'] : undefined} />
      {decide.error && Object.keys(fields).length === 0 ? <ErrorNote error={decide.error} /> : null}
    </Dialog>
  )
}
