// A text that exists in some languages: the reader's, else English, else what there is.
export const said = (texts: Partial<Record<string, string>>, locale: string): string => texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? ''
