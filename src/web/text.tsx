// The language of the screen: `useText()` says a key, `useLocale()` tells which language, `useSetLocale()` changes it in place.
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { Locale } from '#platform/i18n/locale.ts'
import { type Text, textIn, type Words } from '#platform/i18n/message.ts'
import { loadFontsFor } from './fonts.ts'
import { chooseLocale, chosenLocale, completeWords, loadWords, speakIn } from './speech.ts'
import { rememberLocale, useViewer } from './viewer.ts'

export type Start = { locale: Locale; words: Words }
type Speech = { locale: Locale; text: Text; setLocale: (locale: Locale) => Promise<void> }

const SpeechContext = createContext<Speech>({ locale: 'en', text: (key) => key, setLocale: async () => {} })

export const useText = (): Text => use(SpeechContext).text
export const useLocale = (): Locale => use(SpeechContext).locale
export const useSetLocale = (): Speech['setLocale'] => use(SpeechContext).setLocale

export function SpeechProvider({ start, children }: { start: Start; children: ReactNode }) {
  const [{ locale, words }, speak] = useState(start)
  const viewer = useViewer()
  const switchTo = useCallback(async (next: Locale) => {
    await completeWords(next)
    speak({ locale: next, words: await loadWords(next) })
  }, [])

  useEffect(() => {
    speakIn(locale)
    loadFontsFor(locale)
  }, [locale])

  // Someone who signs in on a new machine is spoken to in the language they chose elsewhere.
  const theirs = viewer?.locale
  useEffect(() => {
    if (theirs && !chosenLocale()) void switchTo(theirs)
  }, [theirs, switchTo])

  const signedIn = viewer !== null
  const speech = useMemo<Speech>(() => ({
    locale,
    text: textIn(locale, words),
    setLocale: async (next) => {
      await switchTo(next)
      chooseLocale(next)
      // The cookie holds the choice here; the person's own setting follows when the server can be reached.
      if (signedIn) await rememberLocale(next).catch(() => {})
    },
  }), [locale, words, switchTo, signedIn])

  return <SpeechContext value={speech}>{children}</SpeechContext>
}
