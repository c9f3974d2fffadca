// Before a signing is open: the version that all agreed to, or a PDF that is brought.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useDeedWithFile } from '#web/offline/use-sent-file.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { FileField } from '#web/ui/fields/file-field.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { signingApi } from '../api.ts'
import type { SigningPanel } from '../model.ts'
import { Sending } from './file-dialogs.tsx'

export function Opening({ agreementId, panel: { ready, mayOpen } }: { agreementId: string; panel: SigningPanel }) {
  const text = useText()
  if (!mayOpen) return <Empty title={text('signing.nothing-open')}>{text('signing.nothing-open.why')}</Empty>
  return (
    <>
      {ready && <WithText agreementId={agreementId} version={ready.versionNumber} />}
      <Section title={text('signing.open-pdf')}><WithPdf agreementId={agreementId} /></Section>
    </>
  )
}

function WithText({ agreementId, version }: { agreementId: string; version: number }) {
  const text = useText()
  const open = useDeed(signingApi.open)
  return (
    <Section title={text('signing.open-text')}>
      <p>{text('signing.open-text.what', { version })}</p>
      <div className="row"><Button look="primary" busy={open.isPending} onPress={() => open.mutate({ params: { id: agreementId } })}>{text('signing.open')}</Button></div>
      {open.error && <ErrorNote error={open.error} />}
    </Section>
  )
}

function WithPdf({ agreementId }: { agreementId: string }) {
  const text = useText()
  const [file, setFile] = useState<File | null>(null)
  const open = useDeedWithFile(signingApi.openWithUpload)
  return (
    <Form onSubmit={() => void (file && open.give(file, { params: { id: agreementId } }))} actions={<Button type="submit" busy={open.busy}>{text('signing.open')}</Button>}>
      <FileField label={text('signing.pdf')} hint={text('signing.open-pdf.what')} required file={file} onChange={setFile} accept=".pdf" />
      <Sending of={open} />
    </Form>
  )
}
