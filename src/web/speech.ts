// Which language to speak, and its words: two files per language, the second fetched when one goes on from the first page.
import { dir, isLocale, langTag, localeCookie, type Locale, negotiate } from '#platform/i18n/locale.ts'
import type { Words } from '#platform/i18n/message.ts'

const dictionaries: Record<Locale, () => Promise<{ words: Words }>> = {
  en: () => import('./words/en.ts'),
  zh: () => import('./words/zh.ts'),
  ru: () => import('./words/ru.ts'),
  ur: () => import('./words/ur.ts'),
}

const further: typeof dictionaries = {
  en: () => import('./words/further/en.ts'),
  zh: () => import('./words/further/zh.ts'),
  ru: () => import('./words/further/ru.ts'),
  ur: () => import('./words/further/ur.ts'),
}

/** The words of the first page. */
export const loadWords = async (locale: Locale): Promise<Words> => (await dictionaries[locale]()).words

/** Adds the words of all other pages to them. */
export async function completeWords(locale: Locale): Promise<void> {
  const [words, more] = await Promise.all([loadWords(locale), further[locale]()])
  Object.assign(words, more.words)
}

/** Tells the document which language it is in: fonts, hyphens, voices and directions follow. */
export function speakIn(locale: Locale): void {
  document.documentElement.lang = langTag(locale)
  document.documentElement.dir = dir(locale)
}

/** The language the document is in. */
export function spokenLocale(): Locale {
  const language = document.documentElement.lang.slice(0, 2)
  return isLocale(language) ? language : 'en'
}

/** The address decides (`?lang=ur`), then what was chosen before, then the browser. */
export function firstLocale(): Locale {
  const asked = new URL(location.href)
  const query = asked.searchParams.get('lang') ?? undefined
  const locale = negotiate({ query, cookie: chosenLocale(), acceptLanguage: navigator.languages.join(',') })
  if (query !== undefined) {
    // Said once: kept as the choice, and taken out of the address, so that the language menu is not overruled by it.
    chooseLocale(locale)
    asked.searchParams.delete('lang')
    history.replaceState(history.state, '', asked)
  }
  return locale
}

export function chosenLocale(): Locale | undefined {
  const value = document.cookie.split('; ').find((pair) => pair.startsWith(`${localeCookie}=`))?.split('=')[1]
  return isLocale(value) ? value : undefined
}

export function chooseLocale(locale: Locale): void {
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`
}
