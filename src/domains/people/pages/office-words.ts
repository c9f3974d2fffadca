// How an office and its term are said.
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import type { Office } from '../model.ts'

/** «coordinator, University of Sargodha», in the reader's language. */
export function useOfficeWords(): (office: Pick<Office, 'role' | 'organisation' | 'title'>) => string {
  const [text, locale] = [useText(), useLocale()]
  return ({ role, organisation, title }) => {
    const words = title ? `${title} (${text(`people.roles.${role}`)})` : text(`people.roles.${role}`)
    return organisation ? text('people.office-at', { role: words, organisation: nameIn(organisation, locale) }) : words
  }
}

export function useTermWords(): (office: Pick<Office, 'startsOn' | 'endsOn'>) => string {
  const [text, locale] = [useText(), useLocale()]
  return ({ startsOn, endsOn }) => {
    const from = formatDay(startsOn, 'day', locale)
    return endsOn ? text('people.term', { from, until: formatDay(endsOn, 'day', locale) }) : text('people.term-open', { from })
  }
}
