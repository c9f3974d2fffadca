// Beneath an agreement: how far its signing is, or the sealed text and where anyone can verify it; and the ceremonies at which it is signed.
import { useQuery } from '@tanstack/react-query'
import type { AgreementFile } from '#domains/agreements/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { ask, linkTo } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Facts, Section } from '#web/ui/page.tsx'
import { ceremoniesApi, signingApi } from '../api.ts'
import type { SigningFile } from '../model.ts'
import { Lines } from './ceremony/line.tsx'
import './signing.css'
import { StageMark } from './stage-mark.tsx'

export function AgreementSection({ agreement: { id, draft, sealedAt } }: { agreement: AgreementFile }) {
  const text = useText()
  const { data: panel } = useQuery({ ...ask(signingApi.panel, { params: { id } }), retry: false })
  const { data: ceremonies = [] } = useQuery({ ...ask(ceremoniesApi.ceremonies, { query: { agreement: id } }), enabled: draft || sealedAt !== null })
  const signing = panel?.signing
  return (
    <>
      {panel && (signing || panel.mayOpen) && (
        <Section title={text('signing.signing')}>
          {signing?.sealedAt ? <Sealed signing={signing} /> : <p className="row">{signing ? <><StageMark stage={signing.stage} /><span>{text('signing.so-many', { signed: signing.signatures.length, of: signing.seats.length })}</span></> : text('signing.not-open-yet')}</p>}
          <div className="row no-print">
            {signing?.sealedAt && <a className="button" href={linkTo(signingApi.paper, { params: { id } })} download>{text('signing.take-sealed')}</a>}
            <ButtonLink to={`/agreements/${id}/signing`}>{text(signing ? 'signing.go' : 'signing.prepare')}</ButtonLink>
          </div>
        </Section>
      )}
      {ceremonies.length > 0 && <Section title={text('signing.ceremonies')}><Lines of={ceremonies} /></Section>}
    </>
  )
}

function Sealed({ signing: { sealedAt, sealedSha256, code, signatures } }: { signing: SigningFile }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <>
      <p>{text('signing.sealed-what', { count: signatures.length })}</p>
      <Facts of={[
        [text('signing.sealed-at'), sealedAt && formatInstant(sealedAt, locale)],
        [text('signing.sealed-hash'), <code key="h" className="hash" dir="ltr">{sealedSha256}</code>],
        [text('signing.verify-here'), <a key="v" href={`/verify/${code}?lang=${locale}`} dir="ltr">{code}</a>],
      ]} />
    </>
  )
}
