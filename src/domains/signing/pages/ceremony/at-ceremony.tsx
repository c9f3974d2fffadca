// While one signs at a ceremony: the way back to it, and what else one signs there, so that nobody loses their place.
import { useQuery } from '@tanstack/react-query'
import { one, useAddress } from '#web/address.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { ceremoniesApi } from '../../api.ts'
import { ItemTitle, titleOf } from './pieces.tsx'

/** Where one signs an agreement of a ceremony. */
export const placeAt = (ceremonyId: string, agreementId: string) => `/agreements/${agreementId}/signing?ceremony=${ceremonyId}`

export function AtCeremony({ agreementId }: { agreementId: string }) {
  const [text, locale] = [useText(), useLocale()]
  const [address] = useAddress()
  const id = one(address['ceremony'])
  const { data: ceremony } = useQuery({ ...ask(ceremoniesApi.ceremony, { params: { id } }), enabled: id !== '', refetchOnMount: 'always' })
  if (!ceremony) return null
  const at = ceremony.items.findIndex((item) => item.agreementId === agreementId)
  const waiting = [...ceremony.items.slice(at + 1), ...ceremony.items.slice(0, Math.max(at, 0))].filter(({ toSign }) => toSign)
  return (
    <nav className="at-ceremony no-print" aria-label={text('signing.ceremony.at')}>
      <span><Go to={`/ceremonies/${id}`}><bdi>{titleOf(ceremony.title, locale)}</bdi></Go> <span className="quiet">{text('signing.ceremony.left-to-sign', { count: waiting.length + (ceremony.items[at]?.toSign ? 1 : 0) })}</span></span>
      {waiting[0] && <ButtonLink small to={placeAt(id, waiting[0].agreementId)}>{text('signing.ceremony.sign-next')}<span className="at-ceremony-next">: <ItemTitle item={waiting[0]} /></span></ButtonLink>}
    </nav>
  )
}
