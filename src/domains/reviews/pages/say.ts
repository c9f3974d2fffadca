// How days, names and reasons are said in the reader's language.
import { formatDay } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import type { Why } from '../model.ts'
import { said, saidOf } from '../said-rules.ts'

export function useSay() {
  const [text, locale] = [useText(), useLocale()]
  const day = (on: string) => formatDay(on, 'day', locale)
  return { text, locale, day, said: (texts: Partial<Record<string, string>>) => said(texts, locale), why: (reason: Why, asOf: string) => saidOf(reason, text, day, asOf) }
}
