// The signing of an agreement: what is signed, what stands before it, who signs and how, and the sealed file.
import { useSuspenseQuery } from '@tanstack/react-query'
import { agreementsApi } from '#domains/agreements/api.ts'
import { titleIn } from '#domains/agreements/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask, linkTo } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { signingApi } from '../api.ts'
import type { SigningFile } from '../model.ts'
import { Accepts } from './accepts.tsx'
import { CallOff } from './call-off.tsx'
import { AtCeremony } from './ceremony/at-ceremony.tsx'
import { Checks } from './checks.tsx'
import { Clearances } from './clearances.tsx'
import { Hashes } from './hashes.tsx'
import { Opening } from './opening.tsx'
import { Seats } from './seats.tsx'
import './signing.css'
import { StageMark } from './stage-mark.tsx'

export const load = ({ questions, params }: Arriving) => Promise.all([
  questions.ensureQueryData(ask(agreementsApi.read, { params: { id: params['id']! } })), questions.ensureQueryData(ask(signingApi.panel, { params: { id: params['id']! } })),
])

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: agreement } = useSuspenseQuery(ask(agreementsApi.read, { params: { id } }))
  const { data: panel } = useSuspenseQuery(ask(signingApi.panel, { params: { id } }))
  const { signing } = panel
  return (
    <Frame title={text('signing.signing')} above={<Go to={`/agreements/${id}`}><bdi>{titleIn(agreement, locale)}</bdi></Go>} about={signing && <StageMark stage={signing.stage} />}
      actions={<><Go to="/ceremonies">{text('signing.ceremonies')}</Go>{signing && <a className="button" href={linkTo(signingApi.paper, { params: { id } })} download>{text(signing.sealedAt ? 'signing.take-sealed' : 'signing.take-paper')}</a>}</>}>
      <AtCeremony agreementId={id} />
      {signing ? <Open signing={signing} /> : <Opening agreementId={id} panel={panel} />}
      <p className="quiet">{text('signing.no-promise')}</p>
    </Frame>
  )
}

function Open({ signing }: { signing: SigningFile }) {
  const text = useText()
  return (
    <>
      <What signing={signing} />
      <Section title={text('signing.signatories')}><Seats signing={signing} /><Checks signing={signing} /></Section>
      {signing.clearances.length > 0 && <Section title={text('signing.clearances')}><Clearances signing={signing} /></Section>}
      {!signing.sealedAt && <Section title={text('signing.accepted-ways')}><Accepts signing={signing} /></Section>}
      {!signing.sealedAt && signing.sides.some(({ mine }) => mine) && <CallOff signing={signing} />}
    </>
  )
}

function What({ signing: { versionNumber, hashes, code, openedAt, sealedAt, sealedSha256 } }: { signing: SigningFile }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <Facts of={[
      [text('signing.what'), versionNumber === null ? text('signing.what-pdf') : text('signing.what-version', { version: versionNumber })],
      [text('signing.hashes'), <Hashes key="h" of={hashes} />],
      [text('signing.opened-at'), formatInstant(openedAt, locale)],
      [text('signing.sealed-at'), sealedAt && formatInstant(sealedAt, locale)],
      [text('signing.sealed-hash'), sealedSha256 && <code className="hash" dir="ltr">{sealedSha256}</code>],
      [text('signing.code'), <a key="c" href={`/verify/${code}?lang=${locale}`} dir="ltr">{code}</a>],
    ]} />
  )
}
