// The four languages of Pamir, which way each runs, and how one is chosen for a reader.

export const locales = ['en', 'zh', 'ru', 'ur'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'pamir-locale'

/** Each language by its own name: a reader looks for the word they know. */
export const localeNames: Record<Locale, string> = { en: 'English', zh: '中文', ru: 'Русский', ur: 'اردو' }

/** What `lang` says; Chinese is written in simplified characters here. */
export const langTag = (locale: Locale): string => (locale === 'zh' ? 'zh-Hans' : locale)

export const dir = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ur' ? 'rtl' : 'ltr')

const rightToLeft = new Set(['ar', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** For names in any language, not only ours: Uyghur and Persian names run right to left as well. */
export function dirOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', script = ''] = lang.toLowerCase().split('-')
  if (script === 'arab') return 'rtl'
  return rightToLeft.has(language) && script !== 'latn' && script !== 'cyrl' ? 'rtl' : 'ltr'
}

export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale)

type Asked = { acceptLanguage?: string | undefined; cookie?: string | undefined; query?: string | undefined }

/** The address decides, then what was chosen before, then the browser's list in its order of preference. */
export function negotiate({ acceptLanguage, cookie, query }: Asked): Locale {
  for (const chosen of [query, cookie]) if (isLocale(chosen)) return chosen
  return preferred(acceptLanguage ?? '').find(isLocale) ?? 'en'
}

function preferred(acceptLanguage: string): string[] {
  return acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))?.trim().slice(2)
      return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ language }) => language)
}
