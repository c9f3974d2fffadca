// What members owe, line by line: asked, claimed, found; with the steps that are open to this reader.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { Day } from '#web/ui/whole.tsx'
import { duesApi } from '../api.ts'
import type { DueLine, Payment } from '../model.ts'
import { whyNotSettle } from '../rules.ts'
import { Money, saidIn, StateMark } from './marks.tsx'
import { PayDialog, ReasonDialog } from './due-dialogs.tsx'

type Props = { lines: DueLine[]; withYear?: boolean; mayManage: boolean; allianceId: string }
export const DueLines = ({ lines, ...rest }: Props) => <ul className="dues-lines">{lines.map((line) => <Line key={line.id} line={line} {...rest} />)}</ul>

const rooms = ['/dues', '/alliances']

function Line({ line, withYear = false, mayManage, allianceId }: { line: DueLine } & Omit<Props, 'lines'>) {
  const [text, locale, say, trouble] = [useText(), useLocale(), useToast(), useToastTrouble()]
  const [open, setOpen] = useState<'pay' | 'waive'>()
  const unwaive = useDeed(duesApi.unwaive, rooms)
  const { organisation, year, currency, amount, outstanding, state } = line
  const name = nameIn(organisation, locale)
  return (
    <li>
      <span>
        <Go to={`/alliances/${allianceId}/dues/${organisation.id}`}><bdi>{name}</bdi></Go>
        <small className="quiet">{withYear && <>{text('dues.of-year', { year: String(year) })} · {text('dues.due')} <Day day={line.dueOn} /> · </>}<bdi>{saidIn(line.band, locale)}</bdi></small>
        {line.waivedBecause && <small>{text('dues.because')} <bdi>{line.waivedBecause}</bdi></small>}
        <Payments line={line} mayManage={mayManage} />
      </span>
      <StateMark state={state} />
      <span className="end"><Money of={amount} currency={currency} />{outstanding > 0 && outstanding < amount && <small className="quiet">{text('dues.column.outstanding')} <Money of={outstanding} currency={currency} /></small>}</span>
      <span className="row">
        {outstanding > 0 && state !== 'claimed' && (line.mine || mayManage) && <Button small label={`${text(line.mine ? 'dues.pay' : 'dues.came-in')}: ${name}, ${year}`} onPress={() => setOpen('pay')}>{text(line.mine ? 'dues.pay' : 'dues.came-in')}</Button>}
        {outstanding > 0 && mayManage && <Button small look="quiet" label={`${text('dues.waive')}: ${name}, ${year}`} onPress={() => setOpen('waive')}>{text('dues.waive')}</Button>}
        {state === 'waived' && mayManage && <Button small look="quiet" busy={unwaive.isPending} label={`${text('dues.unwaive')}: ${name}, ${year}`} onPress={() => unwaive.mutate({ params: { id: line.id } }, { onSuccess: () => say(text('dues.unwaived')), onError: trouble })}>{text('dues.unwaive')}</Button>}
      </span>
      {open === 'pay' && <PayDialog line={line} onClose={() => setOpen(undefined)} />}
      {open === 'waive' && <ReasonDialog line={line} onClose={() => setOpen(undefined)} />}
    </li>
  )
}

function Payments({ line, mayManage }: { line: DueLine; mayManage: boolean }) {
  if (line.payments.length === 0) return null
  return <ul className="dues-pays">{line.payments.map((payment) => <Paid key={payment.id} line={line} payment={payment} mayManage={mayManage} />)}</ul>
}

function Paid({ line, payment, mayManage }: { line: DueLine; payment: Payment; mayManage: boolean }) {
  const [text, say, trouble, viewer] = [useText(), useToast(), useToastTrouble(), useViewer()]
  const [refusing, setRefusing] = useState(false)
  const settle = useDeed(duesApi.settle, rooms)
  const closed = viewer ? whyNotSettle(payment, viewer) : undefined
  const params = { id: line.id, paymentId: payment.id }
  return (
    <li>
      <small>
        <Money of={payment.amount} currency={line.currency} /> · <Day day={payment.paidOn} short />{payment.reference && <> · <bdi>{payment.reference}</bdi></>} · {text(`dues.payments.${payment.state}`)}{payment.because && <>: <bdi>{payment.because}</bdi></>}
      </small>
      {mayManage && payment.state === 'claimed' && <span className="row">
        <Button small {...(closed ? { whyNot: closed } : {})} busy={settle.isPending} onPress={() => settle.mutate({ params, body: { answer: 'confirmed' } }, { onSuccess: () => say(text('dues.found')), onError: trouble })}>{text('dues.find')}</Button>
        {!closed && <Button small look="quiet" onPress={() => setRefusing(true)}>{text('dues.not-found')}</Button>}
      </span>}
      {refusing && <ReasonDialog line={line} paymentId={payment.id} onClose={() => setRefusing(false)} />}
    </li>
  )
}
