// Whom a party is taken for: the organisation in its own name with the unit within it, or what it will become.
import { countryName } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import type { Named, PartyReading, RunRow } from '../../model.ts'
import { choiceOf } from '../../rules.ts'

/** The organisation a party is taken for as things stand, whoever said so. */
export function meantBy(row: RunRow, party: PartyReading, place: number): Named | undefined {
  const choice = choiceOf(party, place, row.decided)
  if (choice.is !== 'organisation') return undefined
  return [...row.chosen, party.organisation, ...party.candidates].find((one) => one?.id === choice.id) ?? undefined
}

export function Meant({ row, party, place }: { row: RunRow; party: PartyReading; place: number }) {
  const text = useText()
  const meant = meantBy(row, party, place)
  if (meant) return <Organisation of={meant} unit={party.unit} owner={party.owner} />
  const choice = choiceOf(party, place, row.decided)
  const [first] = party.candidates
  const isOffered = choice.is === 'provisional' && !row.decided.parties[String(place)] && first
  if (isOffered) return <><span className="quiet">{text('registers.perhaps')}</span><Organisation of={first} unit={party.unit} /></>
  return <><bdi dir="auto">{party.text}</bdi><small className="quiet">{text(choice.is === 'new' ? 'registers.becomes-new' : 'registers.becomes-provisional')}</small></>
}

function Organisation({ of, unit, owner = false }: { of: Named; unit: string | null; owner?: boolean }) {
  const [text, locale] = [useText(), useLocale()]
  const place = [of.city, of.country && countryName(of.country, locale)].filter(Boolean).join(', ')
  return (
    <>
      <Go to={`/organisations/${of.id}`}><bdi>{of.name}</bdi></Go>
      {unit && <small dir="auto">{text('registers.unit', { unit })}</small>}
      {(place || owner) && <small className="quiet">{place}</small>}
    </>
  )
}
