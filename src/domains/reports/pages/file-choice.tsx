// In which languages a brief is printed, and the two kinds of file.
import { useState } from 'react'
import { type Locale, localeNames, locales } from '#platform/i18n/locale.ts'
import { useLocale, useText } from '#web/text.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'

type Query = { languages: string; layout: string; form: 'pdf' | 'docx' }

export function FileChoice({ to }: { to: (query: Query) => string }) {
  const [text, locale] = [useText(), useLocale()]
  const [first, setFirst] = useState<Locale>(locale)
  const [second, setSecond] = useState<string>('')
  const [layout, setLayout] = useState('after')
  const names = (except?: string) => locales.filter((one) => one !== except).map((value) => ({ value, label: localeNames[value] }))
  const languages = [first, ...(second && second !== first ? [second] : [])].join(',')
  return (
    <div className="stack">
      <div className="brief-choice">
        <SelectField required label={text('reports.file.first')} value={first} onChange={(value) => setFirst(value as Locale)} options={names()} />
        <SelectField label={text('reports.file.second')} value={second === first ? '' : second} onChange={setSecond} options={names(first)} none={text('reports.file.only-one')} />
        {second && second !== first && <SelectField required label={text('reports.file.layout')} value={layout} onChange={setLayout} options={['after', 'beside'].map((value) => ({ value, label: text(`reports.file.${value}`) }))} />}
      </div>
      <div className="row">
        {(['pdf', 'docx'] as const).map((form) => <a key={form} className={`button ${form === 'pdf' ? 'primary' : ''}`} href={to({ languages, layout, form })} download>{text(`reports.file.${form}`)}</a>)}
      </div>
    </div>
  )
}
