// How a reason reads: its key with its facts, days as the reader writes them; and a text that exists in some languages.
import type { Text } from '#platform/i18n/message.ts'
import type { Day, Locale } from '#platform/kinds.ts'
import type { Why } from './model.ts'

export const said = (texts: Partial<Record<string, string>>, locale: Locale): string => texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? ''

/** `write` writes a day. */
export function saidOf({ key, facts }: Why, text: Text, write: (day: Day) => string, asOf: Day): string {
  const shown = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? write(value) : value]))
  return text(key, { ...shown, on: shown['on'] ?? write(asOf) })
}
