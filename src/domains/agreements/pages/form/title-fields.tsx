// What it is: its kind, its title as written, and its title in the other languages of this house.
import { languageName } from '#platform/i18n/format.ts'
import { locales } from '#platform/i18n/locale.ts'
import { useLocale, useText } from '#web/text.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { type Kind, kinds } from '../../model.ts'
import type { Change, Filled } from './state.ts'

/** Languages of the region in which agreements are written, besides the four of this house. */
const further = ['kk', 'ky', 'tg', 'uz', 'fa', 'tr', 'de', 'fr', 'ar'] as const

export function TitleFields({ filled, onChange, wrong }: { filled: Filled; onChange: Change; wrong: Record<string, string[]> }) {
  const [text, locale] = [useText(), useLocale()]
  const { kind, title, titleLang, titles } = filled
  const languages = [...locales, ...further].map((value) => ({ value, label: languageName(value, locale) }))
  return (
    <>
      <SelectField label={text('agreements.kind')} required value={kind} options={kinds.map((value) => ({ value, label: text(`agreements.kinds.${value}`) }))} onChange={(kind) => onChange({ kind: kind as Kind })} />
      <TextField label={text('agreements.form.title')} required value={title} maxLength={500} onChange={(title) => onChange({ title })} wrong={wrong['title']} {...(titleLang ? { lang: titleLang } : {})} />
      <SelectField label={text('agreements.form.title-lang')} value={titleLang} none="—" options={languages} onChange={(titleLang) => onChange({ titleLang })} />
      {titleLang && locales.filter((lang) => lang !== titleLang).map((lang) => (
        <TextField key={lang} lang={lang} label={text('agreements.form.title-in', { language: languageName(lang, locale) })} value={titles[lang] ?? ''} maxLength={500}
          onChange={(words) => onChange({ titles: { ...titles, [lang]: words } })} />
      ))}
    </>
  )
}
