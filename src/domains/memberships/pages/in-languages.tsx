// One text in several languages: a field for each, the reader's first.
import { langTag, type Locale, localeNames, locales } from '#platform/i18n/locale.ts'
import { useLocale } from '#web/text.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'

type Texts = Partial<Record<Locale, string>>
export function InLanguages({ label, value, onChange, lines }: { label: string; value: Texts; onChange: (texts: Texts) => void; lines?: number }) {
  const locale = useLocale()
  const put = (lang: Locale, typed: string) => {
    const { [lang]: _, ...others } = value
    onChange(typed ? { ...others, [lang]: typed } : others)
  }
  return (
    <div className="stack">
      {[locale, ...locales.filter((one) => one !== locale)].map((lang) => <TextField key={lang} label={`${label} · ${localeNames[lang]}`} lang={langTag(lang)} value={value[lang] ?? ''} onChange={(typed) => put(lang, typed)} {...(lines ? { lines } : {})} />)}
    </div>
  )
}
