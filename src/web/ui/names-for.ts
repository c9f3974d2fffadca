// Which of an organisation's official names come first for a reader.
import type { Locale } from '#platform/i18n/locale.ts'

export type OfficialName = { lang: string; value: string }

const language = ({ lang }: OfficialName) => lang.split('-')[0] ?? ''

/** The name to read, and the original beneath it when that is another. `original` is the language at home, when it is known. */
export function namesFor(names: OfficialName[], locale: Locale, original?: string): { first: OfficialName | undefined; beneath: OfficialName[] } {
  const speaks = (wanted: string) => names.find((name) => language(name) === wanted)
  const first = speaks(locale) ?? speaks('en') ?? names[0]
  const home = (original ? speaks(original) : undefined) ?? names.find((name) => !['en', locale].includes(language(name)))
  return { first, beneath: home && home.value !== first?.value ? [home] : [] }
}
