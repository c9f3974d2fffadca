// Typefaces delay no text, and those of an earlier visit are there when it is first drawn; a script's own face only when that script may appear.
import { dir, type Locale } from '#platform/i18n/locale.ts'

export function loadFonts(): void {
  void import('./fonts/working.css')
  // Names in Chinese and Urdu stand beside those in other languages; only the slices that are used are fetched.
  whenIdle(() => void Promise.all([import('./fonts/han.css'), import('./fonts/nastaliq.css')]))
}

/** Nastaliq breaks lines elsewhere than what stands in for it: a first page in Urdu waits for it, though not for long. */
export async function typefaceSoon(locale: Locale): Promise<void> {
  if (dir(locale) !== 'rtl') return
  const late = new Promise<void>((done) => { setTimeout(done, 800) })
  const faces = [['400', 'Noto Nastaliq Urdu', 'پ'], ['600', 'Noto Nastaliq Urdu', 'پ'], ['400', 'Inter Variable', 'p']]
  const there = Promise.all([import('./fonts/nastaliq.css'), import('./fonts/working.css')])
    .then(() => Promise.all(faces.map(([weight, face, letter]) => document.fonts.load(`${weight} 1rem '${face}'`, letter))))
  await Promise.race([late, there.catch(() => {})])
}

export function loadFontsFor(locale: Locale): void {
  if (dir(locale) === 'rtl') void import('./fonts/nastaliq.css')
  if (locale === 'zh') void import('./fonts/han.css')
}

const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 2000 })
  else setTimeout(run, 200)
}
