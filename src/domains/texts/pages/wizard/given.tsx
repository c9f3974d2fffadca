// What a template asks for: each variable in each language of the text.
import { languageName } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import type { TemplateShown } from '../../template-model.ts'
import type { Change, DraftFilled } from './filled.ts'

export function Given({ template, filled: { given, languages: { languages } }, onChange }: { template: Pick<TemplateShown, 'variables'>; filled: DraftFilled; onChange: Change }) {
  const [say, locale] = [useText(), useLocale()]
  return (
    <div className="stack">
      <p className="quiet">{say('texts.wizard.given-what')}</p>
      {template.variables.map(({ name, label }) => (
        <fieldset key={name} className="variable-fields">
          <legend>{label[locale]}</legend>
          {languages.map((lang) => <TextField key={lang} label={languageName(lang, locale)} lang={lang} value={given[name]?.[lang] ?? ''} onChange={(said) => onChange({ given: { ...given, [name]: { ...given[name], [lang]: said } } })} />)}
        </fieldset>
      ))}
    </div>
  )
}
