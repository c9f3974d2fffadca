// A text that exists in some languages: the reader's, else English, else what there is.
export const saidIn = (texts: Partial<Record<string, string>>, locale: string): string => texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? ''
export const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
