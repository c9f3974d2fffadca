// The places to sign: whose, signed how and when, or the ways in which one may sign.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { linkTo } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { signingApi } from '../api.ts'
import { whyNotCleared } from '../clearance-rules.ts'
import type { Means, Seat, SideShown, Signature, SigningFile } from '../model.ts'
import { InkDialog, UploadDialog } from './file-dialogs.tsx'
import { SeatDialog } from './seat-dialog.tsx'
import { SignDialog } from './sign-dialog.tsx'

export function Seats({ signing }: { signing: SigningFile }) {
  return <ul className="seat-list">{signing.seats.map((seat) => <Place key={seat.id} seat={seat} signing={signing} />)}</ul>
}

function Place({ seat, signing }: { seat: Seat; signing: SigningFile }) {
  const [text, locale] = [useText(), useLocale()]
  const side = signing.sides.find(({ id }) => id === seat.sideId)!
  const signature = signing.signatures.find(({ seatId }) => seatId === seat.id)
  return (
    <li>
      <div>
        <strong><bdi>{nameIn(side.organisation, locale)}</bdi></strong>{seat.unit && <span><bdi>{seat.unit}</bdi></span>}
        {!signature && seat.name && <span><bdi>{seat.name}</bdi>{seat.title && <> · <bdi>{seat.title}</bdi></>}</span>}
        {!signature && seat.rank && <span className="quiet">{text(`signing.ranks.${seat.rank}`)}</span>}
        {side.certificate && <small className="quiet">{text(`signing.certificate.${side.certificate.origin}-short`, { issuer: side.certificate.issuer })}</small>}
      </div>
      {signature ? <Signed signature={signature} signing={signing} /> : <Waiting seat={seat} side={side} signing={signing} />}
    </li>
  )
}

function Signed({ signature, signing: { agreementId } }: { signature: Signature; signing: SigningFile }) {
  const [text, locale] = [useText(), useLocale()]
  const { id, means, name, title, signedOn, place, authority, originals, seal, checked } = signature
  return (
    <div className="signed">
      <Mark tone="jade" shape="disc">{text(`signing.means.${means}.done`)}</Mark>
      <span><bdi className="signed-name">{name}</bdi>{title && <> · <bdi>{title}</bdi></>}</span>
      <span className="quiet">{formatDay(signedOn, 'day', locale)}{place && <> · <bdi>{place}</bdi></>} · {text(`signing.authorities.${authority}`)}</span>
      {checked?.signatures.map((one) => <small key={one.field} className="quiet">{text('signing.checked', { subject: one.certificate?.subject ?? '', issuer: one.certificate?.issuer ?? '' })}</small>)}
      {originals && <small className="quiet">{text('signing.originals', { count: originals.length, where: originals.map(({ keptAt }) => keptAt).join('; ') })}{seal && <> · {text('signing.seal', { seal })}</>}</small>}
      <a href={linkTo(signingApi.signatureFile, { params: { id: agreementId, signatureId: id } })} download>{text(means === 'ink' ? 'signing.take-scan' : 'signing.take-signed')}</a>
    </div>
  )
}

function Waiting({ seat, side, signing }: { seat: Seat; side: SideShown; signing: SigningFile }) {
  const text = useText()
  const [doing, setDoing] = useState<Means | 'name' | null>(null)
  const close = () => setDoing(null)
  const blocked = signing.checks.some(({ subject, status }) => subject === side.id && status === 'blocks') ? 'signing.no-authority' : undefined
  // What keeps every way shut is said once.
  const shut = whyNotCleared(signing.clearances, side.id) ?? blocked
  const accepted = (means: Means) => signing.sides.every(({ accepts }) => accepts.includes(means))
  return (
    <div className="waiting">
      <Mark tone="quiet" shape="ring">{text('signing.not-signed')}</Mark>
      <div className="row no-print">
        {(side.maySign || (shut && side.mine)) && <Button look="primary" whyNot={shut ?? (accepted('electronic') ? undefined : 'signing.not-accepted')} onPress={() => setDoing('electronic')}>{text('signing.sign')}</Button>}
        {side.mine && !shut && accepted('uploaded') && <Button look="quiet" onPress={() => setDoing('uploaded')}>{text('signing.means.uploaded.do')}</Button>}
        {side.mine && !shut && accepted('ink') && <Button look="quiet" onPress={() => setDoing('ink')}>{text('signing.means.ink.do')}</Button>}
        {side.mine && <Button look="quiet" onPress={() => setDoing('name')}>{text('signing.name-seat')}</Button>}
      </div>
      {doing === 'electronic' && <SignDialog seat={seat} side={side} signing={signing} onClose={close} />}
      {doing === 'uploaded' && <UploadDialog seat={seat} signing={signing} onClose={close} />}
      {doing === 'ink' && <InkDialog seat={seat} signing={signing} onClose={close} />}
      {doing === 'name' && <SeatDialog seat={seat} signing={signing} onClose={close} />}
    </div>
  )
}
