// Sub-alliances with their last signs of life: which the rule finds asleep and why, and the word of the alliance above.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { alliancesApi } from '#domains/alliances/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { Day } from '#web/ui/whole.tsx'
import { secretariatApi } from '../api.ts'
import { signKinds, type SubAlliance } from '../model.ts'
import { whyNotDeclare } from '../rules.ts'
import './secretariat.css'
import { LifeMark } from './life-mark.tsx'

export const load = ({ questions, params }: Arriving) => Promise.all([questions.ensureQueryData(ask(alliancesApi.read, { params: { id: params['id']! } })), questions.ensureQueryData(ask(secretariatApi.subAlliances, { params: { id: params['id']! } }))])

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: alliance } = useSuspenseQuery(ask(alliancesApi.read, { params: { id } }))
  const { data: { rows, mayKeep } } = useSuspenseQuery(ask(secretariatApi.subAlliances, { params: { id } }))
  return (
    <Frame title={text('secretariat.sub-alliances')} above={<Go to={`/alliances/${id}`}>{nameIn(alliance.organisation, locale)}</Go>} about={rows[0] && <p>{text('secretariat.rule', { months: rows[0].check.inputs.limit })}</p>}>
      {rows.length === 0 && <Empty title={text('secretariat.sub-alliances.none')}>{text('secretariat.sub-alliances.what')}</Empty>}
      {rows.map((row) => <Row key={row.id} above={id} row={row} mayKeep={mayKeep} />)}
    </Frame>
  )
}

function Row({ above, row, mayKeep }: { above: string; row: SubAlliance; mayKeep: boolean }) {
  const [text, locale] = [useText(), useLocale()]
  const [declaring, setDeclaring] = useState(false)
  const { dormancy, check, signs } = row
  return (
    <section className="sub-alliance">
      <h3><Go to={`/alliances/${row.id}`}><bdi>{nameIn(row.organisation, locale)}</bdi></Go></h3>
      <span className="row"><LifeMark of={row} /><span className="quiet">{text('alliances.count-members', { count: row.members })}</span></span>
      <dl className="signs">{signKinds.map((kind) => <div key={kind}><dt className="quiet">{text(`secretariat.signs.${kind}`)}</dt><dd>{signs[kind] ? <Day day={signs[kind]} short /> : text('secretariat.never')}</dd></div>)}</dl>
      {check.status === 'warn' && <p className="quiet">{text('secretariat.quiet-for', { months: check.inputs.months })}{check.source && <> · {text('secretariat.source')} <bdi>{check.source}</bdi></>}</p>}
      {dormancy?.declaredSaid && <q><bdi>{dormancy.declaredSaid}</bdi></q>}
      {mayKeep && dormancy && !dormancy.declaredOn && <div className="row no-print"><Button whyNot={whyNotDeclare(dormancy)} onPress={() => setDeclaring(true)}>{text('secretariat.declare')}</Button></div>}
      {declaring && <Declare above={above} id={row.id} onClose={() => setDeclaring(false)} />}
    </section>
  )
}

function Declare({ above, id, onClose }: { above: string; id: string; onClose: () => void }) {
  const text = useText()
  const deed = useDeed(secretariatApi.declareDormant, ['/alliances', '/today'])
  const [said, setSaid] = useState('')
  const [missing, setMissing] = useState(false)
  const send = () => (said.trim() ? deed.mutate({ params: { id: above, subId: id }, body: { said: said.trim() } }, { onSuccess: onClose }) : setMissing(true))
  return (
    <Dialog open onClose={onClose} title={text('secretariat.declare')} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('secretariat.declare')}</Button>}>
      <p>{text('secretariat.declare.about')}</p>
      <TextField label={text('secretariat.declare.words')} required lines={4} value={said} onChange={setSaid} wrong={missing && !said.trim() ? ['secretariat.words-missing'] : undefined} />
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
