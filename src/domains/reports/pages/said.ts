// A text that exists in some languages: the reader's, else English, else what there is.
import type { Locale } from '#platform/kinds.ts'

export const said = (texts: Partial<Record<string, string>>, locale: Locale): string => texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? ''
