// An organisation as it is mentioned: its name in the reader's language, the official one beneath when that is another.
import { countryName } from '#platform/i18n/format.ts'
import { useLocale } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { type NameParts, namesOf } from './names-of.ts'

export function OrganisationName({ of, line = false }: { of: NameParts; line?: boolean }) {
  const { read, official } = namesOf(of, useLocale())
  return (
    <span className={line ? 'language-names line' : 'language-names'}>
      <span><bdi className="official-name" lang={read.lang} dir="auto">{read.value}</bdi></span>
      {official && <span className="beneath"><bdi className="official-name" lang={official.lang} dir="auto">{official.value}</bdi></span>}
    </span>
  )
}

export const OrganisationLink = ({ of }: { of: NameParts & { id: string } }) => <Go to={`/organisations/${of.id}`}><OrganisationName of={of} line /></Go>

/** City and country; what is not known is left out. */
export function Place({ of: { city, country } }: { of: { city: string | null; country: string | null } }) {
  const locale = useLocale()
  return <>{[city, country && countryName(country, locale)].filter(Boolean).map((part, at) => <span key={part}>{at > 0 && ' · '}<bdi>{part}</bdi></span>)}</>
}
