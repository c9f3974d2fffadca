// Who is a party: names in the reader's language with the original beneath, the unit, who signed.
import { countryName } from '#platform/i18n/format.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import type { AgreementFile, PartyShown } from '../model.ts'

export const Parties = ({ agreement }: { agreement: AgreementFile }) => (
  <ul className="party-list">{agreement.parties.map((party, at) => <li key={`${party.organisationId} ${at}`}><Who party={party} /><Signatory party={party} /></li>)}</ul>
)

function Who({ party: { organisation, unit, text: written, role } }: { party: PartyShown }) {
  const [text, locale] = [useText(), useLocale()]
  const name = nameIn(organisation, locale)
  const place = [organisation.city, organisation.country && countryName(organisation.country, locale)].filter(Boolean)
  return (
    <div>
      <Go to={`/organisations/${organisation.id}`}><bdi>{name}</bdi></Go>
      {organisation.name !== name && <small className="quiet"><bdi>{organisation.name}</bdi></small>}
      {unit && <small>{text('agreements.unit')}: <bdi>{unit}</bdi></small>}
      {place.length > 0 && <small className="quiet">{place.map((part, at) => <bdi key={at}>{at > 0 && ' · '}{part}</bdi>)}</small>}
      {role !== 'party' && <small className="quiet">{text(`agreements.roles.${role}`)}</small>}
      {written && written !== organisation.name && <small className="quiet">{text('agreements.as-it-came', { text: written })}</small>}
    </div>
  )
}

function Signatory({ party: { signatory, signatoryTitle } }: { party: PartyShown }) {
  const text = useText()
  if (!signatory && !signatoryTitle) return null
  return (
    <div>
      <small className="quiet">{text('agreements.signatory')}</small>
      {signatory && <bdi>{signatory}</bdi>}
      {signatoryTitle && <small className="quiet"><bdi>{signatoryTitle}</bdi></small>}
    </div>
  )
}
