// Hashes of what is signed: one for each authentic language, or of the PDF that was brought.
import { useLocale, useText } from '#web/text.tsx'

/** `paper`: that of the file with the places to sign. */
export function Hashes({ of, paper }: { of: Record<string, string>; paper?: string }) {
  const [text, locale] = [useText(), useLocale()]
  const nameOf = (lang: string) => (lang === 'pdf' ? text('signing.hash-pdf') : new Intl.DisplayNames(locale, { type: 'language' }).of(lang) ?? lang)
  const lines = [...Object.entries(of).map(([lang, hash]) => [nameOf(lang), hash] as const), ...(paper ? [[text('signing.hash-paper'), paper] as const] : [])]
  return <ul className="plain-list">{lines.map(([label, hash]) => <li key={label}><span className="quiet">{label}</span> <code className="hash" dir="ltr">{hash}</code></li>)}</ul>
}
