// What each side accepts: a tick for each way, one's own to be changed until one has signed.
import { nameIn } from '#domains/organisations/model.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { signingApi } from '../api.ts'
import { means, type Means, type SideShown, type SigningFile } from '../model.ts'

export function Accepts({ signing }: { signing: SigningFile }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <table className="accepts">
      <thead><tr><th scope="col">{text('signing.party')}</th>{means.map((one) => <th key={one} scope="col">{text(`signing.means.${one}`)}</th>)}</tr></thead>
      <tbody>{signing.sides.map((side) => <tr key={side.id}><th scope="row"><bdi>{nameIn(side.organisation, locale)}</bdi></th>{means.map((one) => <Tick key={one} side={side} means={one} signing={signing} />)}</tr>)}</tbody>
    </table>
  )
}

function Tick({ side, means: one, signing: { agreementId, signatures } }: { side: SideShown; means: Means; signing: SigningFile }) {
  const [text, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const accept = useDeed(signingApi.accept)
  const on = side.accepts.includes(one)
  const next = on ? side.accepts.filter((other) => other !== one) : [...side.accepts, one]
  const used = on && signatures.some(({ means: by }) => by === one)
  const closed = used || !side.mine || signatures.some(({ sideId }) => sideId === side.id) || next.length === 0
  return (
    <td><input type="checkbox" checked={on} disabled={closed || accept.isPending} aria-label={`${nameIn(side.organisation, locale)}: ${text(`signing.means.${one}`)}`}
      onChange={() => accept.mutate({ params: { id: agreementId, sideId: side.id }, body: { accepts: next } }, { onError: trouble })} /></td>
  )
}
