// One text in several languages: a field for each, the reader's first.
import { dir, langTag, type Locale, localeNames, locales } from '#platform/i18n/locale.ts'
import { useLocale, useText } from '#web/text.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import type { Texts } from '../model.ts'

type Props = { label: string; value: Texts; onChange: (texts: Texts) => void; lines?: number; wrong?: string[] | undefined; maxLength?: number }

export function TextsField({ label, value, onChange, lines, wrong, maxLength = 20_000 }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const order = [locale, ...locales.filter((one) => one !== locale)]
  const put = (lang: Locale, typed: string) => {
    const { [lang]: _, ...others } = value
    onChange(typed ? { ...others, [lang]: typed } : others)
  }
  return (
    <div className="stack" dir={dir(locale)}>
      {order.map((lang, place) => (
        <TextField key={lang} label={text('alliances.in-language', { what: label, language: localeNames[lang] })} lang={langTag(lang)} value={value[lang] ?? ''} onChange={(typed) => put(lang, typed)}
          maxLength={maxLength} {...(lines ? { lines } : {})} wrong={place === 0 ? wrong : undefined} />
      ))}
    </div>
  )
}
