// What the applicant's office does: answer what was asked, accept the pledge by name, appeal, take it back.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useViewer } from '#web/viewer.ts'
import { admissionApi } from '../api.ts'
import type { ApplicationFile } from '../admission-model.ts'
import { whyNot } from '../admission-rules.ts'
import { said, standsOf } from './pieces.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

const also = ['/alliances', '/today', '/organisations']

export function ApplicantsStep({ file }: { file: ApplicationFile }) {
  const text = useText()
  const [answer, appeal, withdraw] = [useDeed(admissionApi.answer, also), useDeed(admissionApi.appeal, also), useDeed(admissionApi.withdraw, also)]
  const [params, stands] = [{ id: file.id }, standsOf(file)]
  const over = file.owner === 'nobody'
  return (
    <>
      {file.step === 'pledge' && <Pledge file={file} />}
      <div className="row no-print">
        {file.step === 'completing' && <ReasonDialog look="primary" step={text('memberships.answer')} label={text('memberships.answer.words')} busy={answer.isPending} error={answer.error} whyNot={whyNot('answer', stands)} onSay={(words, close) => answer.mutate({ params, body: { said: words } }, { onSuccess: close })} />}
        {file.step === 'refused' && !file.appealed && <ReasonDialog look="primary" step={text('memberships.appeal')} label={text('memberships.appeal.words')} busy={appeal.isPending} error={appeal.error} whyNot={whyNot('appeal', stands)} onSay={(words, close) => appeal.mutate({ params, body: { said: words } }, { onSuccess: close })} />}
        {!over && <ReasonDialog look="quiet" step={text('memberships.withdraw')} label={text('memberships.withdraw.words')} busy={withdraw.isPending} error={withdraw.error} onSay={(words, close) => withdraw.mutate({ params, body: { said: words } }, { onSuccess: close })} />}
      </div>
    </>
  )
}

/** The words of the pledge stand above the names of who accepts them. */
function Pledge({ file }: { file: ApplicationFile }) {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const pledge = useDeed(admissionApi.pledge, also)
  const [name, setName] = useState(viewer?.name ?? '')
  const [officeName, setOffice] = useState('')
  const [missing, setMissing] = useState(false)
  const send = () => (name.trim() && officeName.trim() ? pledge.mutate({ params: { id: file.id }, body: { name: name.trim(), officeName: officeName.trim(), hash: file.pledgeHash } }) : setMissing(true))
  return (
    <Form onSubmit={send} actions={<Button type="submit" look="primary" busy={pledge.isPending} whyNot={whyNot('pledge', standsOf(file))}>{text('memberships.pledge.accept')}</Button>}>
      <blockquote className="pledge-text"><bdi>{said(file.rules.rules.pledge, locale)}</bdi></blockquote>
      <TextField label={text('memberships.pledge.name')} required value={name} onChange={setName} wrong={missing && !name.trim() ? ['memberships.words-missing'] : undefined} autoComplete="name" />
      <TextField label={text('memberships.pledge.office')} required value={officeName} onChange={setOffice} wrong={missing && !officeName.trim() ? ['memberships.words-missing'] : undefined} autoComplete="organization-title" />
      <p className="quiet">{text('memberships.pledge.dated')}</p>
      {pledge.error ? <ErrorNote error={pledge.error} /> : null}
    </Form>
  )
}
