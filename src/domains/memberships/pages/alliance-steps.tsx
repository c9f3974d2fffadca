// What the secretariat does with an application: say who applies, check, ask for more, refuse, lay before the council, write a decision down.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { OrganisationPicker, type Pick } from '#web/ui/fields/picker.tsx'
import { CheckField, SelectField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { admissionApi } from '../api.ts'
import type { ApplicationFile } from '../admission-model.ts'
import { whyNot } from '../admission-rules.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { lookUp } from './look-up.ts'
import { said, standsOf } from './pieces.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

const also = ['/alliances', '/today', '/organisations']

export function AlliancesStep({ file }: { file: ApplicationFile }) {
  const { step } = file
  return (
    <div className="row no-print">
      {(step === 'check' || step === 'completing') && <><Identify file={file} />{step === 'check' && <Check file={file} />}<Refuse file={file} /></>}
      {step === 'council' && <Council file={file} />}
    </div>
  )
}

function Check({ file }: { file: ApplicationFile }) {
  const [text, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const check = useDeed(admissionApi.check, also)
  const [asked, setAsked] = useState<string[]>(file.missing)
  const params = { id: file.id }
  return (
    <>
      <Button look="primary" busy={check.isPending} whyNot={whyNot('check-complete', standsOf(file))} onPress={() => check.mutate({ params, body: { outcome: 'complete' } }, { onError: trouble })}>{text('memberships.check.complete')}</Button>
      <ReasonDialog step={text('memberships.check.ask')} label={text('memberships.check.ask-words')} busy={check.isPending} error={check.error} whyNot={whyNot('check-ask', standsOf(file))}
        onSay={(words, close) => check.mutate({ params, body: { outcome: 'asked', asked, said: words } }, { onSuccess: close })}>
        <fieldset className="choices">
          <legend>{text('memberships.check.ask-for')}</legend>
          {file.rules.rules.requirements.map(({ key, what }) => <CheckField key={key} label={said(what, locale)} checked={asked.includes(key)} onChange={(on) => setAsked(on ? [...asked, key] : asked.filter((one) => one !== key))} />)}
        </fieldset>
      </ReasonDialog>
    </>
  )
}

function Refuse({ file }: { file: ApplicationFile }) {
  const text = useText()
  const check = useDeed(admissionApi.check, also)
  return (
    <ReasonDialog look="danger" step={text('memberships.refuse')} label={text('memberships.refuse.because')} hint={text('memberships.refuse.hint', { days: file.rules.rules.appealDays })} busy={check.isPending} error={check.error} whyNot={whyNot('check-refuse', standsOf(file))}
      onSay={(words, close) => check.mutate({ params: { id: file.id }, body: { outcome: 'refused', said: words } }, { onSuccess: close })} />
  )
}

function Identify({ file: { id, organisation, applicant } }: { file: ApplicationFile }) {
  const [text, locale] = [useText(), useLocale()]
  const identify = useDeed(admissionApi.identify, also)
  const [picked, setPicked] = useState<Pick | null>()
  if (organisation) return null
  const say = (organisationId: string | null) => identify.mutate({ params: { id }, body: { organisationId } }, { onSuccess: () => setPicked(undefined) })
  return (
    <>
      <Button look="primary" onPress={() => setPicked(null)}>{text('memberships.identify')}</Button>
      {picked !== undefined && (
        <Dialog open onClose={() => setPicked(undefined)} title={text('memberships.identify')} actions={(
          <><Button look="primary" busy={identify.isPending} onPress={() => picked && say(picked.id)}>{text('memberships.identify.this')}</Button><Button busy={identify.isPending} onPress={() => say(null)}>{text('memberships.identify.new')}</Button></>
        )}>
          <p>{text('memberships.identify.about', { name: applicant.name })}</p>
          <OrganisationPicker label={text('memberships.organisation')} value={picked} onChange={setPicked} find={lookUp(locale)} />
          {identify.error ? <ErrorNote error={identify.error} /> : null}
        </Dialog>
      )}
    </>
  )
}

function Council({ file }: { file: ApplicationFile }) {
  const text = useText()
  const stands = standsOf(file)
  const [deciding, setDeciding] = useState<'admitted' | 'refused'>()
  return (
    <>
      {file.bodySits && file.council?.state !== 'waits' && <Lay file={file} />}
      {!file.bodySits && <Button look="primary" whyNot={whyNot('decide-admitted', stands)} onPress={() => setDeciding('admitted')}>{text('memberships.decide.admitted')}</Button>}
      <Button look="danger" whyNot={whyNot('decide-refused', stands)} onPress={() => setDeciding('refused')}>{text('memberships.decide.refused')}</Button>
      {deciding && <DecideDialog file={file} outcome={deciding} onClose={() => setDeciding(undefined)} />}
    </>
  )
}

function Lay({ file }: { file: ApplicationFile }) {
  const [text, locale] = [useText(), useLocale()]
  const lay = useDeed(admissionApi.lay, [...also, '/bodies', '/meetings'])
  const [where, setWhere] = useState<string>()
  const name = file.organisation ? nameIn(file.organisation, locale) : file.applicant.name
  return (
    <>
      <Button look="primary" whyNot={whyNot('lay', standsOf(file))} onPress={() => setWhere(file.meetings[0]?.id ?? '')}>{text('memberships.lay')}</Button>
      {where !== undefined && (
        <Dialog open onClose={() => setWhere(undefined)} title={text('memberships.lay')} actions={<Button look="primary" busy={lay.isPending} onPress={() => lay.mutate({ params: { id: file.id }, body: { meetingId: where || null } }, { onSuccess: () => setWhere(undefined) })}>{text('memberships.lay')}</Button>}>
          <p>{text('memberships.laid.admission.text', { organisation: name })}</p>
          <SelectField label={text('memberships.lay.where')} required value={where} onChange={setWhere} options={[
            ...file.meetings.map(({ id, number, startsAt }) => ({ value: id, label: text('memberships.lay.session', { number, on: formatInstant(startsAt, locale) }) })), { value: '', label: text('memberships.lay.writing') },
          ]} />
          {lay.error ? <ErrorNote error={lay.error} /> : null}
        </Dialog>
      )}
    </>
  )
}
