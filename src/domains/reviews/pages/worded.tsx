// A text in several languages, one at a time: which language is chosen above stands in each field.
import { useState } from 'react'
import { type Locale, localeNames, locales } from '#platform/i18n/locale.ts'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { useSay } from './say.ts'

export type Texts = Partial<Record<Locale, string>>

export function useLanguage() {
  const { text, locale } = useSay()
  const [lang, setLang] = useState<Locale>(locale)
  const field = <SelectField label={text('reviews.language')} required value={lang} options={locales.map((value) => ({ value, label: localeNames[value] }))} onChange={(to) => setLang(to as Locale)} />
  return { lang, field }
}

type Props = { label: string; lang: Locale; value: Texts; onChange: (to: Texts) => void; lines?: number; required?: boolean; wrong?: string[] | undefined; hint?: string }
export function Worded({ label, lang, value, onChange, lines, required = false, wrong, ...rest }: Props) {
  const { [lang]: own = '', ...others } = value
  return <TextField label={`${label} · ${localeNames[lang]}`} lang={lang} required={required} value={own} {...(lines ? { lines } : { maxLength: 500 })} {...rest} wrong={wrong} onChange={(typed) => onChange(typed ? { ...others, [lang]: typed } : others)} />
}
