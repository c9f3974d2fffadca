// Delegations of authority: from whom, for which unit and kinds, until when, each with its scan.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#platform/i18n/format.ts'
import { ask, linkTo, useDeed } from '#web/client.ts'
import { useDeedWithFile } from '#web/offline/use-sent-file.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { FileField } from '#web/ui/fields/file-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { authorityApi } from '../api.ts'
import type { DelegationShown } from '../clearance-model.ts'
import { Sending } from './file-dialogs.tsx'

export function Delegations({ id }: { id: string }) {
  const text = useText()
  const [adding, setAdding] = useState(false)
  const { data: own } = useQuery(ask(authorityApi.certificate, { params: { id } }))
  const { data: rows = [] } = useQuery(ask(authorityApi.delegations, { params: { id } }))
  return (
    <>
      {rows.length === 0 && <p className="quiet">{text('signing.delegations.none')}</p>}
      <ul className="check-list">{rows.map((row) => <Line key={row.id} delegation={row} mayAdjust={own?.mayAdjust ?? false} />)}</ul>
      {own?.mayAdjust && (adding ? <Add id={id} onDone={() => setAdding(false)} /> : <div className="row no-print"><Button onPress={() => setAdding(true)}>{text('signing.delegations.add')}</Button></div>)}
    </>
  )
}

const looks = { holds: { tone: 'jade', shape: 'disc' }, over: { tone: 'garnet', shape: 'triangle' }, 'not-yet': { tone: 'saffron', shape: 'ring' } } as const

function Line({ delegation: { id, organisationId, unit, givenBy, givenByTitle, toWhom, sinceOn, untilOn, state, file }, mayAdjust }: { delegation: DelegationShown; mayAdjust: boolean }) {
  const [text, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const withdraw = useDeed(authorityApi.withdrawDelegation)
  const days = text(untilOn ? 'signing.certificate.from-until' : 'signing.delegations.from', { from: formatDay(sinceOn, 'day', locale), until: untilOn ? formatDay(untilOn, 'day', locale) : '' })
  return (
    <li>
      <Mark {...looks[state]}>{text(`signing.delegations.${state}`)}</Mark>
      <span>{unit && <><bdi>{unit}</bdi> · </>}{text('signing.delegations.by', { by: [givenBy, givenByTitle].filter(Boolean).join(', ') })}{toWhom && <> · {text('signing.delegations.to', { whom: toWhom })}</>} · {days}</span>
      {file && <a href={linkTo(authorityApi.delegationFile, { params: { id: organisationId, fileId: file.id } })} download><bdi>{file.name}</bdi></a>}
      {mayAdjust && <Button small look="quiet" busy={withdraw.isPending} onPress={() => withdraw.mutate({ params: { id: organisationId, delegationId: id } }, { onError: trouble })}>{text('signing.delegations.withdraw')}</Button>}
    </li>
  )
}

function Add({ id, onDone }: { id: string; onDone: () => void }) {
  const text = useText()
  const [file, setFile] = useState<File | null>(null)
  const [filled, setFilled] = useState({ unit: '', givenBy: '', givenByTitle: '', toWhom: '' })
  const [since, setSince] = useState<KnownDay | null>(null)
  const [until, setUntil] = useState<KnownDay | null>(null)
  const add = useDeedWithFile(authorityApi.addDelegationUpload)
  const field = (name: keyof typeof filled, required = false) =>
    <TextField label={text(`signing.delegations.${name}`)} required={required} value={filled[name]} onChange={(value) => setFilled({ ...filled, [name]: value })} />
  const send = () => file && since && add.give(file, { params: { id }, body: {
    ...Object.fromEntries(Object.entries(filled).filter(([, value]) => value.trim())), givenBy: filled.givenBy, sinceOn: since.value, ...(until && { untilOn: until.value }),
  } }, { onSuccess: onDone })
  return (
    <Form onSubmit={() => void send()} actions={<Button type="submit" busy={add.busy}>{text('signing.delegations.add')}</Button>}>
      <FileField label={text('signing.scan')} required file={file} onChange={setFile} accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff,.webp" />
      {field('unit')}{field('givenBy', true)}{field('givenByTitle')}{field('toWhom')}
      <DayField label={text('signing.delegations.since')} precise required value={since} onChange={setSince} />
      <DayField label={text('signing.delegations.until')} precise value={until} onChange={setUntil} />
      <Sending of={add} />
    </Form>
  )
}
