// The certificate an organisation signs with: brought, or issued here and said to be so.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#platform/i18n/format.ts'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { FileField } from '#web/ui/fields/file-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Facts } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { authorityApi } from '../api.ts'
import type { CertificateShown } from '../certificate-model.ts'

export function Certificate({ id }: { id: string }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const [bringing, setBringing] = useState(false)
  const { data: { certificate, mayAdjust } } = useSuspenseQuery(ask(authorityApi.certificate, { params: { id } }))
  const [issue, retire] = [useDeed(authorityApi.issueCertificate), useDeed(authorityApi.retireCertificate)]
  return (
    <>
      {certificate ? <Said certificate={certificate} /> : <p>{text('signing.certificate.none')}</p>}
      {mayAdjust && (
        <>
          <div className="row no-print">
            {certificate?.origin !== 'installation' && <Button busy={issue.isPending} onPress={() => issue.mutate({ params: { id } }, { onError: trouble })}>{text('signing.certificate.issue')}</Button>}
            {!bringing && <Button onPress={() => setBringing(true)}>{text('signing.certificate.bring-own')}</Button>}
            {certificate && <Button look="quiet" busy={retire.isPending} onPress={() => retire.mutate({ params: { id } }, { onError: trouble })}>{text('signing.certificate.retire')}</Button>}
          </div>
          {bringing && <Bring id={id} onDone={() => setBringing(false)} />}
        </>
      )}
    </>
  )
}

const looks = { holds: { tone: 'jade', shape: 'disc' }, expired: { tone: 'garnet', shape: 'triangle' }, 'not-yet': { tone: 'saffron', shape: 'ring' } } as const

function Said({ certificate: { origin, subject, issuer, validFrom, validUntil, state, chain, fingerprint } }: { certificate: CertificateShown }) {
  const [text, locale] = [useText(), useLocale()]
  const day = (at: string) => formatDay(at.slice(0, 10), 'day', locale)
  return (
    <>
      <p>{text(`signing.certificate.${origin}`)}</p>
      <Facts of={[
        [text('signing.certificate.subject'), <bdi key="s">{subject}</bdi>],
        [text('signing.certificate.issuer'), <bdi key="i">{[issuer, ...chain.slice(1)].join(' › ')}</bdi>],
        [text('signing.certificate.validity'), <span key="h"><Mark {...looks[state]}>{text(`signing.certificate.${state}`)}</Mark> {text('signing.certificate.from-until', { from: day(validFrom), until: day(validUntil) })}</span>],
        [text('signing.certificate.fingerprint'), <code key="f" className="hash" dir="ltr">{fingerprint}</code>],
      ]} />
    </>
  )
}

function Bring({ id, onDone }: { id: string; onDone: () => void }) {
  const text = useText()
  const [file, setFile] = useState<File | null>(null)
  const [password, setPassword] = useState('')
  const bring = useDeed(authorityApi.bringCertificate)
  return (
    <Form onSubmit={() => file && bring.mutate({ params: { id }, file, body: { password } }, { onSuccess: onDone })} actions={<Button type="submit" busy={bring.isPending}>{text('signing.certificate.bring')}</Button>}>
      <FileField label={text('signing.certificate.p12')} required file={file} onChange={setFile} accept=".p12,.pfx" />
      <TextField label={text('signing.certificate.password')} hint={text('signing.certificate.password.hint')} type="password" autoComplete="off" required value={password} onChange={setPassword} />
      {bring.error && <ErrorNote error={bring.error} />}
    </Form>
  )
}
