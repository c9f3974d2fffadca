// Leaving: notice with a day that the rules allow, what remains open told beside it, and the way back until then.
import { useState } from 'react'
import { Refusal, useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { Day } from '#web/ui/whole.tsx'
import { membersApi } from '../api.ts'
import type { MemberFile } from '../member-model.ts'
import { earliestLeave, whyNotMember } from '../member-rules.ts'
import { ofMember } from './of-member.ts'
import { today } from './pieces.tsx'

export function LeavingSection({ member }: { member: MemberFile }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const stay = useDeed(membersApi.stay, ['/today', '/alliances'])
  const [open, setOpen] = useState(false)
  const { departure, departures, obligations } = member
  const why = whyNotMember('leave', ofMember(member))
  if (!departure && departures.length === 0 && why) return null
  return (
    <Section title={text('memberships.leaving')}>
      {departure
        ? <><p>{text('memberships.leaving.given')} <Day day={departure.effectiveOn} />{obligations.length > 0 && <> {text('memberships.leaving.open', { count: obligations.length })}</>}</p><q className="said"><bdi>{departure.because}</bdi></q></>
        : <p className="quiet">{text('memberships.rules.notice.says', { months: member.rules.rules.noticeMonths })}</p>}
      <ul>{departures.filter(({ id }) => id !== departure?.id).map(({ id, givenOn, takenBackAt, effectiveOn }) => <li key={id} className="quiet"><Day day={givenOn} /> · {text(takenBackAt ? 'memberships.leaving.was-taken-back' : 'memberships.leaving.was-done')} <Day day={takenBackAt?.slice(0, 10) ?? effectiveOn} /></li>)}</ul>
      <div className="row no-print">
        {departure && <Button busy={stay.isPending} whyNot={whyNotMember('stay', ofMember(member))} onPress={() => stay.mutate({ params: { id: member.alliance.id, organisationId: member.organisation.id } }, { onError: trouble })}>{text('memberships.stay')}</Button>}
        {!departure && !why && <Button look="quiet" onPress={() => setOpen(true)}>{text('memberships.leave')}</Button>}
      </div>
      {open && <LeaveDialog member={member} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function LeaveDialog({ member, onClose }: { member: MemberFile; onClose: () => void }) {
  const text = useText()
  const leave = useDeed(membersApi.leave, ['/today', '/alliances'])
  const [on, setOn] = useState<KnownDay | null>({ value: earliestLeave(member.rules.rules, today()), precision: 'day' })
  const [because, setBecause] = useState('')
  const [missing, setMissing] = useState(false)
  const fields = leave.error instanceof Refusal ? leave.error.fields : {}
  const send = () => (because.trim() && on ? leave.mutate({ params: { id: member.alliance.id, organisationId: member.organisation.id }, body: { because: because.trim(), effectiveOn: on.value } }, { onSuccess: onClose }) : setMissing(true))
  return (
    <Dialog open onClose={onClose} title={text('memberships.leave')} actions={<Button look="danger" busy={leave.isPending} onPress={send}>{text('memberships.leave')}</Button>}>
      <p>{text('memberships.leaving.open', { count: member.obligations.length })}</p>
      <DayField label={text('memberships.leaving.on')} hint={<>{text('memberships.leaving.earliest')} <Day day={earliestLeave(member.rules.rules, today())} /></>} required precise value={on} onChange={setOn} wrong={fields['effectiveOn']} />
      <TextField label={text('memberships.refuse.because')} required lines={4} value={because} onChange={setBecause} wrong={missing && !because.trim() ? ['memberships.words-missing'] : undefined} />
      {leave.error && Object.keys(fields).length === 0 ? <ErrorNote error={leave.error} /> : null}
    </Dialog>
  )
}
