// One text in the language that is being written, with the others that exist named beside it.
import { langTag, type Locale, localeNames, locales } from '#platform/i18n/locale.ts'
import { TextField } from '#web/ui/fields/text-field.tsx'

type Texts = Partial<Record<Locale, string>>
type Props = { label: string; value: Texts; lang: Locale; onChange: (texts: Texts) => void; lines?: number; required?: boolean; wrong?: string[] | undefined }

export function Worded({ label, value, lang, onChange, lines, required = false, wrong }: Props) {
  const others = locales.filter((one) => one !== lang && value[one])
  const put = (typed: string) => {
    const { [lang]: _, ...rest } = value
    onChange(typed ? { ...rest, [lang]: typed } : rest)
  }
  return <TextField label={`${label} · ${localeNames[lang]}`} lang={langTag(lang)} required={required && others.length === 0} value={value[lang] ?? ''} onChange={put} wrong={wrong} {...(lines ? { lines } : { maxLength: 500 })} hint={others.length > 0 ? others.map((one) => localeNames[one]).join(' · ') : undefined} />
}
